"""The glass: pygame's window, what is touched on it, what is painted on it, what is heard. No activity, no record."""

import os
import sys

HINTS = {
    "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    "SDL_FRAMEBUFFER_ACCELERATION": "0",  # a software surface needs no graphics driver: half the start, less memory
    "SDL_WINDOWS_DPI_AWARENESS": "permonitorv2",  # true pixels on Windows
    "SDL_TOUCH_MOUSE_EVENTS": "0",  # one touch is one touch, not a mouse as well
    "SDL_MOUSE_FOCUS_CLICKTHROUGH": "1",  # the first click after another window counts
    "SDL_ALLOW_ALT_TAB_WHILE_GRABBED": "0",
    "SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS": "0",
    "SDL_NO_SIGNAL_HANDLERS": "1",  # else a computer that shuts down waits for a room that is locked
    "SDL_VIDEO_X11_WMCLASS": "good-goodbye",  # so that the system knows the window for that of our icon
    "SDL_VIDEO_WAYLAND_WMCLASS": "good-goodbye",
}
if sys.platform == "linux" and not os.environ.keys() & {"XDG_RUNTIME_DIR", "WAYLAND_DISPLAY"}:
    HINTS["SDL_VIDEODRIVER"] = "x11,kmsdrm,offscreen"  # Wayland cannot be there, and would say so on the terminal
for _name, _value in HINTS.items():  # they must stand before SDL is loaded, so before any file of this room
    os.environ.setdefault(_name, _value)

# `import pygame` loads all its parts, and does without those that are not there. The mixer with its decoders, and what
# finds faults, take a tenth of the start: they are not there until somebody needs them.
LATER = ("pygame.mixer_music", "pygame.mixer", "pygame.system", "pygame._debug")
if "pygame" not in sys.modules:
    sys.modules.update(dict.fromkeys(LATER))  # type: ignore[arg-type]  # to import None is an ImportError


def all_of_pygame() -> None:
    """From now on `import pygame.mixer` finds it, and so it is with whatever else is left out of the start."""
    for name in LATER:
        if name in sys.modules and sys.modules[name] is None:
            del sys.modules[name]
