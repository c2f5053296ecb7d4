"""A Form finds its places: rows, columns and what else holds items, mirrored where the language runs right to left.

Pure. How large an item that holds no others is says `measure.py`. It knows no pygame_gui; `view.py` shows what is
placed.
"""

from collections.abc import Hashable, Iterable

from msgspec.structs import replace

from game.desk.form import (
    GAP,
    Button,
    Card,
    Column,
    Entry,
    Flow,
    Head,
    Image,
    Item,
    LabelledRows,
    Means,
    Middle,
    Row,
    Scroll,
    Split,
    Text,
    Tile,
    holds_several,
    means_of,
    one_stop,
)
from game.desk.measure import BUTTON, in_pixels, measured, own_width
from game.desk.placed import Placed, filled, lowered, mirrored
from game.desk.text.shaping import TextShaper

BAR = 30  # design units, in which the scroll bar stands
LABEL, NARROW = 10, 480  # between a label and what it is for; a column in which it stands above that
END = 10  # free below what scrolls
ABOVE_MIDDLE = 0.4  # of what is free above and below


class Arranging:
    """Arranges for one window, whose letters are the `shaper`'s. `scrolls`: what is arranged can be scrolled."""

    def __init__(self, shaper: TextShaper, scrolls: bool = False):
        self.shaper, self._scrolls = shaper, scrolls
        self.placed: list[Placed] = []

    def px(self, units: float) -> int:
        """Design units in pixels."""
        return in_pixels(units, self.shaper)

    def lay(self, item: Item, x: int, y: int, width: int, room: int = 0) -> int:
        """Place the item with its upper corner here; how high it is. `room` is the height that is left for a Scroll."""
        match item:
            case Text() | Button() | Tile() | Entry() | Image():
                return self._put(measured(item, x, y, width, self.shaper, self._scrolls))
            case LabelledRows():
                return self._labelled(item, x, y, width)
            case Row() | Column() | Flow():
                return self._together(item, x, y, width, room)
            case Head():
                return self._head(item, x, y, width)
            case Split():
                return self._split(item, x, y, width, room)
            case Card():
                return self._card(item, x, y, width, room)
            case Middle():
                return self._middle(item, x, y, width, room)
            case Scroll():
                return self._scroll(item, x, y, width, room)

    def _put(self, placed: Placed) -> int:
        self.placed.append(placed)
        return placed.box[3]

    def _together(self, item: Row | Column | Flow, x: int, y: int, width: int, room: int) -> int:
        """What can be pressed in a row, and what is alike in a column or several, is one stop of the keyboard."""
        at, stop = len(self.placed), one_stop(item)
        match item:
            case Row():
                high = self._row(item, x, y, width)
            case Flow():
                high = self._flow(item, x, y, width)
            case Column():
                high = self._column(item, x, y, width, room)
        self._one_stop_from(at, stop)
        return high

    def _one_stop_from(self, at: int, stop: Means | None) -> None:
        """All that was placed from this one on is one stop of the keyboard, but a box to type in; each for itself where
        it is None.
        """
        if stop is not None:
            both = ((p, means_of(p.item) and not isinstance(p.item, Entry)) for p in self.placed[at:])
            self.placed[at:] = [replace(p, stop=stop) if joins else p for p, joins in both]

    def _row(self, item: Row, x: int, y: int, width: int) -> int:
        """Lines of items; what stands in one line has one height, and words stand in its middle."""
        gap, top, height = self.px(item.gap), y, 0
        for line in self._lines(item.items, width, gap):
            left, high, single = x, 0, []
            for part in line:
                wide, at = own_width(part, self.shaper) or width - (left - x), len(self.placed)
                high = max(high, self.lay(part, left, top, min(wide, width)))
                single += [at] if len(self.placed) == at + 1 else []
                left += wide + gap
            for at in single:
                self.placed[at] = filled(self.placed[at], top, high)
            height = top + high - y
            top += high + gap
        return height

    def _labelled(self, item: LabelledRows, x: int, y: int, width: int) -> int:
        """Each label is in the middle of the first line of what it is for; where there is little room, above it."""
        top, beside = y, max(own_width(row.items[0], self.shaper) for row in item.rows) + self.px(LABEL)
        beside = 0 if width < self.px(NARROW) else beside
        for row in item.rows:
            at = len(self.placed)
            top += self.lay(row.items[0], x, top, width) * (not beside)
            top += self.lay(Row(row.items[1:], row.gap), x + beside, top, width - beside) + self.px(item.gap)
            if beside:
                self.placed[at] = filled(self.placed[at], self.placed[at + 1].box[1], self.placed[at + 1].box[3])
        return max(0, top - y - self.px(item.gap))

    def _head(self, item: Head, x: int, y: int, width: int) -> int:
        """In one line, as high as a button, where there is room for it; else the ends stand below."""
        gap, ends = self.px(GAP), Row(item.ends)
        wide = self._all(item.ends) + gap * max(0, len(item.ends) - 1)
        free = width - wide - gap * bool(item.ends)
        if self._all(item.items) + gap * (len(item.items) - 1) > free:
            above = self._row(Row(item.items), x, y, width) + gap
            high = above + self._together(ends, x + max(0, width - wide), y + above, min(wide + 1, width), 0)
        else:
            for part, left, room in ((Row(item.items), x, free), (ends, x + width - wide, wide + 1)):
                at, high = len(self.placed), self.px(BUTTON)
                self._lower(at, (high - self._together(part, left, y, room, 0)) // 2)
        return high

    def _all(self, parts: Iterable[Item]) -> int:
        """How wide all of them are by themselves, in pixels."""
        return sum(own_width(part, self.shaper) for part in parts)

    def _lines(self, parts: Iterable[Item], width: int, gap: int) -> list[list[Item]]:
        lines: list[list[Item]] = [[]]
        left = 0
        for part in parts:
            wide = own_width(part, self.shaper) or self.px(240)
            if lines[-1] and left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(part)
            left += wide + gap
        return lines

    def _column(self, item: Column, x: int, y: int, width: int, room: int) -> int:
        top = y
        for part in item.items:
            top += self.lay(part, x, top, width, room - (top - y)) + self.px(item.gap)
        return max(0, top - y - self.px(item.gap))

    def _flow(self, item: Flow, x: int, y: int, width: int) -> int:
        gap = self.px(item.gap)
        many = max(1, (width + gap) // (self.px(item.at_least) + gap))
        wide, ends, at = (width - gap * (many - 1)) // many, [y] * many, len(self.placed)
        first = at
        columns: list[list[Placed]] = [[] for _ in ends]
        for part in item.items:
            column = ends.index(min(ends))
            ends[column] += self.lay(part, x + column * (wide + gap), ends[column], wide) + gap
            columns[column] += self.placed[at:]
            at = len(self.placed)
        if holds_several(item):
            self.placed[first:] = [p for column in columns for p in column]
        return max(0, max(ends) - y - gap)

    def _split(self, item: Split, x: int, y: int, width: int, room: int) -> int:
        gap = self.px(item.gap)
        free, shares = width - gap * (len(item.columns) - 1), sum(share for share, _ in item.columns)
        left, high = x, 0
        for share, part in item.columns:
            wide = round(free * share / shares)
            high = max(high, self.lay(part, left, y, wide, room))
            left += wide + gap
        return high

    def _card(self, item: Card, x: int, y: int, width: int, room: int) -> int:
        pad, at = self.px(item.pad), len(self.placed)
        high = self.lay(item.item, x + pad, y + pad, width - 2 * pad, room - 2 * pad) + 2 * pad
        tone = getattr(item.item, "tone", "")
        self.placed.insert(at, Placed(replace(item, item=Text("")), (x, y, width, high), tone=tone))
        return high

    def _middle(self, item: Middle, x: int, y: int, width: int, room: int) -> int:
        """A little above the middle, where it looks as if it were there."""
        wide, at = min(width, self.px(item.width)), len(self.placed)
        high = self.lay(item.item, x + (width - wide) // 2, y, wide, room)
        down = max(0, round((room - high) * ABOVE_MIDDLE))
        self._lower(at, down)
        return high + down

    def _lower(self, at: int, down: int) -> None:
        """All that was placed from this one on, by so many pixels."""
        self.placed[at:] = [lowered(p, down) for p in self.placed[at:]]

    def _scroll(self, item: Scroll, x: int, y: int, width: int, room: int) -> int:
        """What is in it is placed from its own upper corner; `inner` says how large that is."""
        inner, bar = Arranging(self.shaper, scrolls=True), self.px(BAR)
        margin = self.px(8)  # so that the mark of the keyboard is not cut off
        long = inner.lay(item.item, margin, margin, width - bar - margin) + 2 * margin + self.px(END)
        box = x - margin, y - margin, width + margin, room + margin
        inside = width - bar + margin, long
        self.placed.append(Placed(replace(item, item=Text("")), box, inner=inside))
        self.placed += [replace(p, within=item.name) for p in inner.placed]
        return room


def arrange(form: Item, size: tuple[int, int], shaper: TextShaper) -> tuple[Placed, ...]:
    """Every item of the form on a desk of this size in pixels, in the order in which it is read."""
    making = Arranging(shaper)
    margin, room = making.px(32), size[1] - making.px(18)
    making.lay(form, margin, making.px(18), size[0] - 2 * margin, room)
    if not shaper.rtl:
        return tuple(making.placed)
    inside: dict[Hashable, int] = {p.item.name: p.inner[0] for p in making.placed if isinstance(p.item, Scroll)}
    return tuple(mirrored(p, inside.get(p.within, size[0])) for p in making.placed)
