"""How large an item of a form is that holds no others (words, a button, a tile, a box to type in, a picture), and how
its words are broken into lines.

Pure but for the letters, which know how wide words are. Where it stands among others is `arrange.py`'s; it knows no
pygame_gui.
"""

from game.desk.form import Button, Entry, Image, Item, Text, Tile, page_room, picture_side
from game.desk.placed import Placed
from game.desk.text.shaping import TextShaper
from game.desk.text.text_box_view import height_of
from game.desk.theme import CHIPS, style_of, tone_of

BUTTON, INSIDE = 64, 26  # height and padding in design units
CHIP, INSIDE_CHIP = 56, 17  # the same of what is one of several
INSIDE_SECTION = 11  # five of them stand beside each other in a form
ENTRY_LINE = 30
BESIDE_WORDS = 6  # free beside the words of a tile: a long one is not broken
BESIDE = dict.fromkeys(CHIPS, INSIDE_CHIP) | {"section": INSIDE_SECTION}  # the words on a button, to each side


def in_pixels(units: float, shaper: TextShaper) -> int:
    """Design units in pixels."""
    return round(units * shaper.scale)


def own_width(item: Item, shaper: TextShaper) -> int:
    """How wide the item is by itself, in pixels; 0 for one that takes what there is."""
    match item:
        case Button():
            longest = max(shaper.width(line, style_of(item)) for line in item.words.split("\n"))
            own = longest + 2 * in_pixels(BESIDE.get(item.look, INSIDE), shaper)
            return in_pixels(item.width, shaper) or max(own, in_pixels(BUTTON, shaper))
        case Text():
            longest = max(shaper.width(line, item.style) for line in item.text.split("\n")) + 1
            return max(in_pixels(item.width, shaper), longest)
        case Tile():
            return in_pixels(item.side, shaper)
        case Entry() | Image():
            return in_pixels(item.width, shaper)
        case _:
            return 0


def measured(
    item: Text | Button | Tile | Entry | Image, x: int, y: int, width: int, shaper: TextShaper, scrolls: bool = False
) -> Placed:
    """The item with its upper corner here, in a room so wide, in pixels. `scrolls`: it lies in what can be scrolled."""
    match item:
        case Text():
            return _words(item, x, y, width, shaper)
        case Button():
            return _button(item, x, y, width, shaper)
        case Tile():
            return _tile(item, x, y, shaper)
        case Entry():
            wide = min(width, in_pixels(item.width, shaper) or width)
            return Placed(item, (x, y, wide, _entry_height(item, wide, shaper, scrolls)))
        case Image():
            return Placed(item, (x, y, in_pixels(item.width, shaper), in_pixels(item.height, shaper)))


def _words(item: Text, x: int, y: int, width: int, shaper: TextShaper) -> Placed:
    lines = shaper.lines(item.text, item.style, width)
    high = shaper.height(item.style) * len(lines)
    middle = bool(item.width)
    return Placed(item, (x, y, width, high), text=lines, style=item.style, tone=item.tone, middle=middle)


def _entry_height(item: Entry, wide: int, shaper: TextShaper, scrolls: bool) -> int:
    """A long box in what scrolls is as high as its words, so that nothing in it scrolls."""
    high = in_pixels(BUTTON - ENTRY_LINE + ENTRY_LINE * item.lines, shaper)
    return max(high, height_of(item, shaper, wide)) if scrolls and item.lines > 1 else high


def _button(item: Button, x: int, y: int, width: int, shaper: TextShaper) -> Placed:
    wide = width if item.look == "item" else min(own_width(item, shaper), width)
    style, inset = style_of(item), in_pixels(INSIDE_CHIP if item.look == "item" else 0, shaper)
    least, inside = (CHIP, INSIDE_CHIP) if item.look in CHIPS else (BUTTON, INSIDE)
    sides = min(in_pixels(INSIDE, shaper), 2 * in_pixels(BESIDE.get(item.look, INSIDE), shaper)) * (style != "key")
    if item.page is not None:
        size, around = page_room(item)
        inset, least = in_pixels(size[0] + 2 * around, shaper), size[1] + 2 * around
        sides = inset + in_pixels(around, shaper)
    lines = shaper.lines(item.words, style, wide - sides)
    notes = shaper.lines(item.note, "small", wide - sides) if item.note else ()
    words = shaper.height(style) * len(lines + notes) + in_pixels(inside, shaper)
    box, tone = (x, y, wide, max(in_pixels(least, shaper), words)), tone_of(item)
    return Placed(item, box, text=lines + notes, notes=len(notes), style=style, tone=tone, middle=True, inset=inset)


def _tile(item: Tile, x: int, y: int, shaper: TextShaper) -> Placed:
    wide, inside = in_pixels(item.side, shaper), in_pixels(item.side - BESIDE_WORDS, shaper)
    lines = shaper.lines(item.words, "small", inside) if item.words else ()
    notes = shaper.lines(item.note, "small", inside) if item.note else ()
    high = in_pixels(picture_side(item) + 26, shaper) + shaper.height("small") * (len(lines) + len(notes))
    box, tone = (x, y, wide, high), "soft" if item.faint else "ink"
    return Placed(item, box, text=lines + notes, notes=len(notes), style="small", tone=tone, middle=True)
