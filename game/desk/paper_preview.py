"""The pages of papers as the desk shows them: of what is still the same, nothing is made anew.

This file knows papers that are ready to be printed; it knows no screen. It is called from the thread beside the desk.
"""

from msgspec.structs import replace

from game.art.renderer import Renderer
from game.paper.options import PaperOptions
from game.paper.paper_kind import PaperKind, Sheets
from game.paper.paper_set import PaperSet, SetPart
from game.paper.registry import pages_of, unprinted_on
from game.play.record import Traveller

ShownPages = list[tuple[int, Sheets, list[bytes]]]


class PreviewPages:
    """What was made for the screen at last, with the width in pixels for which it was made."""

    def __init__(self) -> None:
        self._before: ShownPages = []
        self._now: ShownPages = []

    def parts(
        self, kind: PaperKind, who: Traveller, renderer: Renderer, options: PaperOptions, width: int
    ) -> dict[str, SetPart]:
        """The pages of this paper, or of each of a set by its name, as PNGs whose longer side is about `width` pixels.

        What was not wanted the last time is let go. What is left out of a set is shown, too, so that it can be taken
        in again. Raises Trouble.
        """
        self._before, self._now = self._now, []
        if isinstance(kind, PaperSet):
            return kind.parts(who, renderer, replace(options, without=()), lambda sheets: self._of(sheets, width))
        sheets = kind.sheets(who, renderer, options)
        return {"": SetPart(self._of(sheets, width), unprinted_on(sheets))}

    def _of(self, sheets: Sheets, width: int) -> list[bytes]:
        there = (pages for wide, before, pages in self._before if wide == width and before == sheets)
        pages = next(there, None) or pages_of(sheets, width)
        self._now.append((width, sheets, pages))
        return pages
