"""An item of a form in its place: a rectangle of pixels. What is moved there keeps all else.

Plain frozen values; this file knows no window and does not say where anything goes, which is `arrange.py`'s.
"""

from collections.abc import Hashable

from msgspec import Struct
from msgspec.structs import replace

from game.desk.form import Button, Entry, Item, Means, Scroll, Tile
from game.desk.text.shaping import ShapedLine

Box = tuple[int, int, int, int]  # left, top, width, height in pixels


class Placed(Struct, frozen=True):
    """An item and its box; `within` is the name of the Scroll it lies in, None for the desk itself.

    `text` are lines to be written there, `style` and `tone` how (the last `notes` of them small and soft), `middle`
    whether in the middle of the box; with an `inset` they begin so many pixels from the side where people begin to
    read. `glass`: it belongs to the keyboard on the glass, which lies above all else; `told`: it is what is told, above
    the form. `inner` is, of a Scroll, the width and height in pixels of what is in it. What has one `stop` is one for
    *Tab*: it is what the first of them means.
    """

    item: Item
    box: Box
    within: Hashable = None
    text: tuple[ShapedLine, ...] = ()
    notes: int = 0
    style: str = ""
    tone: str = ""
    middle: bool = False
    inset: int = 0
    glass: bool = False
    told: bool = False
    inner: tuple[int, int] = (0, 0)
    stop: Means | None = None


def element_key(placed: Placed) -> Placed:
    """What must be the same for an element to stay: not what was typed into a box, a small page that comes, nor the
    things with which it is one stop of the keys; one that is pressed just then would be lost with its press."""
    item, placed = placed.item, replace(placed, stop=None)
    if isinstance(item, Button) and isinstance(item.page, bytes):
        return replace(placed, item=replace(item, page=b""))
    return replace(placed, item=replace(item, value="")) if isinstance(item, Entry) else placed


def element_name(placed: Placed) -> tuple:
    """What makes it the same thing wherever it stands."""
    item = placed.item
    return (item.name,) if isinstance(item, Scroll) else (placed.within, replace(item, value="", hint=""))


def lowered(placed: Placed, down: int) -> Placed:
    """The same so many pixels further down."""
    x, y, width, height = placed.box
    return replace(placed, box=(x, y + down, width, height))


def filled(placed: Placed, top: int, high: int) -> Placed:
    """In a line of things words stand in the middle, tiles are all as high as the highest."""
    x, _, width, height = placed.box
    if isinstance(placed.item, Tile):
        return replace(placed, box=(x, top, width, high))
    return replace(placed, box=(x, top + (high - height) // 2, width, height))


def mirrored(placed: Placed, width: int) -> Placed:
    """The same in a room so wide, from the right."""
    x, y, wide, high = placed.box
    return replace(placed, box=(width - x - wide, y, wide, high))
