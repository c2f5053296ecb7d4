"""Which pictures a record shows from an event on: the therapist's own among them are kept with it.

Pure: no clock, no files, no pygame. A PictureSource keeps them.
"""

from game.core.events import Arrived, Event
from game.core.picture import Art, pieces
from game.core.table import Table
from game.play.state import Visit


def pictures_shown(visit: Visit, event: Event) -> list[str]:
    """The names of the pictures that the record shows from this event on: the trail's, and a table's."""
    on_table = _pictures_on(event.table) if isinstance(event, Arrived) else ()
    scenes = [event.table.scene, event.table.home_scene] if isinstance(event, Arrived) else []
    seen = [name for art in (*(stop.cover for stop in visit.begun.stops), *on_table) for name in pieces(art)]
    return [scene for scene in scenes if scene] + seen


def _pictures_on(table: Table) -> tuple[Art, ...]:
    """All pictures that lie on the table, or stand at a place of its scene."""
    bases = () if table.base is None else (table.base,)
    spots = (*table.spots, *table.signposts)
    return (*(o.art for o in (*table.offered, *table.beside, *bases)), *(spot.sign for spot in spots))
