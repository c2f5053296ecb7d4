"""A desk screen as data: words, buttons, boxes to type in and pictures, in rows and columns.

Plain frozen values, in design units of a desk 1280 wide. This file knows no pygame, no font and no record; words come
already in the grown-up's language. `means` is the value that the desk is told when a thing is pressed or typed into.
"""

from collections.abc import Hashable
from enum import Enum
from pathlib import Path

from msgspec import Struct

from game.core.picture import Art

GAP = 18
PAGE, COVER = ((50, 58), 10), ((40, 40), 8)  # the room for a small page or picture, and what is free around it
Means = Struct | Enum  # a frozen value, such as those in `messages.py`


class FileImage(Struct, frozen=True):
    """The picture in a file of the grown-up's, as it was when the file was `changed` last, in nanoseconds."""

    path: Path
    changed: int


Shown = Art | bytes | FileImage  # a picture by its Art, the PNG of a paper's page, or what lies in a file


class Text(Struct, frozen=True):
    """Words, wrapped where they are too long. `style`: title, heading, body, small. `tone`: ink, soft, trouble.

    `width`: in a row, so much room whatever they are, and they stand in its middle; 0: as the words.
    """

    text: str
    style: str = "body"
    tone: str = "ink"
    width: float = 0


class Image(Struct, frozen=True):
    """A picture, which keeps its shape in this room."""

    art: Shown
    width: float
    height: float


class Button(Struct, frozen=True):
    """To be pressed; one that means nothing cannot be, now. `on`: chosen now. `width` 0: as its words. `faint`: its
    words are softer, where nothing comes of it yet.

    `look`: plain, main, choice, quiet, danger, tab, section; an item is as wide as the list that it stands in. One of
    several may have a small picture or `page` before its words, b"" is a blank sheet in its place, and a soft `note`
    below them.
    """

    means: Means | None
    words: str
    look: str = "plain"
    on: bool = False
    width: float = 0
    faint: bool = False
    page: Shown | None = None
    note: str = ""


class Tile(Struct, frozen=True):
    """A picture with words below it, to be pressed where it `means` something. `note` is soft; `side` the width, `high`
    the most that a picture is high; `pictures` lie side by side, `faint` where they are left out.
    """

    means: Means | None
    words: str
    pictures: tuple[Shown, ...]
    on: bool = False
    note: str = ""
    side: float = 150
    faint: bool = False
    high: float = 400


class Entry(Struct, frozen=True):
    """A box to type in. `lines` more than 1 is a field for longer words; `width` 0: all there is."""

    means: Means
    value: str
    hint: str = ""
    lines: int = 1
    secret: bool = False
    width: float = 0
    longest: int = 20_000


class Row(Struct, frozen=True):
    """One beside the other, and on the next line what has no room any more."""

    items: tuple["Item", ...]
    gap: float = GAP


class LabelledRows(Struct, frozen=True):
    """Rows one below the other, each with a label first: what they are for stands in one column behind the labels."""

    rows: tuple[Row, ...]
    gap: float = GAP


class Head(Struct, frozen=True):
    """What a screen or a part of it begins with: at its end, always in the same place, what can be done there."""

    items: tuple["Item", ...]
    ends: tuple["Item", ...] = ()


class Column(Struct, frozen=True):
    """One below the other."""

    items: tuple["Item", ...]
    gap: float = GAP


class Flow(Struct, frozen=True):
    """Items in as many columns as there is room for, each at least so wide; the next stands in the shortest."""

    items: tuple["Item", ...]
    at_least: float
    gap: float = GAP


class Split(Struct, frozen=True):
    """Columns side by side, each with its share of the width."""

    columns: tuple[tuple[float, "Item"], ...]
    gap: float = 36


class Card(Struct, frozen=True):
    """An item on a sheet of paper of its own, so far from the sheet's edges."""

    item: "Item"
    pad: float = 22


class Middle(Struct, frozen=True):
    """An item so wide at the most, in the middle of the room that is left."""

    item: "Item"
    width: float


class Scroll(Struct, frozen=True):
    """An item that may be longer than the room that is left; `name` keeps its place."""

    name: Hashable
    item: "Item"


Item = Text | Image | Button | Tile | Entry | Row | LabelledRows | Head | Column | Flow | Split | Card | Middle | Scroll


class Told(Struct, frozen=True):
    """What is told, whatever the form shows: beside the tabs, or `low` at the foot of a desk without any."""

    text: Text
    low: bool = False


class FormEvent(Struct, frozen=True):
    """What a grown-up has done: pressed or typed into what means this; `value` is what stands in the box now."""

    means: Means
    value: str = ""


def means_of(item: Item) -> Means | None:
    """What the item means when it is pressed or typed into; None for one that is only looked at."""
    return item.means if isinstance(item, Button | Tile | Entry) else None


def pictures_of(item: Item) -> tuple[Shown, ...]:
    """The pictures that the item itself shows."""
    if isinstance(item, Button):
        return (item.page,) if item.page else ()
    return item.pictures if isinstance(item, Tile) else (item.art,) if isinstance(item, Image) else ()


def items(item: Item) -> tuple[Item, ...]:
    """The item and all that is in it, in the order in which it is read."""
    inside: tuple[Item, ...] = ()
    match item:
        case Row() | Column() | Flow():
            inside = item.items
        case LabelledRows():
            inside = item.rows
        case Head():
            inside = item.items + item.ends
        case Split():
            inside = tuple(part for _, part in item.columns)
        case Card() | Middle() | Scroll():
            inside = (item.item,)
    return (item, *(found for part in inside for found in items(part)))


def holds_several(item: Flow) -> bool:
    """Whether its parts have things to press in them: then one walks column by column, else row by row."""
    return any(means_of(one) for one in items(item)) and not any(map(means_of, item.items))


def one_stop(item: Row | Column | Flow) -> Means | None:
    """What the first of them means, where several things in it are one stop of the keyboard: in a row all that can be
    pressed, whatever it looks like, else what is alike. None where each is for itself; a box to type in always is.
    """
    there = [part for part in item.items if means_of(part) is not None and not isinstance(part, Entry)]
    kinds = {(type(part), getattr(part, "look", "")) for part in there}
    return means_of(there[0]) if len(there) > 1 and (isinstance(item, Row) or len(kinds) == 1) else None


def page_room(item: Button) -> tuple[tuple[int, int], int]:
    """How wide and high what stands before its words may be, and what is free around it."""
    return PAGE if isinstance(item.page, bytes) else COVER


def picture_side(item: Tile) -> float:
    """How wide and high each picture on the tile may be, in design units."""
    return min(item.high, (item.side - 30) / max(1, 0.5 * (len(item.pictures) + 1)))
