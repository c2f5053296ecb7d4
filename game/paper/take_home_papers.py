"""The papers that the child takes home: its hopes, backpack, pocket plan, calm place, keepsakes and journey.

They may be seen anywhere, at school too, so they say nothing of therapy.
A paper is made where the child has made something for it.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from game.art.renderer import Renderer
from game.core.events import StepSummary
from game.core.table import Offered, Outcome
from game.core.take_home import ON_CARD
from game.paper import words
from game.paper.below_scene import places_of_words
from game.paper.filled_jar import filled_jar
from game.paper.images import PaperImages, can_be_seen, shape, sign_at
from game.paper.kept_places import lies_in_scene
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.phrases import enumeration
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet, basics
from game.play import consent as t
from game.play.consent import Made
from game.play.home_record import HomeRecord
from game.system.language import LANGUAGES, N_, Translate
from game.system.language import words as words_of

WHOLE, LARGE, SMALL = 1500, 900, 300  # pixels of a picture that fills a paper, that stands on it, that is one of many
SCENE_SCALE, VIEW_SCALE = 2, 1.5  # pixels to a design unit
GATE = "open-gate"
ON_A_CARD = 6  # of several things that were chosen so many at the most


class PageBuilder(Struct, frozen=True):
    """What a paper is made from: what may go home, what draws, and the language."""

    home: HomeRecord
    drawn: PaperImages
    language: str

    @property
    def say(self) -> Translate:
        """What turns our words into the language of the paper."""
        return words_of(self.language)

    def one(self, made: Made) -> Offered | None:
        """The first picture of a result."""
        return next(iter(self.home.chosen(made)), None)

    def picture(self, picture: Offered, told: StepSummary) -> dict:
        """A picture among others, with its words."""
        file = self.drawn.picture(picture.art, SMALL)
        return {"file": file, "label": words.label(picture, told, self.say), "shape": shape(picture.art)}

    def groups(self, told: StepSummary, scene: dict | None = None) -> list[dict]:
        """Spot by spot what lies there, with the place for its words below the `scene`, 0 (left) to 1 of its frame."""
        return [
            {
                "label": words.place_beside(row, told, self.say) if row.label else "",
                "x": x,
                "pictures": [self.picture(o, told) for o in words.each(row)],
                "heap": [self.drawn.picture(o.art, SMALL) for o in row.pictures],
            }
            for row, x in zip(told.rows, places_of_words(told, scene), strict=True)
        ]

    def laid(self, told: StepSummary | None) -> dict | None:
        """A scene as it was left, with what lies on its spots; None where nothing does."""
        if told is None or not told.rows:
            return None
        scene = self.drawn.scene(told, SCENE_SCALE) if can_be_seen(told) else None
        return {"scene": scene, "groups": self.groups(told, scene)}


def _hopes(making: PageBuilder) -> dict | None:
    _ = making.say
    laid = making.laid(making.home.latest(t.HOPES))
    return laid and laid | {"title": _("What I hope for"), "words-below": True, "below": ""}


def _jars(making: PageBuilder) -> dict | None:
    _ = making.say
    told = making.home.latest(t.JARS)
    laid = making.laid(told)
    if told is None or laid is None:
        return None
    jars = [{} if laid["scene"] else {"jar": _jar(row, told, making)} for row in told.rows]
    groups = [group | jar for group, jar in zip(laid["groups"], jars, strict=True)]
    return laid | {"groups": groups, "title": _("My goodbye jars"), "words-below": False, "below": ""}


def _jar(row: Outcome, told: StepSummary, making: PageBuilder) -> str:
    """The jar as it was filled, for a template; "" where the scene has no jar on this spot any more."""
    return making.drawn.picture(filled_jar(row, told, making.drawn, making.home.companion), LARGE // 2)


def _framed(making: PageBuilder, made: Made, title: str) -> dict | None:
    picture = making.one(made)
    if picture is None:
        return None
    return {
        "title": making.say(title),
        "picture": making.drawn.picture(picture.art, WHOLE),
        "shape": shape(picture.art),
    }


def _backpack(making: PageBuilder) -> dict | None:
    _, told = making.say, making.home.latest(t.BAG)
    packed = [making.picture(o, told) for row in told.rows for o in row.pictures] if told else []
    if not packed:
        return None
    return {"title": _("My backpack"), "packed": packed, "bag": making.drawn.picture("backpack", LARGE)}


def _pocket_plan(making: PageBuilder) -> dict | None:
    _, told = making.say, making.home.latest(t.PLAN)
    if told is None or not told.rows:
        return None
    return {
        "title": _("My pocket plan"),
        "bumps": bumps(making, told),
        "lines": [_("I can call"), _("I can go to")],
        "folding": _("Cut along the dashes. Fold the upper half back, then fold it like a book."),
    }


def bumps(making: PageBuilder, told: StepSummary) -> list[dict]:
    """Bump by bump what helps there, with what the road looks like around it, and on it the picture that stood there,
    or what hides it."""
    spots = {spot.name: spot for spot in making.drawn.spots(told)}
    names = [row.spot for row in told.rows]
    views = [making.drawn.view(told, spots[name], VIEW_SCALE) if name in spots else "" for name in names]
    fronts = {name: spot.front for name, spot in spots.items()}
    signs = [making.drawn.picture(sign_at(told, name) or fronts.get(name), SMALL) for name in names]
    there = zip(making.groups(told), views, signs, strict=True)
    return [group | {"view": view, "sign": sign} for group, view, sign in there]


KEPT = (  # what becomes a card, on what it stands, and what is said of it
    (t.STONE, "cushion", N_("Something to hold on to")),
    (t.KEEPSAKE, "air", N_("Something to remember by")),
    (t.LEAF, "air", N_("A leaf of mine stays on the tree")),
)


def _keepsakes(making: PageBuilder) -> dict | None:
    _, names, home = making.say, _walkers(making), making.home
    stones = [home.chosen(made)[0].id for made in home.all_of(t.STONE)]
    found = [(made, on, said) for kind, on, said in KEPT for made in home.all_of(kind)]
    cards = [
        _card(making.drawn.picture(home.art(made), LARGE), on, words.localized(home.among_others(made, said), _))
        for made, on, said in found
        if made.home != t.KEEPSAKE.home or home.chosen(made)[0].id not in stones
    ]
    cards += [card for made in making.home.own(*ON_CARD) for card in _own_cards(made, making)]
    if not cards and not names:
        return None
    cards.insert(min(2, len(cards)), _card("", "traveller", _walked(names, _)))
    return {"title": _("Keepsake cards"), "cards": cards}


def _card(file: str, on: str, said: str, names: str = "") -> dict:
    return {"file": file, "on": on, "words": said, "names": names}


def _own_cards(made: Made, making: PageBuilder) -> list[dict]:
    """The cards that a file asks for: one for a result, as what was laid onto places lies there, or with all that was
    chosen, as far as it fits; below it the sentence of the step, or the title, and small what it shows.
    """
    _, told, chosen = making.say, making.home.as_left(made), making.home.chosen(made)
    if told is None:
        return []
    said = words.localized(making.home.called(made), _)
    laid = making.laid(told) if lies_in_scene(told) else None
    if laid and laid["scene"]:
        return [_card("", "scene", said, words.lying_there(told, _)) | {"scene": laid["scene"]}]
    if len(chosen) == 1:
        word = words.word_below(chosen[0], told, said, _)
        return [_card(making.drawn.picture(chosen[0].art, LARGE), "cushion", said, word)]
    parts = (chosen[first : first + ON_A_CARD] for first in range(0, len(chosen), ON_A_CARD))
    return [_card_of(some, told, said, making) for some in parts]


def _card_of(some: tuple[Offered, ...], told: StepSummary, said: str, making: PageBuilder) -> dict:
    """One card that shows several things."""
    names = enumeration([words.label(o, told, making.say, among=True) for o in some], making.say)
    shown = [{"file": making.drawn.picture(o.art, LARGE // 2), "shape": shape(o.art)} for o in some]
    return _card("", "several", said, names) | {"several": shown}


def _walkers(making: PageBuilder) -> list[str]:
    """Who walks: the animal and the thing by their labels, for the middle of a sentence."""
    found = map(making.one, (t.MY_ANIMAL, t.MY_THING))
    names = [words.localized(o.label, making.say) for o in found if o]
    return names if LANGUAGES[making.language].capitals else [name.lower() for name in names if name]


def _walked(names: list[str], _: Translate) -> str:
    match names:
        case one, other:
            # Translators: an animal and a thing by their names, such as fox and moon; it is the child that walked
            said = _("{one} and {other} walked this road").format(one=one, other=other)
        case [one]:
            said = _("{one} walked this road").format(one=one)
        case []:
            said = _("I walked this road")
    return said[:1].upper() + said[1:]


def _journey(making: PageBuilder) -> dict | None:
    """Then beside now; now alone where nothing was hoped for, or the hopes are only for the child."""
    now = making.home.latest(t.THEN_AND_NOW)
    then = making.home.first(_hopes_of(now, making.home))
    beside = {"then": making.laid(then), "now": making.laid(now)}
    if beside["now"] is None:
        return None
    _ = making.say
    title = _("My road, then and now") if beside["then"] else _("My road now")
    headings = {"title": title, "then-heading": _("Then"), "now-heading": _("Now")}
    return beside | headings | {"gate": making.drawn.picture(GATE, LARGE)}


def _hopes_of(now: StepSummary | None, home: HomeRecord) -> Made:
    """Of hopes from several activities those that have come back here: most of what lies here was chosen there."""
    here = {o.id for row in (now.rows if now else ()) for o in row.pictures}
    several = home.all_of(t.HOPES)
    return max(several, key=lambda one: len(here & {o.id for o in home.chosen(one)}), default=t.HOPES)


class Paper(Struct, frozen=True):
    """A paper: its template, the results that it shows, and how its data are made (None: there is nothing to show)."""

    template: str
    shows: tuple[Made, ...]
    data: Callable[[PageBuilder], dict | None]


PAGES = {  # by the name of the file
    "hopes-card": Paper("scene-page", (t.HOPES,), _hopes),
    "backpack-page": Paper("backpack-page", (t.BAG,), _backpack),
    "pocket-plan-card": Paper("pocket-plan-card", (t.PLAN,), _pocket_plan),
    "calm-place-page": Paper("picture-page", (t.PLACE,), partial(_framed, made=t.PLACE, title=N_("My calm place"))),
    "bother-page": Paper("picture-page", (t.BOTHER,), partial(_framed, made=t.BOTHER, title=N_("My bother"))),
    "jars-page": Paper("scene-page", (t.JARS,), _jars),
    "keepsake-card": Paper("keepsake-card", (), _keepsakes),
    "journey-fold-out": Paper("journey-fold-out", (t.THEN_AND_NOW,), _journey),
}


def sheet(name: str, home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet | None:
    """The paper of this name; None where nothing that may go home is there for it."""
    drawn, paper = PaperImages(renderer), PAGES[name]
    if not all(made in home.results for made in paper.shows):
        return None
    making = PageBuilder(home, drawn, options.language)
    first = paper.data(making)
    if first is None:
        return None

    def said(language: str) -> dict:
        other = None if language == options.language else paper.data(replace(making, language=language))
        return other or first

    return framed_by(paper.template, in_both(options, said), making, options)


def framed_by(template: str, made: dict, making: PageBuilder, options: PaperOptions) -> Sheet:
    """A page by this template, with who walks."""
    home, drawn = making.home, making.drawn
    data = (
        basics(options)
        | made
        | {
            "companion": drawn.picture(home.walker, LARGE),
            "looking": drawn.picture(home.looking, LARGE),
            "thing": drawn.picture(home.thing, LARGE),
        }
    )
    return Sheet(template, data, drawn.pictures, home.day)


def file(name: str, folder: Path) -> Path:
    """Where the paper of this name lies in the folder."""
    return folder / f"{name}.pdf"
