"""The window: its size, its pixels, and how it is locked.

This file knows pygame's window and nothing of what is painted in it.
"""

import os
from collections.abc import Sequence

import pygame

from game.core.picture import HEIGHT, WIDTH
from game.glass.sdl import flip_parts
from game.system.errors import Trouble
from game.system.paths import ASSETS

NEARLY = 0.97  # of a screen: a window that fills it may have an edge
ICON = ASSETS / "install" / "icon-64.png"
FINGERS = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
UNSEEN = ("offscreen", "dummy", "evdev")  # what SDL falls back on where there is no screen


class NoScreen(Trouble):
    """There is no screen to open a window on; the message is a sentence."""


class Window:
    """A window of true pixels. With `kiosk` it fills the screen from the first, and is locked.

    `title` is what the system calls it, `beside` how many design units wider it is than the screen of a child. While
    it is `locked` it is full screen, keeps keyboard and mouse to itself, and cannot be closed.
    """

    def __init__(
        self, size: tuple[int, int] | None = None, kiosk: bool = False, title: str = "Good Goodbye", beside: float = 0
    ):
        self.kiosk, self.locked = kiosk, False
        self._may_grow, self._grown = size is None, False
        try:
            _begin_display()
            self._stands_in = kiosk and pygame.display.get_driver() == "x11"  # see `fill_screen`
            self._window = self._opened(title, size, beside)
            self._window.get_surface()  # raises where nothing can bring a picture to the glass
        except pygame.error as error:
            raise NoScreen(
                f"There is no screen to open a window on ({error}). `python main.py demo` plays a visit without one."
            ) from None
        self._window.set_icon(pygame.image.load(ICON))
        if kiosk:
            self.lock()
        self._window.minimum_size = (640, 400)

    def _opened(self, title: str, size: tuple[int, int] | None, beside: float) -> pygame.Window:
        """Raises pygame.error."""
        return pygame.Window(
            title,
            pygame.display.get_desktop_sizes()[0] if self._stands_in else size or _fitting(WIDTH + beside),
            pygame.WINDOWPOS_CENTERED,
            resizable=True,
            allow_high_dpi=True,
            borderless=self._stands_in,
            fullscreen_desktop=self.kiosk and not self._stands_in,
        )

    def fill_screen(self) -> None:
        """Once the first picture is there, a kiosk is full screen to the system, too.

        On X11 this takes SDL a tenth of a second, in which nothing can be painted. Until then a window as large as the
        screen, without a border, has stood in its place.
        """
        if self._stands_in:
            painted = self.surface.copy()
            self._window.set_fullscreen(desktop=True)
            self._stands_in = False
            self.surface.blit(painted, (0, 0))
            self.flip()

    def grow(self) -> None:
        """Where it did not get its whole size, it takes the screen that there is: once, since whoever makes it smaller
        wants that.
        """
        if self._may_grow and not self.kiosk and self.points[1] < HEIGHT:
            self._window.maximize()
            self._grown = True
        self._may_grow = False

    def lock(self) -> None:
        """Full screen, with keyboard and mouse."""
        if not self.locked and not self.kiosk:
            self._grown = self._grown and self.points[0] > NEARLY * pygame.display.get_desktop_sizes()[0][0]
            self._window.set_fullscreen(desktop=True)
        self._hold(True)

    def unlock(self) -> None:
        """Let go of keyboard and mouse, and of the screen where it was not full from the first."""
        if self.locked and not self.kiosk:
            self._window.set_windowed()
            if self._grown:  # else it is as small as when it was opened
                self._window.maximize()
        self._hold(False)

    def _hold(self, held: bool) -> None:
        self.locked = self._window.grab_mouse = self._window.grab_keyboard = held

    @property
    def surface(self) -> pygame.Surface:
        """The surface to paint on; another one after the window has changed its size."""
        return self._window.get_surface()

    @property
    def driver(self) -> str:
        """SDL's name for the screen, such as "x11"."""
        return pygame.display.get_driver()

    @property
    def points(self) -> tuple[int, int]:
        """The window's size as the system counts the mouse in."""
        return self._window.size

    def flip(self, parts: Sequence[pygame.Rect] = ()) -> None:
        """Bring what was painted to the glass; these parts, where there are any, else all of it.

        All of a large window takes its system longer than most frames take to be painted.
        """
        some = parts and list(parts) != [self.surface.get_rect()]  # a start waits for all of it, and for nothing else
        if not (some and flip_parts(self._window.id, parts)):
            self._window.flip()

    def close(self) -> None:
        """Close the window."""
        self._window.destroy()
        pygame.display.quit()


class PartOfWindow:
    """The left part of a window, for what is as wide as that: a `share` of its width."""

    def __init__(self, window: Window, share: float):
        self._window, self._share = window, share

    @property
    def surface(self) -> pygame.Surface:
        """The part to paint on; another one after the window has changed its size."""
        whole = self._window.surface
        return whole.subsurface((0, 0, round(self._share * whole.get_width()), whole.get_height()))

    @property
    def points(self) -> tuple[int, int]:
        """Its size as the system counts the mouse in."""
        width, height = self._window.points
        return round(self._share * width), height

    @property
    def locked(self) -> bool:
        """True while the window is."""
        return self._window.locked

    def flip(self, parts: Sequence[pygame.Rect] = ()) -> None:
        """Bring what was painted to the glass; these parts, where there are any, else the whole window."""
        self._window.flip(parts)

    def into(self, event: pygame.event.Event) -> pygame.event.Event:
        """The event as it would be of a window of this size: fingers are told by their share of it."""
        if event.type not in FINGERS:
            return event
        return pygame.event.Event(event.type, event.dict | {"x": event.x / self._share})

    @property
    def beside(self) -> pygame.Surface:
        """The rest of the window."""
        whole, left = self._window.surface, self.surface.get_width()
        return whole.subsurface((left, 0, whole.get_width() - left, whole.get_height()))

    def row(self, event: pygame.event.Event) -> int:
        """How many pixels from above a pointer is."""
        share = event.pos[1] / self.points[1] if hasattr(event, "pos") else event.y
        return round(share * self._window.surface.get_height())

    def holds(self, event: pygame.event.Event) -> bool:
        """False where a pointer came down beside this part."""
        if event.type == pygame.MOUSEBUTTONDOWN:
            return event.pos[0] < self.points[0]
        return event.type != pygame.FINGERDOWN or event.x < self._share


def has_screen() -> bool:
    """True where a window can be opened and seen."""
    if _unseen_is_meant():
        return False
    try:
        pygame.display.init()
        return pygame.display.get_driver() not in UNSEEN
    except pygame.error:
        return False
    finally:
        pygame.display.quit()


def _begin_display() -> None:
    """Raises pygame.error where there is no screen, and none that nobody sees is meant."""
    pygame.display.init()
    if pygame.display.get_driver() in UNSEEN and not _unseen_is_meant():
        raise pygame.error("no display was found")
    if pygame.display.get_driver() == "wayland":  # there only a graphics driver brings a picture to the glass
        os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "1"


def _unseen_is_meant() -> bool:
    return os.environ.get("SDL_VIDEODRIVER") in UNSEEN


def _fitting(wide: float) -> tuple[int, int]:
    """`wide` x 800, or less where the screen is smaller."""
    width, height = pygame.display.get_desktop_sizes()[0]
    part = min(1.0, 0.92 * width / wide, 0.88 * height / HEIGHT)
    return round(wide * part), round(HEIGHT * part)
