"""The quiet look, for those to whom animals and faces are too young: this file alone says which visits have it.

The companion is small and looks away, or is a thing of paper; feelings are weather and a line; the pen is thin and the
sheet large. Where things lie and what they mean is the same, so that a journal is. Pure: values in, values out.
"""

from typing import Any

from msgspec.structs import replace

from game.core.events import Begun
from game.core.feelings import worn
from game.core.ids import Scenery
from game.core.layout import FEET, companion_on
from game.core.partings import parted
from game.core.picture import LIGHT, PAINTED, Backdrop, Picture, Stamp, Thing
from game.core.puppet import AWAY, QUIET
from game.core.table import Ground, Offered
from game.play.picture_source import PictureSource
from game.play.record import Record, companion_of

OF_PAPER = ("paper-lantern", "paper-boat", "paper-kite")  # companions for those who are too old for animals
DIM = 0.5  # of its strength: how strong the light is on a spot that waits
OVER = "quiet-"  # so begin the names of spots whose sign lies over the land in this look alone
SMALL = 0.62  # of its width, how wide the companion is


def is_quiet(begun: Begun, record: Record) -> bool:
    """Whether this visit has the quiet look: as the grown-up has said, or since the child has chosen no animal."""
    return begun.quiet or companion_of(record) in OF_PAPER


def quieter_offered(offered: tuple[Offered, ...], names: frozenset[str]) -> tuple[Offered, ...]:
    """What is offered, with the quiet pictures of those `names` that have one; each is called as before."""
    return tuple(replace(o, art=o.art + QUIET) if o.art in names and isinstance(o.art, str) else o for o in offered)


def quieter_grounds(grounds: tuple[Ground, ...], names: frozenset[str]) -> tuple[Ground, ...]:
    """The spots, with quiet signs, with a quiet front before what lies there, and quiet once they have changed."""
    return tuple(
        replace(g, sign=_quieter(g.sign, names), front=_quieter(g.front, names), lit=_quieter(g.lit, names))
        for g in grounds
    )


def _quieter(art: Any, names: frozenset[str]) -> Any:
    return art + QUIET if isinstance(art, str) and art in names else art


def quieter(picture: Picture, library: PictureSource) -> Picture:
    """The screen with its companion small, on the same ground, an animal seen from behind, and with half the light;
    what the scene has for this look alone lies over the land. Where the companion is itself what is laid, it is as
    large as it always is: what can be touched stays as it is.
    """
    here = companion_on(picture)
    things = [_smaller(t, library) if t is here else _older(_dimmer(t), library) for t in picture.things]
    behind = [replace(t, scene=library.quiet_scene(t.scene)) for t in things if isinstance(t, Backdrop)]
    over = [_over(spot) for scene in behind for spot in library.grounds(scene.scene) if spot.name.startswith(OVER)]
    return replace(picture, things=(*behind, *over, *(t for t in things if not isinstance(t, Backdrop))))


def _over(ground: Ground) -> Stamp:
    return Stamp(ground.sign, ground.x, ground.y, ground.width, ground.height, id=Scenery(ground.name), lift=PAINTED)


def _dimmer(thing: Thing) -> Thing:
    if isinstance(thing, Stamp) and thing.lift == LIGHT:
        return replace(thing, strength=DIM * thing.strength)
    return thing


def _smaller(companion: Stamp, library: PictureSource) -> Stamp:
    art, width = companion.art, (1 if companion.means else SMALL) * companion.width
    puppet = library.puppet(art) if isinstance(art, str) and not worn(art) else None
    if puppet:
        art = looking_away(puppet.name)
    return replace(companion, art=art, y=companion.y + FEET * (companion.width - width), width=width)


def _older(thing: Thing, library: PictureSource) -> Thing:
    """An animal that can be chosen is seen from behind, and what has a quiet picture is that, such as a pen for a
    crayon; two that part have no faces.
    """
    if not isinstance(thing, Stamp) or not isinstance(thing.art, str):
        return thing
    two, puppet = parted(thing.art), library.puppet(thing.art)
    if puppet and not worn(thing.art):
        return replace(thing, art=looking_away(puppet.name))
    return replace(thing, art=_quieter(two[1] if two else thing.art, library.quiet()))


def looking_away(name: str) -> str:
    """This companion as it is seen from behind; a thing of paper has no face."""
    return name if name in OF_PAPER else name + AWAY
