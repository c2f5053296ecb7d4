"""What of a step goes home, where its file says that what lies at some places stays here.

Pure: a step as papers may tell it in, the same without those places out.
"""

from msgspec.structs import replace

from game.core.events import ActivityPage, StepSummary
from game.core.ids import Option, Sign, SpotId
from game.core.picture import Backdrop, Picture, Stamp, Thing, TouchArea, covers
from game.core.table import CHOSEN, Offered


def going_home(told: StepSummary) -> StepSummary:
    """The step without the places of which nothing goes home, and without all that lies there."""
    if not told.stays_here:
        return told
    rows, scene = tuple(row for row in told.rows if row.spot not in told.stays_here), told.home_scene or told.scene
    screen = told.screen and _without(told.screen, frozenset(told.stays_here), told.home_scene)
    return replace(told, rows=rows, scene=scene, screen=screen)


def those_that_go_home(pictures: tuple[Offered, ...], page: ActivityPage, result: str) -> tuple[Offered, ...]:
    """Of the pictures of this result on this page those that lie where something goes home."""
    told = [one for one in page.steps if one.result == result]
    if not any(one.stays_here for one in told):
        return pictures
    there = {o.id for one in told for row in going_home(one).rows if row.how == CHOSEN for o in row.pictures}
    return tuple(o for o in pictures if o.id in there)


def _without(screen: Picture, places: frozenset[str], scene: str) -> Picture:
    """The screen without these places, their signs, and what lies on them, before this scene; "" for the same one."""
    named = {SpotId(place) for place in places} | {Sign(place) for place in places}
    areas = [thing for thing in screen.things if isinstance(thing, TouchArea) and thing.means in named]

    def stays(thing: object) -> bool:
        if isinstance(thing, Stamp) and isinstance(thing.means, Option):
            return any(covers(area, thing.x, thing.y) for area in areas)
        return thing in areas or (isinstance(thing, Stamp) and not named.isdisjoint((thing.means, thing.id)))

    def shown(thing: Thing) -> Thing:
        return replace(thing, scene=scene or thing.scene) if isinstance(thing, Backdrop) else thing

    return replace(screen, things=tuple(shown(thing) for thing in screen.things if not stays(thing)))
