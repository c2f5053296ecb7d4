"""What of a step goes home, where its file says that what lies at some places stays here.

It stays whatever becomes of it later: what takes it from there, lays stickers on it, or has it as a sign shows it here
alone. Pure: a record in, steps as papers may tell them out.
"""

from msgspec.structs import replace

from game.core.events import StepSummary
from game.core.ids import Option, Sign, SpotId
from game.core.picture import Backdrop, Picture, Stamp, Thing, TouchArea, covers
from game.core.same import kept_for_the_same
from game.core.spots import is_one_of
from game.core.table import CHOSEN, Offered
from game.mechanics import makes_new
from game.play.record import Record
from game.play.visit_pages import activity_pages

NONE: frozenset[str] = frozenset()


def held_back(record: Record, activity: str, result: str) -> frozenset[str]:
    """The names of the pictures of this result of which nothing goes home: as it was laid last, they lie only where
    things stay, or they stayed where this step has taken them from.
    """
    return _held_back(record).get((activity, result), NONE)


@kept_for_the_same
def _held_back(record: Record) -> dict[tuple[str, str], frozenset[str]]:
    """The same of all results, by their activity and name, where there is any."""
    pages = (page for visit in record.visits for page in activity_pages(visit))
    lying = ((page.activity, told.as_it_lies) for page in pages for told in page.steps)
    made = ((activity, told) for activity, told in lying if told.rows and makes_new(told.mechanic))
    laid = {(activity, told.result): told for activity, told in made}
    return {named: held for named, told in laid.items() if (held := _of(told))}


def _of(told: StepSummary) -> frozenset[str]:
    stay, go = _names(told, stay=True), _names(told, stay=False)
    return frozenset((stay - go) | {*told.held_back})


def _names(told: StepSummary, stay: bool) -> set[str]:
    """The pictures that lie where things stay, or where they go home from."""
    rows = (row for row in told.rows if row.how == CHOSEN and is_one_of(row.spot, told.stays_here) == stay)
    return {picture.id for row in rows for picture in row.pictures}


def going_home(told: StepSummary, held: frozenset[str]) -> StepSummary:
    """The step without the places of which nothing goes home, all that lies there, and these pictures."""
    if not told.stays_here and not held:
        return told
    there = (row for row in told.rows if not is_one_of(row.spot, told.stays_here))
    rows = (replace(row, pictures=tuple(o for o in row.pictures if o.id not in held)) for row in there)
    screen = told.home_screen or told.screen
    return replace(
        told,
        rows=tuple(row for row in rows if row.pictures),
        scene=told.home_scene or told.scene,
        screen=screen and _without(screen, told.stays_here, held, told.home_scene),
    )


def goes_home(record: Record, activity: str, told: StepSummary) -> bool:
    """True where anything of this step does, as far as its file says."""
    return bool(told.rows and going_home(told, held_back(record, activity, told.result)).rows)


def those_that_go_home(
    record: Record, activity: str, result: str, pictures: tuple[Offered, ...]
) -> tuple[Offered, ...]:
    """Of these pictures of a result those that do not stay where they were laid."""
    held = held_back(record, activity, result)
    return tuple(picture for picture in pictures if picture.id not in held)


def _without(screen: Picture, places: tuple[str, ...], held: frozenset[str], scene: str) -> Picture:
    """The screen without these places, their signs, what lies on them, and these pictures; before this scene, "" for
    the same one.
    """
    areas = [t for t in screen.things if isinstance(t, TouchArea) and _at(t.means, places)]

    def stays(thing: object) -> bool:
        if isinstance(thing, Stamp) and isinstance(thing.means, Option):
            return thing.means.name in held or any(covers(area, thing.x, thing.y) for area in areas)
        return thing in areas or (isinstance(thing, Stamp) and (_at(thing.means, places) or _at(thing.id, places)))

    def shown(thing: Thing) -> Thing:
        return replace(thing, scene=scene or thing.scene) if isinstance(thing, Backdrop) else thing

    return replace(screen, things=tuple(shown(thing) for thing in screen.things if not stays(thing)))


def _at(name: object, places: tuple[str, ...]) -> bool:
    """True for one of these places, one between it and another, or its sign."""
    return isinstance(name, SpotId | Sign) and is_one_of(name.name, places)
