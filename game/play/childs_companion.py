"""Pictures of a companion that feels something, parts from somebody or goes somewhere show the child's own.

Pure given what it is handed: the record so far, and a PictureSource.
"""

from msgspec.structs import replace

from game.core.company import SEEN_IN, seen_in
from game.core.events import ANIMAL, NOBODY_YET, TRAVELLER
from game.core.feelings import FEELINGS, POSE_OF, wearing
from game.core.partings import WAYS, parting
from game.core.picture import Art
from game.core.table import Offered, Spot
from game.play.picture_source import PictureSource
from game.play.record import Record, companion_of


def who_is_there(activity: str, result: str, record: Record) -> str:
    """The child's own; where it is chosen who keeps the door, as on the first visit: it would be there twice."""
    return NOBODY_YET if (activity, result) == (TRAVELLER, ANIMAL) else companion_of(record)


def as_worn(listed: tuple[Offered, ...], record: Record, library: PictureSource) -> tuple[Offered, ...]:
    """Feelings as the child's own companion wears them; who has none that can, sees who keeps the door."""
    if {o.art for o in listed}.isdisjoint(FEELINGS):
        return listed
    return tuple(replace(o, art=_wearing(o.art, record, library)) for o in listed)


def signs_worn(spots: tuple[Spot, ...], record: Record, library: PictureSource) -> tuple[Spot, ...]:
    """Spots for feelings, with the child's own companion as it wears them."""
    return tuple(replace(g, sign=_wearing(g.sign, record, library)) for g in spots)


def as_parted(listed: tuple[Offered, ...], record: Record, library: PictureSource) -> tuple[Offered, ...]:
    """Ways to part as the child's own companion and who keeps the door do."""
    who = _who(record, library)
    return tuple(replace(o, art=parting(who, o.art)) if isinstance(o.art, str) and o.art in WAYS else o for o in listed)


def as_in_company(listed: tuple[Offered, ...], record: Record, library: PictureSource) -> tuple[Offered, ...]:
    """Pictures in which a companion is, with the child's own in it."""
    return tuple(replace(o, art=_seen(o.art, record, library)) for o in listed)


def signs_in_company(spots: tuple[Spot, ...], record: Record, library: PictureSource) -> tuple[Spot, ...]:
    """Spots with a sign in which a companion is, with the child's own in it."""
    return tuple(replace(g, sign=_seen(g.sign, record, library)) for g in spots)


def _seen(art: Art, record: Record, library: PictureSource) -> Art:
    return seen_in(_who(record, library), art) if isinstance(art, str) and art in SEEN_IN else art


def _wearing(art: Art, record: Record, library: PictureSource) -> Art:
    return wearing(_who(record, library), art) if isinstance(art, str) and art in POSE_OF else art


def _who(record: Record, library: PictureSource) -> str:
    """The child's companion; who has none that is a puppet, sees who keeps the door."""
    return companion_of(record) if library.puppet(companion_of(record)) else NOBODY_YET
