"""What the child takes home: its pages, where in the workbook they are made, and what it has said of each.

The one place that names the activities and results which the papers look for; whoever renames one in `activities/`
renames it here. Pure: a record in, answers out; no clock, no files, no pygame.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from game.core.events import ANIMAL, THING, TRAVELLER, StepSummary
from game.core.picture import Art
from game.core.table import CHOSEN
from game.play.record import Record
from game.play.state import Visit, pages

Made = tuple[str, str]  # an activity, and a result of it

MY_ANIMAL: Made = (TRAVELLER, ANIMAL)
MY_THING: Made = (TRAVELLER, THING)
WEATHER: Made = ("inside-weather", "weather")
HOPES: Made = ("when-we-are-done", "hopes")
BOTHER: Made = ("the-bother", "bother")
PLACE: Made = ("my-calm-place", "place")
JARS: Made = ("goodbye-jars", "jars")
THEN_AND_NOW: Made = ("what-changed", "then-and-now")
BAG: Made = ("backpack", "bag")
PLAN: Made = ("bumpy-bit", "plan")
STONE: Made = ("pick-a-worry-stone", "stone")
KEEPSAKE: Made = ("choose-a-keepsake", "keepsake")
LEAF: Made = ("leave-one-take-one", "leaf")
EMBLEM: Made = ("leave-one-take-one", "certificate")  # what the child has chosen to stand on its certificate
SHOW_OR_KEEP: Made = ("leave-one-take-one", "show-or-keep")
SHOW, KEEP = "show", "keep"  # the spots on which the child lays its pages


class TakeHomePage(Struct, frozen=True):
    """A page of the child's: the picture that stands for it, its name, and what stands on it.

    `only_when_shown`: it is on no take-home paper unless the child has said that it may be shown.
    """

    picture: str
    name: str
    made: tuple[Made, ...]
    only_when_shown: bool = False


PAGES = (
    TakeHomePage("hopes-page", "Hopes", (HOPES,)),
    TakeHomePage("bother-page", "The bother", (BOTHER,), only_when_shown=True),
    TakeHomePage("calm-place-page", "My calm place", (PLACE,)),
    TakeHomePage("jars-page", "Goodbye jars", (JARS,)),
    TakeHomePage("journey-page", "Then and now", (THEN_AND_NOW,)),
    TakeHomePage("backpack-page", "Backpack", (BAG,)),
    TakeHomePage("pocket-plan-page", "Bumpy bit", (PLAN,)),
    TakeHomePage("keepsake-page", "Keepsake", (KEEPSAKE, STONE)),
)


def with_something(record: Record) -> tuple[TakeHomePage, ...]:
    """The pages that have something on them."""
    seen = [page for visit in record.visits for page in pages(visit)]
    there = {(page.activity, told.result) for page in seen for told in page.steps if told.rows}
    return tuple(page for page in PAGES if there.intersection(page.made))


def said(record: Record) -> dict[str, str]:
    """What the child has said of its pages, the last time that it was asked: SHOW or KEEP, by the page's picture."""
    asked = next(steps(reversed(record.visits), SHOW_OR_KEEP), None)
    rows = asked.rows if asked else ()
    return {o.id: row.spot for row in rows if row.how == CHOSEN for o in row.pictures}


def kept(record: Record) -> tuple[TakeHomePage, ...]:
    """The pages that the child keeps to itself."""
    spots = said(record)
    return tuple(page for page in PAGES if spots.get(page.picture) == KEEP)


def may_go_home(record: Record, made: Made) -> bool:
    """True where nothing that the child has said keeps this result off a take-home paper."""
    spots, on = said(record), [page for page in PAGES if made in page.made]
    if any(spots.get(page.picture) == KEEP for page in on):
        return False
    return all(spots.get(page.picture) == SHOW for page in on if page.only_when_shown)


def is_shown(record: Record, made: Made) -> bool:
    """True where the child has laid the page with this result on SHOW."""
    return any(said(record).get(page.picture) == SHOW for page in PAGES if made in page.made)


def kept_art(record: Record) -> tuple[Art, ...]:
    """The pictures that stand on a page which the child keeps."""
    secret = {made for page in kept(record) for made in page.made}
    seen = [page for visit in record.visits for page in pages(visit)]
    told = [told for page in seen for told in page.steps if (page.activity, told.result) in secret]
    return tuple(o.art for one in told for row in one.rows if row.how == CHOSEN for o in row.pictures)


def steps(visits: Iterable[Visit], made: Made) -> Iterator[StepSummary]:
    """The steps with this result and their screens, visit by visit."""
    for visit in visits:
        for page in pages(visit, screens=True):
            yield from (told for told in page.steps if (page.activity, told.result) == made)
