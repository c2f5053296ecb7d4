"""The preview of an own scene: its places are drawn with the mouse or a finger, and stand in its YAML at once.

This file knows a window, the board beside it and a drawing hand; what a place may be, `authoring/` knows.
"""

import time
from io import BytesIO

import pygame
from msgspec.structs import replace

from game.authoring import scene_writer
from game.authoring.mistake import Mistake
from game.authoring.scene_file import SceneFile, SeenScene
from game.child.preview import BESIDE, EMPTY, LOOK, Notes, is_over
from game.core.own_scene import LOWEST_PLACE, Share
from game.core.picture import HEIGHT, WIDTH, scale_of
from game.core.table import Touch
from game.desk.preview_board import PreviewBoard
from game.desk.text.shaping import shaper
from game.desk.theme import GOLD, INK, SHEET
from game.glass.loop import RESIZED, turn
from game.glass.pointer_input import PointerInput
from game.glass.window import PartOfWindow, Window
from game.system.language import N_, Translate

VEIL = (43, 33, 64, 110)  # over what is under the controls
EDGE = 4  # design units of a frame
FRAME = 1 / 30  # seconds
AWAY = (pygame.K_BACKSPACE, pygame.K_DELETE)
HINT = N_(
    "Draw a frame around each place. To draw one anew, press its name here first; the key Backspace takes it away. "
    "Write its real name, its words and its sign into {file}."
)
LEAST = 20  # design units: a smaller movement is no frame that was drawn


class ScenePreview:
    """A scene in the left part of a window, and the board at its right. See OnGlass."""

    pause = FRAME

    def __init__(self, window: Window, file: SceneFile, board: PreviewBoard, _: Translate):
        self.window, self._file, self._board, self._ = window, file, board, _
        self._part = PartOfWindow(window, WIDTH / (WIDTH + BESIDE))
        self._pointer = PointerInput(self._part.points)
        self.open = True
        self.scene = SeenScene()
        self.chosen = -1
        self._saved: object = None
        self._from: tuple[float, float] | None = None
        self._to = (0.0, 0.0)
        self._refused: tuple[Mistake, ...] = ()
        self._picture: pygame.Surface | None = None
        self._painted: object = None
        self._looked = -LOOK

    def handle(self, event: pygame.event.Event) -> None:
        """One event: of the board, of the keyboard, or of the hand that draws."""
        if event.type == pygame.WINDOWEXPOSED or event.type in RESIZED:
            self._pointer, self._picture, self._painted = PointerInput(self._part.points), None, None
        if is_over(event, self.window):
            self.open = False
        elif event.type == pygame.KEYDOWN and event.key in AWAY:
            self._take_away()
        elif not self._part.holds(event):
            self._press(self._part.row(event))
        elif touch := self._pointer.read(self._part.into(event), time.monotonic()):
            self._draw(touch)

    def _press(self, row: int) -> None:
        """On the board, so many pixels from above."""
        line = self._board.step_at(row)
        self.chosen = -1 if line is None or line == self.chosen else line
        self.open = not self._board.closes(row)

    def frame(self) -> bool:
        """Look at the file now and then, and paint what is new."""
        if time.monotonic() - self._looked > LOOK:
            self._looked, saved = time.monotonic(), self._file.saved()
            if saved != self._saved:
                self._saved, self._picture = saved, None
                self._take_up(self._file.read())
        state = self.scene, self.chosen, self._from, self._to, self._refused, self.window.surface.get_size()
        if state == self._painted:
            return False
        self._painted = state
        self._paint()
        self.window.flip()
        return True

    def _take_up(self, found: SeenScene) -> None:
        """Places that were good stay where the file has mistakes."""
        spots = self.scene.spots if found.mistakes else found.spots
        self.scene, self._refused = replace(found, spots=spots), ()
        self.chosen = min(self.chosen, len(spots) - 1)

    def _draw(self, touch: Touch) -> None:
        if touch.phase == "press":
            self._from = self._to = (touch.x, touch.y)
        elif self._from is not None:
            self._to = (touch.x, touch.y)
            if touch.phase == "release":
                began, self._from = self._from, None
                if self.scene.where and max(abs(began[0] - touch.x), abs(began[1] - touch.y)) > LEAST:
                    self._lay(self.scene.where.share(*began, touch.x, touch.y))

    def _lay(self, share: Share) -> None:
        """A new place, or the chosen one elsewhere."""
        names, text = self._names(), self.scene.text
        if 0 <= self.chosen < len(names):
            self._write(scene_writer.moved(text, names[self.chosen], share))
        else:
            self._write(scene_writer.with_place(text, scene_writer.free_name(names), share))

    def _take_away(self) -> None:
        names = self._names()
        if 0 <= self.chosen < len(names):
            gone, self.chosen = names[self.chosen], -1
            self._write(scene_writer.without(self.scene.text, gone))

    def _write(self, text: str) -> None:
        """Into the file, where nothing is wrong with it then; else the mistakes are told, and it stays as it is."""
        would_be = self._file.read(text)
        self._refused = would_be.mistakes or self._file.write(text)
        if not self._refused:
            self._saved = self._file.saved()
            self._take_up(would_be)

    def _names(self) -> tuple[str, ...]:
        return tuple(spot.name for spot in self.scene.spots)

    def notes(self) -> Notes:
        """What the board says."""
        lines = tuple(spot.name for spot in self.scene.spots)
        mistakes = self._refused or self.scene.mistakes
        hint = self._(HINT).format(file=self._file.path.name)
        return Notes(self._file.path.name, self._file.path.stem, lines, self.chosen, mistakes=mistakes, hint=hint)

    def _paint(self) -> None:
        part = self._part.surface
        part.blit(self._backdrop(part.get_size()), (0, 0))
        pen = _FramePen(part)
        pen.veil()
        for number, spot in enumerate(self.scene.spots):
            pen.frame(spot.whole, spot.name, number == self.chosen)
        if self._from is not None and self.scene.where:
            pen.frame(self.scene.where.box(self.scene.where.share(*self._from, *self._to)), "", True)
        self._board.paint(self._part.beside, self.notes())

    def _backdrop(self, size: tuple[int, int]) -> pygame.Surface:
        """The picture in this size; it is made once."""
        if self._picture is None:
            png = self._file.png(size)
            self._picture = pygame.image.load(BytesIO(png)) if png else pygame.Surface(size)
            if not png:
                self._picture.fill(EMPTY)
        return self._picture


