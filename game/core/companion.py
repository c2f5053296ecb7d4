"""The companion on a child's screen: where it is, what is where beside it, and what lies behind every step with it.

Geometry in design units (1280 x 800). Pure: values in, values out; no clock, no files, no pygame.
"""

from msgspec.structs import replace

from game.core.company import company
from game.core.feelings import worn
from game.core.ids import Option, Scenery
from game.core.partings import parted
from game.core.picture import Art, Backdrop, Picture, Stamp, Thing, Things, TouchArea, box
from game.core.puppet import LOOKING
from game.core.spots import spot_signs
from game.core.table import SceneLayout, Table

FEET = 0.415  # so many of its widths below the middle of its picture are the companion's feet
STRIDE, STEP = 0.2, 0.42  # of its width, how far a calm step goes, and the seconds for it
COMPANION = (366, 626, 168)  # centre and width: lower left, between the controls and the tray
SLIM, TALL = 0.6, 0.84  # of its width: how wide and high its figure is, seen without arms and ears
HEM = 0.12  # so much of it can be behind something, and it is seen
COMPANION_ID = Scenery("companion")
CARRIED_ID = Scenery("carried")  # what the companion carries, wherever it goes
BESIDE_ID = Scenery("beside")  # what it has beside it, where it has no paws to see
HELPED, ALONE = "helped", "alone"  # its loop where it has come past a rough stone, on which help lies or none
PAST = (0.9, 0.34)  # where it is then, seen from the stone's middle: so many of its widths to the right, and down
PAWS_ID = Scenery("paws")  # its arms, over what it holds
FEELING_ID = Scenery("feeling")  # what is in the air around it while it waits
CARRIED, CARRIED_LOW = 0.44, 0.225  # of the companion's width: how wide that is, how far below its middle


def setting(table: Table, wears: Art = "", before: Things = ()) -> Things:
    """What lies behind every step: the scene, and the companion looking towards what can be touched. It `wears` the
    feeling of this picture, if it is one; it is not there twice, where it is seen in this picture. Where what lies
    `before` it would hide it, it is where it is in every scene that says nothing.
    """
    if isinstance(wears, str) and (parted(wears) or company(wears)):
        return scenery(table)
    own = companion_at(table.layout)
    x, y, width = COMPANION if any(covered(thing, *own) > HEM for thing in before) else own
    art = wears if isinstance(wears, str) and worn(wears) else table.companion + LOOKING
    return (*scenery(table), Stamp(art, x, y, width, id=COMPANION_ID))


def scenery(table: Table) -> Things:
    """The scene, with the pictures that a therapist's own has at places at which nothing is done here."""
    return (Backdrop(table.scene), *spot_signs(table.signposts))


def covered(thing: Thing, x: float, y: float, width: float) -> float:
    """How much of a companion there this lies over, or lies under: a share of its figure, 0 for nothing."""
    if not isinstance(thing, Stamp | TouchArea):
        return 0.0
    apart = zip((abs(thing.x - x), abs(thing.y - y)), box(thing), (SLIM * width, TALL * width), strict=True)
    across, down = (max(0.0, min(body, (body + size) / 2 - far)) / body for far, size, body in apart)
    return across * down


def place_setting(table: Table) -> Things:
    """The same where pictures are laid: the companion is not there twice, where it is itself one of them."""
    return scenery(table) if goes_itself(table) else setting(table)


def itself(stamp: Stamp, table: Table) -> Stamp:
    """The companion, where it is itself what is laid: no picture of it, it lives, looks and walks."""
    if stamp.art != table.companion or not isinstance(stamp.means, Option) or not goes_itself(table):
        return stamp
    return replace(stamp, art=table.companion + LOOKING, id=COMPANION_ID)


def goes_itself(table: Table) -> bool:
    """True where the companion is offered, once: there is only one of it."""
    return [o.art for o in table.offered].count(table.companion) == 1


def companion_at(layout: SceneLayout) -> tuple[float, float, float]:
    """Centre and width of the companion's picture in a scene."""
    here = layout.companion
    return (here.x, here.y, here.width) if here else COMPANION


def in_paws(x: float, y: float, width: float) -> tuple[float, float, float]:
    """Centre and width of what a companion carries, whose picture has this centre and width: it is before its belly."""
    return x, y + CARRIED_LOW * width, CARRIED * width


def companion_on(picture: Picture) -> Stamp | None:
    """The companion where it is on this screen, None where there is none."""
    return next((thing for thing in picture.things if isinstance(thing, Stamp) and thing.id == COMPANION_ID), None)
