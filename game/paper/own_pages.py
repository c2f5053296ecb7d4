"""The pages of the therapist's own activities, and of those to which both have agreed: what was laid into a scene as it
was left, or what was chosen or made.

They may be seen anywhere, so they say nothing but the activity's title, or the sentence that its file has for papers.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from msgspec.structs import replace

from game.art.renderer import Renderer
from game.core.activity import as_heading
from game.core.events import StepSummary
from game.core.picture import Art
from game.core.take_home import AGREED, ON_PAGE
from game.paper import words
from game.paper.images import PaperImages, shape
from game.paper.kept_places import lies_in_scene
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.take_home_papers import LARGE, WHOLE, PageBuilder, framed_by
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet
from game.play.consent import Made
from game.play.home_record import HomeRecord
from game.system.language import N_

MINE = N_("A page of mine")
MOST = 6  # results on one page


def sheets(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> tuple[Sheet, ...]:
    """A page for each of the therapist's own activities of which something may go home, in the order in which they
    came; where it is several things, for each drawing besides; and for each card that the child has drawn for its wall.
    """

    def making() -> PageBuilder:
        return PageBuilder(home, PaperImages(renderer), options.language)

    drawn = (_drawn(art, making(), options) for art in home.for_wall)
    of: dict[str, list[Made]] = {}
    for made in available(home):
        of.setdefault(made.activity, []).append(made)
    return (*chain.from_iterable(_of_activity(some, making, options) for some in of.values()), *drawn)


def available(home: HomeRecord) -> list[Made]:
    """What such pages can be made of."""
    return [made for made in home.own(*ON_PAGE, AGREED) if home.latest(made)]


def _of_activity(some: list[Made], making: Callable[[], PageBuilder], options: PaperOptions) -> Iterator[Sheet]:
    """The page of these results of an activity; of several, all on one, and drawings once more as large as can be."""
    for first in range(0, len(some), MOST) if len(some) > 1 else ():
        yield _together(some[first : first + MOST], making(), options)
    for made in some:
        if len(some) == 1 or _is_drawn(making().home.as_left(made)):
            yield _sheet(made, making(), options)


def _is_drawn(told: StepSummary | None) -> bool:
    return told is not None and words.is_drawing(told)


def _together(some: list[Made], making: PageBuilder, options: PaperOptions) -> Sheet:
    """All of them below the activity's title; what is sensitive has none but the words that its file has for papers."""
    home = making.home
    named = not any(_is_sensitive(made, home) for made in some)

    def said(language: str) -> dict:
        here = replace(making, language=language)
        title = words.localized(home.title(some[0]), here.say) if named else ""
        parts = ((made, home.as_left(made)) for made in some)
        return {"title": title, "blocks": [_block(made, told, title, here) for made, told in parts if told is not None]}

    return framed_by("activity-page", in_both(options, said), making, options)


def _block(made: Made, told: StepSummary, title: str, making: PageBuilder) -> dict:
    """One result among others below this title: its words, the scene or its pictures, and what they show, where that is
    not said already.
    """
    label = words.localized(making.home.called(made), making.say)
    laid = making.laid(told) if lies_in_scene(told) else None
    shown = {
        o.art: {"file": making.drawn.picture(o.art, LARGE), "shape": shape(o.art)} for o in making.home.chosen(made)
    }
    below = "" if words.is_drawing(told) else words.lying_there(told, making.say)
    scene = laid and laid["scene"]
    return {
        "label": "" if label == title else label,
        "scene": scene,
        "heap": [] if scene else [*shown.values()],
        "below": "" if below.casefold() == label.casefold() else below,
    }


def _sheet(made: Made, making: PageBuilder, options: PaperOptions) -> Sheet:
    told, pictures = making.home.as_left(made), making.home.chosen(made)
    if told is None:
        raise ValueError(f"nothing was made: {made}")
    alone = pictures[0] if len(pictures) == 1 and not lies_in_scene(told) else None

    def said(language: str) -> dict:
        here = replace(making, language=language)
        titles = _titles(made, here)
        if alone is None:
            return titles | {"words-below": False} | _laid(told, here)
        called = titles["said"] or titles["title"]
        return titles | {"word": words.word_below(alone, told, called, here.say)} | _alone(alone.art, here)

    template = "picture-page" if alone else "scene-page"
    return framed_by(template, in_both(options, said), making, options)


def _titles(made: Made, making: PageBuilder) -> dict:
    """The activity's title, and what its file calls this; what is sensitive has its file's own words alone."""
    title, said = making.home.title(made), making.home.called(made)
    if _is_sensitive(made, making.home) or said.casefold() == as_heading(title).casefold():
        title, said = said, ""
    return {"title": words.localized(title, making.say), "said": words.localized(said, making.say)}


def _is_sensitive(made: Made, home: HomeRecord) -> bool:
    return made.home == AGREED or home.results[made].sensitive


def _drawn(art: Art, making: PageBuilder, options: PaperOptions) -> Sheet:
    def said(language: str) -> dict:
        here = replace(making, language=language)
        return {"title": here.say(MINE)} | _alone(art, here)

    return framed_by("picture-page", in_both(options, said), making, options)


def _alone(art: Art, making: PageBuilder) -> dict:
    return {"picture": making.drawn.picture(art, WHOLE), "shape": shape(art)}


def _laid(told: StepSummary, making: PageBuilder) -> dict:
    """The scene as it was left, and below it what lies where; where there is none to show, what was chosen, each thing
    on a slip of its own.
    """
    laid = making.laid(told) if lies_in_scene(told) else None
    if laid and laid["scene"]:
        return laid | {"below": words.lying_there(told, making.say)}
    slips = [
        {
            "label": _label(row.label, words.label(o, told, making.say)),
            "x": 0.5,
            "heap": [making.drawn.picture(o.art, LARGE)],
        }
        for row in told.rows
        for o in words.each(row)
    ]
    return {"scene": None, "groups": slips, "below": ""}


def _label(place: str, picture: str) -> str:
    return f"{picture}: {place}" if place else picture
