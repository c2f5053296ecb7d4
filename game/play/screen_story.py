"""Which little story a screen has, and among which places it is told; where none may be.

Pure: a visit and a Picture in; no clock, no files, no pygame. When it is played, and what is on the glass then, is
`story_player.py`'s.
"""

from collections.abc import Mapping

from game.core import events
from game.core.activity import Activity
from game.core.companion import companion_on
from game.core.ids import Option, SpotId
from game.core.lanterns import along
from game.core.picture import Picture, Stamp, pieces
from game.core.story import CHILD, Beat, Story
from game.core.story_favours import favours
from game.core.table import CHOSEN, Spot
from game.mechanics import mechanic
from game.play.display_list import scene_of
from game.play.picture_source import SpotsOf
from game.play.state import Visit
from game.play.trail import choices

PRINTS = ("footprints", "two-footprints")  # where nothing stands that somebody could hide


def spots_on(picture: Picture, spots: SpotsOf) -> tuple[Spot, ...]:
    """All places on this screen among which a story is told."""
    return (*along(spots(scene_of(picture)), picture), *choices(picture))


def taken(picture: Picture, spots: tuple[Spot, ...]) -> frozenset[str]:
    """The spots of these at which something stands on this screen; a road has its own places beside such things."""
    there = (thing for thing in picture.things if isinstance(thing, Stamp) and thing.art not in PRINTS)
    stand = {thing.id.name for thing in there if isinstance(thing.id, SpotId)}
    return frozenset(spot.name for spot in spots if spot.name in stand and not spot.size)


def on_trail(stops: tuple[Spot, ...]) -> Story:
    """Here, or there, or there? It thinks of each of the landmarks that are in view, and asks the child."""
    return (*(Beat("think", stop.name) for stop in stops), Beat("look", CHILD), Beat("pose", "wondering"))


def story_of(visit: Visit, activities: Mapping[str, Activity], spots: SpotsOf, picture: Picture) -> Story:
    """What the companion plays where the visit is now, on this screen: () where there is nothing, or what would favour
    an option.
    """
    if visit.place == events.TRAIL and not visit.resting:
        return on_trail(choices(picture))
    if visit.place != events.STEP or visit.resting or visit.activity not in activities:
        return ()
    steps, table = activities[visit.activity].steps, visit.here.table
    story = steps[visit.step].story if visit.step < len(steps) else ()
    offered = {name for o in (*table.offered, *table.beside) for name in (o.id, *pieces(o.art))}
    return () if favours(story, offered, spots(table.scene)) else story


def companion_is_set(visit: Visit, picture: Picture) -> bool:
    """True where the child has laid the companion itself somewhere: from there no story fetches it."""
    stamp = companion_on(picture)
    if visit.place != events.STEP or stamp is None or not isinstance(stamp.means, Option):
        return False
    here = visit.here
    rows = mechanic(here.table.mechanic).told(here.table, here.state)
    return any(row.how == CHOSEN and o.id == stamp.means.name for row in rows for o in row.pictures)
