"""A text in rows as it stands in a box: where each place between two signs is, and which place lies beside another.

This file knows the letters and places in pixels, counted from where the rows begin; it knows no box and no event.
"""

from bisect import bisect_right

from msgspec import Struct

from game.desk.text.bidi import leads_right
from game.desk.text.shaping import Run, TextShaper, whole


class TextLine(Struct, frozen=True):
    """From which sign to which, and whether its paragraph begins at the right."""

    start: int
    end: int
    rtl: bool


class TextLayout:
    """The rows of one box in letters of this style. `wraps` is False where all stands in one row."""

    def __init__(self, shaper: TextShaper, style: str, width: int, wraps: bool):
        self.shaper, self.style, self.width, self.wraps = shaper, style, width, wraps
        self.text, self.rows = "", [TextLine(0, 0, shaper.rtl)]
        self._breaks: dict[str, list[tuple[int, int]]] = {}
        self._runs: dict[int, tuple[Run, ...]] = {}

    @property
    def high(self) -> int:
        """Pixels from one row to the next."""
        return self.shaper.height(self.style)

    def lay(self, text: str) -> None:
        """Lay this text; a paragraph that is as it was is not measured again."""
        kept, self._breaks, self.text, self.rows, start = self._breaks, {}, text, [], 0
        self._runs = {}
        for part in text.split("\n") if self.wraps else [text]:
            if part not in self._breaks:
                self._breaks[part] = kept.get(part) or self._broken(part)
            rtl = leads_right(part, self.shaper.rtl)
            self.rows += [TextLine(start + first, start + last, rtl) for first, last in self._breaks[part]]
            start += len(part) + 1

    def runs(self, number: int) -> tuple[Run, ...]:
        """The runs of a row."""
        if number not in self._runs:
            row = self.rows[number]
            self._runs[number] = self.shaper.runs(self.text[row.start : row.end], self.style, row.rtl)
        return self._runs[number]

    def long(self, number: int) -> int:
        """Pixels from one end of a row to the other."""
        return sum(run.width for run in self.runs(number))

    def left(self, number: int) -> int:
        """Where a row begins on the left."""
        return self.width - self.long(number) if self.at_the_right(number) else 0

    def at_the_right(self, number: int) -> bool:
        """All rows stand at the right where the language runs so; elsewhere what is read from there."""
        return self.shaper.rtl or self.rows[number].rtl

    def number(self, at: int) -> int:
        """In which row this place is."""
        return bisect_right(self.rows, at, key=lambda row: row.start) - 1

    def x(self, at: int) -> int:
        """Where the next sign goes: behind the one before it, on that side where its direction goes on."""
        number = self.number(at)
        runs, at = self.runs(number), at - self.rows[number].start
        run = next((r for r in runs if r.start < at <= r.start + len(r.text)), None)
        if run is None:
            run = next((r for r in runs if r.start == 0), Run("", 0, "", False))
        return self.left(number) + self._edge(run, at - run.start)

    def parts(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """What lies between two places: row, left and right of each piece of it."""
        found = []
        for number in range(self.number(first), self.number(last) + 1):
            start, left = self.rows[number].start, self.left(number)
            for run in self.runs(number):
                a = max(first - start, run.start) - run.start
                b = min(last - start, run.start + len(run.text)) - run.start
                if a < b:
                    edges = left + self._edge(run, a), left + self._edge(run, b)
                    found.append((number, min(edges), max(edges)))
        return found

    def nearest(self, number: int, x: int) -> int:
        """The place in this row that is nearest to x; the row above or below where there are no more."""
        number = min(max(number, 0), len(self.rows) - 1)
        runs, x = self.runs(number), x - self.left(number)
        run = next((r for r in runs if x < r.left + r.width), runs[-1] if runs else None)
        if run is None:
            return self.rows[number].start
        signs = min(range(len(run.text) + 1), key=lambda n: abs(self._edge(run, n) - x))
        return min(whole(self.text, self.rows[number].start + run.start + signs), self.end(number))

    def end(self, number: int) -> int:
        """The last place of a row: behind the sign at which it was broken the next one begins."""
        row = self.rows[number]
        goes_on = number + 1 < len(self.rows) and self.rows[number + 1].start == row.end
        return whole(self.text, row.end - 1) if goes_on else row.end

    def beside(self, at: int, by: int) -> int:
        """To the left (-1) or right (1) of here as it is seen; from a row's end to the row below or above."""
        number = self.number(at)
        row, runs, here = self.rows[number], self.runs(number), self.x(at)
        if not (row.rtl or any(run.rtl for run in runs)):
            return whole(self.text, min(max(at + by, 0), len(self.text)), by)
        for run in runs[::by]:
            signs = range(run.start > 0, min(len(run.text), self.end(number) - row.start - run.start) + 1)
            places = [(self.left(number) + self._edge(run, n), row.start + run.start + n) for n in signs]
            further = [(abs(x - here), n) for x, n in places if (x - here) * by > 0]
            if further:
                return whole(self.text, min(further)[1])
        if row.rtl == (by > 0):
            return self.end(number - 1) if number else at
        return self.rows[number + 1].start if number + 1 < len(self.rows) else at

    def above(self, at: int, by: int) -> int:
        """The place above (-1) or below (1); where there is no row, the beginning or the end."""
        number = self.number(at) + by
        if 0 <= number < len(self.rows):
            return self.nearest(number, self.x(at))
        return 0 if by < 0 else len(self.text)

    def _edge(self, run: Run, signs: int) -> int:
        return self.shaper.edge(run, signs, self.style)

    def _broken(self, part: str) -> list[tuple[int, int]]:
        return self.shaper.breaks(part, self.style, self.width) if self.wraps else [(0, len(part))]
