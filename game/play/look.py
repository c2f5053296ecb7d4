"""The quiet look, for those to whom animals and faces are too young: this file alone says which visits have it.

The companion is small and looks away, or is a thing of paper; feelings are weather and a line; the pen is thin and the
sheet large. Where things lie and what they mean is the same, so that a journal is. Pure: values in, values out.
"""

from itertools import dropwhile

from msgspec.structs import replace

from game.core.companion import FEET, companion_on, covered
from game.core.events import NOBODY_YET, Begun
from game.core.feelings import worn
from game.core.ids import Option, Scenery
from game.core.lanterns import KEEPER_ID, OF_VISITS
from game.core.partings import parted
from game.core.picture import HELD, LIGHT, PAINTED, Art, Backdrop, Picture, Stamp, Thing
from game.core.poses import HOLDING_UP
from game.core.puppet import AWAY, QUIET, RESTING
from game.core.table import Offered, Spot
from game.core.wish_easels import paws
from game.play.picture_source import PictureSource
from game.play.record import Record, companion_of

OF_PAPER = ("paper-lantern", "paper-boat", "paper-kite")  # companions for those who are too old for animals
DIM = 0.5  # of its strength: how strong the light is on a spot that waits
HIDDEN = 0.5  # of its figure: where more of it is behind something, it is not seen what it is
FOOT = 0.38  # of its width: how far below the middle of what lies before it is the ground there
SMALL, MEANT = 0.52, 0.72  # of its width, how wide the companion is, and where it is itself what is laid
AT_DOOR = 0.38  # and who keeps the door, while a child has chosen nobody: it seemed to be one to choose


def is_quiet(begun: Begun, record: Record) -> bool:
    """Whether this visit has the quiet look: as the grown-up has said, or since the child has chosen no animal."""
    return begun.quiet or companion_of(record) in OF_PAPER


def quieter_offered(offered: tuple[Offered, ...], library: PictureSource) -> tuple[Offered, ...]:
    """What is offered, with the quiet pictures of those that have one; where that shows another thing, and the file has
    no words of its own, it is called what is seen. What stands for visits keeps its name, by which it is known which
    of them is today's: it is quiet where it is drawn.
    """
    names = library.quiet().difference(OF_VISITS)
    return tuple(_quieter_one(o, o.art, library) if isinstance(o.art, str) and o.art in names else o for o in offered)


def _quieter_one(picture: Offered, art: str, library: PictureSource) -> Offered:
    label = library.quiet_label(art) if picture.label == library.label(art) else picture.label
    return replace(picture, art=art + QUIET, label=label)


def quieter_spots(spots: tuple[Spot, ...], names: frozenset[str]) -> tuple[Spot, ...]:
    """The spots, with quiet signs, with a quiet front before what lies there, and quiet once they have changed."""
    return tuple(
        replace(g, sign=_quieter(g.sign, names), front=_quieter(g.front, names), lit=_quieter(g.lit, names))
        for g in spots
    )


def _quieter(art: Art, names: frozenset[str]) -> Art:
    return art + QUIET if isinstance(art, str) and art in names else art


def quieter(picture: Picture, library: PictureSource) -> Picture:
    """The screen with its companion small, on the same ground, an animal seen from behind, and with half the light;
    what the scene has for this look alone lies over the land. Where the companion is itself what is laid, it is
    somewhat larger: it is to be touched.
    """
    here = companion_on(picture)
    small = here and _beside(_smaller(here, library), picture)
    things = [small if small and t is here else _older(_dimmer(t), library) for t in _lower(picture, here, small)]
    things.sort(key=lambda t: not _keeps_the_door(t))
    behind = [replace(t, scene=library.quiet_scene(t.scene)) for t in things if isinstance(t, Backdrop)]
    over = [_over(place) for scene in behind for place in library.over(scene.scene)]
    return replace(picture, things=(*behind, *over, *(t for t in things if not isinstance(t, Backdrop))))