class _FramePen:
    """Draws in design units on a part of the window."""

    def __init__(self, surface: pygame.Surface):
        self._surface, size = surface, surface.get_size()
        self._scale = scale_of(size)
        self._left, self._top = (size[0] - WIDTH * self._scale) / 2, (size[1] - HEIGHT * self._scale) / 2
        self._shaper = shaper(self._scale)

    def veil(self) -> None:
        """Where pictures lie ready and the controls are, no place can be."""
        top = round(self._top + LOWEST_PLACE * self._scale)
        shade = pygame.Surface((self._surface.get_width(), self._surface.get_height() - top), pygame.SRCALPHA)
        shade.fill(VEIL)
        self._surface.blit(shade, (0, top))

    def frame(self, box: tuple[float, ...], name: str, on: bool) -> None:
        """Draw the frame of a place, `box` in design units, with its name; gold where it is `on`: the chosen one."""
        left, top, wide, high = (round(edge * self._scale) for edge in box)
        rect = pygame.Rect(left + round(self._left), top + round(self._top), wide, high)
        for colour, wider in ((INK, 2), (GOLD if on else SHEET, 0)):
            thick = max(2, round(EDGE * self._scale)) + wider
            pygame.draw.rect(self._surface, colour, rect.inflate(wider, wider), thick, border_radius=12)
        for line in self._shaper.lines(name, "chip", rect.width)[:1]:
            words = self._shaper.surface(line, "chip", INK)
            label = words.get_rect(topleft=(rect.x + 10, rect.y + 10))
            pygame.draw.rect(self._surface, GOLD if on else SHEET, label.inflate(12, 6), border_radius=8)
            self._surface.blit(words, label)


def preview_scene(file: SceneFile, board: PreviewBoard, _: Translate) -> None:
    """Open the window, and let places be drawn until it is closed."""
    window = Window(title=_("Preview: places are drawn"), beside=BESIDE)
    shown = ScenePreview(window, file, board, _)
    while shown.open:
        turn(shown)
    window.close()
