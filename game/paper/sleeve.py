"""The sleeve: for each page that is only for the child a sheet to cut out and to fold shut, with the page inside.

Nothing on its outside tells what is in it. It is the one paper that is made from a SleeveRecord.
"""

from game.art.renderer import Renderer
from game.core.events import StepSummary
from game.core.ids import SpotId
from game.core.picture import TouchArea
from game.core.puppet import RESTING
from game.core.table import Offered
from game.paper import words
from game.paper.images import PaperImages, can_be_seen, shape
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet, basics
from game.play.home_record import HomeResult
from game.play.sleeve_record import SleevePage, SleeveRecord
from game.system.language import N_, Translate
from game.system.language import words as words_of

WHOLE, SMALL, OUTSIDE, SCENE_SCALE = 1200, 360, 640, 1.6  # pixels of pictures, and to a design unit
TITLE = N_("Only for me")
FOLDING = N_(
    "Cut along the dashes, and the little slit. Fold the upper half back, then fold it like a book: the tongue goes "
    "into the slit, and it is shut."
)


def sheets(record: SleeveRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> tuple[Sheet, ...]:
    """The sleeve, ready to be printed, a sheet of paper for each page; () where nothing lies in it. Raises Trouble."""
    if not record.pages:
        return ()
    drawn, outside = PaperImages(renderer), _closed(record, renderer, options)

    def said(language: str) -> dict:
        _ = words_of(language)
        return {"title": _(TITLE), "folding": _(FOLDING), "insides": [_inside(page, drawn, _) for page in record.pages]}

    data = outside.data | in_both(options, said) | {"thing": drawn.picture(record.thing, SMALL)}
    return (Sheet("sleeve", data, outside.pictures | drawn.pictures, record.day, shown=outside),)


def _closed(record: SleeveRecord, renderer: Renderer, options: PaperOptions) -> Sheet:
    """The card as it lies there shut: all of it that a screen shows."""
    drawn = PaperImages(renderer)
    said = in_both(options, lambda language: {"title": words_of(language)(TITLE)})
    cover = said | {"companion": drawn.picture(record.companion + RESTING, OUTSIDE)}
    return Sheet("sleeve-closed", basics(options) | cover, drawn.pictures, record.day)


def _inside(page: SleevePage, drawn: PaperImages, _: Translate) -> dict:
    """The page as it was left, where the places on which things lie mean something; else what was chosen or made."""
    seen = [told for told in map(_latest, page.results) if told and _lies_in_scene(told)]
    scene = drawn.scene(seen[0], SCENE_SCALE) if len(seen) == 1 == len(page.results) else None
    pictures = [] if scene else [one for result in page.results for one in _pictures(result, drawn, _)]
    return {"title": words.localized(page.name, _), "scene": scene, "pictures": pictures}


def _latest(result: HomeResult) -> StepSummary | None:
    return result.visits[-1][0] if result.visits else None


def _lies_in_scene(told: StepSummary) -> bool:
    """True where all of it is seen in its scene, and lies on one of several places there, or stands by itself."""
    things = told.screen.things if told.screen else ()
    places = [thing for thing in things if isinstance(thing, TouchArea) and isinstance(thing.means, SpotId)]
    return any(row.spot for row in told.rows) and len(places) != 1 and can_be_seen(told)


def _pictures(result: HomeResult, drawn: PaperImages, _: Translate) -> list[dict]:
    told = result.as_left()
    spots = {o.id: row.label for row in told.rows for o in row.pictures} if told else {}
    several = len(set(spots.values())) > 1
    pixels = WHOLE if len(result.pictures) == 1 else SMALL
    return [
        {
            "file": drawn.picture(o.art, pixels),
            "label": _label(o, told, spots.get(o.id, "") if several else "", _),
            "shape": shape(o.art),
        }
        for o in result.pictures
    ]


def _label(picture: Offered, told: StepSummary | None, place: str, _: Translate) -> str:
    if told is None:
        return ""
    label = words.label(picture, told, _)
    return _("{done} ({place})").format(done=label, place=words.localized(place, _)) if place else label