def _lower(picture: Picture, here: Stamp | None, small: Stamp | None) -> tuple[Thing, ...]:
    """What it holds up comes down with its paws."""
    *things, held = picture.things
    if not here or not small or here.loop != HOLDING_UP or not isinstance(held, Stamp):
        return picture.things
    return (*things, replace(held, y=held.y + paws(small) - paws(here)))


def _keeps_the_door(thing: Thing) -> bool:
    """True for who is seen from behind, and so sits behind the back of a bench: it lies before all but the land."""
    return isinstance(thing, Stamp) and thing.id == KEEPER_ID


def _over(spot: Spot) -> Stamp:
    return Stamp(spot.sign, spot.x, spot.y, spot.width, spot.height, id=Scenery(spot.name), lift=PAINTED)


def _dimmer(thing: Thing) -> Thing:
    if isinstance(thing, Stamp) and thing.lift == LIGHT:
        return replace(thing, strength=DIM * thing.strength)
    return thing


def _smaller(companion: Stamp, library: PictureSource) -> Stamp:
    art = turned_away(companion.art, library)
    small = AT_DOOR if isinstance(art, str) and art.startswith(looking_away(NOBODY_YET)) else SMALL
    width = (MEANT if companion.means else small) * companion.width
    return replace(companion, art=art, y=companion.y + FEET * (companion.width - width), width=width)


def _beside(companion: Stamp, picture: Picture) -> Stamp:
    """Where it would be hidden more than half, it stands to the left of what lies before it: of who is small, only the
    head was seen above a ball of glass. Who was laid there stands at the side where it is, on the ground. Never from
    what a child carries or has laid: it would leap to and fro.
    """
    later = dropwhile(lambda t: not isinstance(t, Stamp) or t.id != companion.id, picture.things)
    stands = (t for t in later if isinstance(t, Stamp) and t.lift != HELD and t.id != companion.id)
    before = (t for t in stands if not isinstance(t.id, Option))
    hides = next((t for t in before if covered(t, companion.x, companion.y, companion.width) > HIDDEN), None)
    if not hides:
        return companion
    if companion.means:
        return _at_its_side(companion, hides)
    return replace(companion, x=hides.x - (hides.width + companion.width) / 2)


def _at_its_side(companion: Stamp, hides: Stamp) -> Stamp:
    """On the ground on which what hides it stands, at the side where it was laid."""
    side = 1 if companion.x - hides.x > hides.width / 10 else -1
    y = max(companion.y, hides.y + FOOT * hides.width - FEET * companion.width)
    return replace(companion, x=hides.x + side * hides.width / 2, y=y)


def _older(thing: Thing, library: PictureSource) -> Thing:
    """No animal that can be chosen, nor any two that part, has a face; who draws has a pen for a crayon."""
    if not isinstance(thing, Stamp):
        return thing
    through = tuple(quieter_art(art, library) for art in thing.through)
    return replace(thing, art=quieter_art(thing.art, library), through=through)


def quieter_art(art: Art, library: PictureSource) -> Art:
    """What is seen in place of this picture: an animal from behind, two that part as what they do, and what has a quiet
    picture as that; what is a piece of the land is muted with it. What a child has made stays as it is.
    """
    two = parted(art) if isinstance(art, str) else None
    seen = _quieter(two[1] if two else turned_away(art, library), library.quiet())
    return _quieter(seen, library.of_the_land())


def turned_away(art: Art, library: PictureSource) -> Art:
    """An animal from behind, awake or asleep; any other picture as it is, and one in which somebody wears a feeling."""
    if not isinstance(art, str) or worn(art):
        return art
    name = art.removesuffix(RESTING)
    puppet = library.puppet(name)
    return looking_away(puppet.name) + art[len(name) :] if puppet else art


def looking_away(name: str) -> str:
    """This companion as it is seen from behind; a thing of paper without arms and legs."""
    return name.removesuffix(AWAY) + AWAY
