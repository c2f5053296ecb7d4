"""What lies above a form: the keys of a keyboard on the glass, and what is told. Nothing below moves for it.

Pure, as `arrange.py` is, which places what the form itself shows.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from game.desk.arrange import Arranging
from game.desk.form import Button, Card, Item, Text, Told
from game.desk.placed import Placed, lowered, mirrored
from game.desk.text.shaping import TextShaper

KEYS = 1280  # the width of the keyboard
INSIDE, EDGE, BESIDE = 10, 32, 24  # around what is told: in its sheet, at the desk's edge, and from the last tab
MIDDLE = 50  # of the tabs, from the upper edge


def arrange_keys(keys: Item, size: tuple[int, int], shaper: TextShaper) -> tuple[Placed, ...]:
    """The keys of a keyboard at the lower edge, on a sheet of their own; a keyboard is never mirrored."""
    making = Arranging(shaper)
    wide, pad = min(size[0], making.px(KEYS)), making.px(12)
    high = making.lay(keys, (size[0] - wide) // 2 + pad, 0, wide) + 2 * pad
    top = size[1] - high
    sheet = Placed(Card(Text("")), (0, top, size[0], high + 2 * pad), glass=True)  # its lower corners are not seen
    return (sheet, *(replace(lowered(p, top + pad), glass=True) for p in making.placed))


def arrange_told(told: Told, form: Iterable[Placed], size: tuple[int, int], shaper: TextShaper) -> tuple[Placed, ...]:
    """What is told, on a sheet as wide as its words: beside the tabs of the `form`, or, told low, at the desk's foot.

    Three lines are as high as the tabs.
    """
    making, text = Arranging(shaper), told.text
    free = size[0] - _end_of_tabs(form, size[0], shaper.rtl) - making.px(BESIDE + EDGE)
    wide = min(free, shaper.width(text.text, text.style) + making.px(2 * INSIDE) + 1)
    high = making.lay(Card(text, INSIDE), size[0] - wide - making.px(EDGE), 0, wide)
    down = size[1] - high - making.px(20) if told.low else max(2, making.px(MIDDLE) - high // 2)
    placed = (replace(lowered(p, down), told=True) for p in making.placed)
    return tuple(mirrored(p, size[0]) if shaper.rtl else p for p in placed)


def _end_of_tabs(form: Iterable[Placed], width: int, rtl: bool) -> int:
    """So many pixels from where people begin to read; half the desk where it has no tabs."""
    boxes = [p.box for p in form if isinstance(p.item, Button) and p.item.look == "tab"]
    return max((width - box[0] if rtl else box[0] + box[2] for box in boxes), default=width // 2)
