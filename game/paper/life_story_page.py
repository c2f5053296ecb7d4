"""The second copy, for a life-story book: the child's own things on a page, or more, that can be punched.

It is kept by others, so there is nothing on it but what may hang on a wall.
"""

from game.art.renderer import Renderer
from game.core.picture import Art
from game.core.take_home import CARD, ON_PAGE
from game.paper import words
from game.paper.images import PaperImages, shape
from game.paper.kept_places import kept_places
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.shown_together import shown_together, step_shown
from game.paper.take_home_papers import LARGE, PageBuilder, framed_by
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet
from game.play.consent import BAG, HOPES, JARS, Made
from game.play.home_record import HomeRecord
from game.system.language import N_, Translate

LINES = (N_("when"), N_("where"), N_("who walked with me"), N_("where the other copy is"))


def sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The page, ready to be printed."""
    drawn = PaperImages(renderer)

    def said(language: str) -> dict:
        making = PageBuilder(home, drawn, language)
        _ = making.say
        lines = [_(line) for line in LINES]
        return {"title": _("For my life-story book"), "pictures": _pictures(making, _), "lines": lines}

    return framed_by("life-story-page", in_both(options, said), PageBuilder(home, drawn, options.language), options)


def _pictures(making: PageBuilder, _: Translate) -> list[dict]:
    home = making.home
    found: dict[Art | Made, dict] = {}  # a picture once; of what lies on places, or is several things, all
    for made, title in shown_together(home).items():
        if o := making.one(made):
            alone = {"file": making.drawn.picture(o.art, LARGE), "shape": shape(o.art)}
            kept = _on_places(making, made) or _several(making, made)
            label = words.localized(title, _)
            found[made if kept else o.art] = {"label": label if kept else _named(making, made, label, _)} | (
                kept or alone
            )
    return list(found.values())


def _named(making: PageBuilder, made: Made, label: str, _: Translate) -> str:
    """The label, and what one picture of a therapist's own shows, where that does not say it: a step of a scale."""
    told, pictures = making.home.as_left(made), making.home.chosen(made)
    alone = made.home in (*ON_PAGE, CARD) and told is not None and len(pictures) == 1
    word = words.word_below(pictures[0], told, label, _) if alone and told else ""
    return _("{title}: {how}").format(title=label, how=word) if word else label


def _on_places(making: PageBuilder, made: Made) -> dict | None:
    """What tells by where it lies, as it was left; None for what a single picture tells.

    What stands on the jars says whose they are.
    """
    if made.home not in (HOPES.home, JARS.home, BAG.home, *ON_PAGE, CARD):
        return None
    kept = kept_places(step_shown(making.home, made), making.drawn, making.say)
    return kept | {"groups": []} if made.home == JARS.home and kept and kept["scene"] else kept


def _several(making: PageBuilder, made: Made) -> dict | None:
    """All of several things of a page or cards of a therapist's own, each once; None where it is one."""
    arts = tuple(dict.fromkeys(o.art for o in making.home.chosen(made)))
    if made.home not in (*ON_PAGE, CARD) or len(arts) < 2:
        return None
    return {"heap": [{"file": making.drawn.picture(art, LARGE), "shape": shape(art)} for art in arts]}
