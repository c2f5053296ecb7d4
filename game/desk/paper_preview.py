"""The pages of papers as the desk shows them: of what is still the same, nothing is made anew.

This file knows papers that are ready to be printed; it knows no screen. It is called from the thread beside the desk.
"""

from game.paper.paper_kind import Sheets
from game.paper.registry import pages_of

ShownPages = list[tuple[int, Sheets, list[bytes]]]


class PreviewPages:
    """What was made for the screen at last, with the width in pixels for which it was made."""

    def __init__(self) -> None:
        self._before: ShownPages = []
        self._now: ShownPages = []

    def begin(self) -> None:
        """Papers are wanted anew: what was not wanted at last is let go."""
        self._before, self._now = self._now, []

    def of(self, sheets: Sheets, width: int) -> list[bytes]:
        """The pages as PNGs whose longer side is about `width` pixels. Raises Trouble."""
        there = (pages for wide, before, pages in self._before if wide == width and before == sheets)
        pages = next(there, None) or pages_of(sheets, width)
        self._now.append((width, sheets, pages))
        return pages
