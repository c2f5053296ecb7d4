"""The board beside a preview: which step is shown, whose choices stand in, and what is wrong with the file, in words.

This file knows letters and colours; what is shown is handed in as Notes.
"""

from pathlib import Path

import pygame

from game.authoring.mistake import Mistake
from game.child.preview import BESIDE, Notes
from game.desk.text.shaping import ShapedLine, shaper
from game.desk.theme import EDGE, HEATHER, INK, PAPER, PINE, SHEET, SOFT, TONES
from game.system.language import Translate

MARGIN, GAP, BUTTON = 26, 18, 60  # design units
TROUBLE = TONES["trouble"]


class PreviewBoard:
    """Paints the notes from above; what has no room any more is counted."""

    def __init__(self, _: Translate, rtl: bool = False):
        self._, self._rtl = _, rtl
        self._steps: list[tuple[int, int]] = []
        self._close = (0, 0)

    def step_at(self, y: int) -> int | None:
        """The step whose line was painted there, None where none was."""
        return next((number for number, (top, end) in enumerate(self._steps) if top <= y < end), None)

    def closes(self, y: int) -> bool:
        """Whether the button that closes the preview was painted there."""
        return self._close[0] <= y < self._close[1]

    def paint(self, surface: pygame.Surface, notes: Notes) -> None:
        """Fill this surface with them."""
        pen = _Pen(surface, self._rtl)
        surface.fill(PAPER)
        pygame.draw.line(surface, EDGE, (0, 0), (0, surface.get_height()), 2)
        self._close = pen.button(self._("Close the preview"))
        what = self._("Preview: places are drawn") if notes.hint else self._("Preview: nothing is recorded")
        pen.write(what, "chip", HEATHER)
        pen.write(notes.title or notes.file, "heading")
        self._steps = [pen.mark(step, number == notes.at) for number, step in enumerate(notes.steps)]
        if notes.hint:
            pen.write(notes.hint, "small", SOFT, GAP)
        if notes.mistakes:
            self._tell(pen, notes)
        elif not notes.hint:
            self._say(pen, notes)
        if notes.hints:
            self._list(pen, self._("Perhaps not what you meant"), INK, notes.hints)

    def _say(self, pen: "_Pen", notes: Notes) -> None:
        """What there is to know of a good file."""
        if notes.stand_ins:
            pen.write(self._("Here an example child's choices stand in:"), "chip", INK, GAP)
            for line in notes.stand_ins:
                pen.write(line, "small", SOFT)
        if not notes.hints:
            pen.write(self._("No mistakes. Each save is shown at once."), "small", SOFT, GAP)

    def _tell(self, pen: "_Pen", notes: Notes) -> None:
        """What is wrong: each mistake with its line."""
        before = ""
        if notes.steps and any(Path(mistake.path).name == notes.file for mistake in notes.mistakes):
            before = self._("The picture shows the file as it was before.")
        self._list(pen, self._("Mistakes"), TROUBLE, notes.mistakes, before)

    def _list(self, pen: "_Pen", heading: str, colour: str, found: tuple[Mistake, ...], before: str = "") -> None:
        """Each with its line, as far as there is room; `before` them this sentence, if any."""
        pen.write(heading, "chip", colour, GAP)
        if before:
            pen.write(before, "small", SOFT)
        for number, mistake in enumerate(found):
            if pen.is_full(reserve=2):
                more = self._("And {number} more.").format(number=len(found) - number)
                pen.write(more, "small", colour, GAP)
                return
            self._one(pen, mistake, colour)

    def _one(self, pen: "_Pen", mistake: Mistake, colour: str) -> None:
        where = self._("{file}, line {line}:").format(file=Path(mistake.path).name, line=mistake.line)
        pen.write(f"{where} {mistake.said(self._)}", "small", INK, GAP)
        if mistake.source.strip():
            pen.write(mistake.source.strip(), "small", colour)


class _Pen:
    """Writes line below line, down to the surface's end."""

    def __init__(self, surface: pygame.Surface, rtl: bool):
        self._surface, self._scale = surface, surface.get_width() / BESIDE
        self._shaper = shaper(self._scale, rtl)
        self._left, self._y = round(MARGIN * self._scale), round(MARGIN * self._scale)
        self._end = surface.get_height()

    def is_full(self, reserve: int) -> bool:
        """True where there is no room for so many more lines and the one that counts what is left."""
        return self._y + (reserve + 2) * self._shaper.height("small") > self._end

    def write(self, text: str, style: str, colour: str = INK, gap: float = 0) -> None:
        """The words in as many lines as they need, `gap` design units below what is there."""
        self._y += round(gap * self._scale)
        text = self._shaper.named(text, style)
        for line in self._shaper.lines(text, style, self._surface.get_width() - 2 * self._left):
            self._put(line, style, colour, self._left)
            self._y += self._shaper.height(style)

    def button(self, text: str) -> tuple[int, int]:
        """A button at the lower end, above which all else has room: from where to where it is."""
        width, high = self._surface.get_width() - 2 * self._left, round(BUTTON * self._scale)
        box = pygame.Rect(self._left, self._end - high - self._left, width, high)
        pygame.draw.rect(self._surface, PINE, box, border_radius=high // 4)
        line = self._shaper.lines(text, "button", width)[0]
        words = self._shaper.surface(line, "button", SHEET)
        self._surface.blit(words, words.get_rect(center=box.center))
        self._end = box.top
        return box.top, box.bottom

    def mark(self, text: str, on: bool) -> tuple[int, int]:
        """A line that can be pressed, marked where it is `on`: from where to where it is."""
        above, within = round(8 * self._scale), round(6 * self._scale)
        width, high = self._surface.get_width() - 2 * self._left, self._shaper.height("chip") + 2 * within
        box = pygame.Rect(self._left, self._y + above, width, high)
        pygame.draw.rect(self._surface, HEATHER if on else SHEET, box, border_radius=high // 3)
        self._y = box.top + within // 2
        line = self._shaper.lines(self._shaper.named(text, "chip"), "chip", width - 4 * within)[0]
        self._put(line, "chip", SHEET if on else INK, self._left + 2 * within)
        self._y = box.bottom
        return box.top, box.bottom

    def _put(self, line: ShapedLine, style: str, colour: str, margin: int) -> None:
        """A line, so far from the side where it begins."""
        x = self._surface.get_width() - margin - line.width if self._shaper.rtl else margin
        self._surface.blit(self._shaper.surface(line, style, colour), (x, self._y))
