"""The sleeve: for each page that is only for the child a sheet to cut out and to fold shut, with the page inside.

Nothing on its outside tells what is in it. It is the one paper that is made from a SleeveRecord.
"""

from msgspec import Struct

from game.art.renderer import Renderer
from game.core.activity import as_heading
from game.core.events import StepSummary
from game.core.ids import SpotId
from game.core.picture import Art, TouchArea
from game.core.puppet import AWAY, RESTING
from game.core.table import Offered, Outcome
from game.paper import words
from game.paper.filled_jar import filled_jar
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
        drawing = InsideBuilder(drawn, record.companion.removesuffix(AWAY), _)
        return {"title": _(TITLE), "folding": _(FOLDING), "insides": [_inside(page, drawing) for page in record.pages]}

    data = outside.data | in_both(options, said) | {"thing": drawn.picture(record.thing, SMALL)}
    return (Sheet("sleeve", data, outside.pictures | drawn.pictures, record.day, shown=outside),)


def _closed(record: SleeveRecord, renderer: Renderer, options: PaperOptions) -> Sheet:
    """The card as it lies there shut: all of it that a screen shows."""
    drawn = PaperImages(renderer)
    said = in_both(options, lambda language: {"title": words_of(language)(TITLE)})
    cover = said | {"companion": drawn.picture(record.companion + RESTING, OUTSIDE)}
    return Sheet("sleeve-closed", basics(options) | cover, drawn.pictures, record.day)


def _inside(page: SleevePage, drawing: "InsideBuilder") -> dict:
    """The page as it was left, where the places on which things lie mean something; else what was chosen or made."""
    slips = [slip for result in page.results for slip in drawing.slips(result)]
    alone = slips[0]["scene"] if len(slips) == 1 else None
    return {"title": words.localized(page.name, drawing.say), "scene": alone, "pictures": [] if alone else slips}


def _lies_in_scene(told: StepSummary) -> bool:
    """True where all of it is seen in its scene, and lies on one of several places there, or stands by itself."""
    things = told.screen.things if told.screen else ()
    places = [thing for thing in things if isinstance(thing, TouchArea) and isinstance(thing.means, SpotId)]
    return any(row.spot for row in told.rows) and len(places) != 1 and can_be_seen(told)


class InsideBuilder(Struct, frozen=True):
    """What the insides are made with: what draws, who has the feelings on jars, and the language."""

    drawn: PaperImages
    companion: str
    say: Translate

    def slips(self, result: HomeResult) -> list[dict]:
        """All that was laid: in its scene, where that can be seen, else in its jars, or thing by thing."""
        told = result.as_left()
        if told is None:
            return [self.slip(o.art, "", WHOLE) for o in result.pictures]
        if scene := self.drawn.scene(told, SCENE_SCALE) if _lies_in_scene(told) else None:
            label = as_heading(words.localized(told.says, self.say))
            return [{"file": "", "label": label, "shape": scene["height"] / scene["width"], "scene": scene}]
        return [slip for row in told.rows for slip in self.row(row, told)]

    def row(self, row: Outcome, told: StepSummary) -> list[dict]:
        """The jar with what lies in it; where there is none, each thing as often as it was laid, with its place where
        there are several.
        """
        if jar := filled_jar(row, told, self.drawn, self.companion):
            return [self.slip(jar, words.place_first(row, self.say), SMALL)]
        several = len({other.label for other in told.rows}) > 1
        place = words.localized(row.label, self.say) if several else ""
        pixels = WHOLE if len(told.rows) == len(row.pictures) == 1 else SMALL
        return [self.slip(o.art, _label(o, told, place, self.say), pixels) for o in row.pictures]

    def slip(self, art: Art, label: str, pixels: int) -> dict:
        """A picture with its words."""
        return {"file": self.drawn.picture(art, pixels), "label": label, "shape": shape(art), "scene": None}


def _label(picture: Offered, told: StepSummary, place: str, _: Translate) -> str:
    label = words.label(picture, told, _)
    return _("{done} ({place})").format(done=label, place=place) if place else label
