"""Where the lock of the child's room cannot hold: what the desk says before the child sits down.

Pure: it is handed what the system is, and knows nothing of windows.
"""

from collections.abc import Mapping

from game.system.language import N_

ALONE = "cage"  # the desktop's name in a session that runs one program and nothing else; our kiosk unit sets it
WAYLAND = N_(
    "On this desktop (Wayland) a child can leave the room, with the Windows key or Alt+Tab: the system keeps these for "
    "itself. Log in to an X11 session, or make the computer a kiosk; the README says how."
)
WINDOWS = N_(
    "On Windows a child can leave the room with Ctrl+Alt+Del and, on a touch screen, by a swipe from the edge. "
    "The README says how to make the computer a kiosk."
)
MAC = N_(
    "On a Mac a child can leave the room, with Cmd+Tab, Mission Control or a swipe of several fingers. "
    "Stay beside the child; the README says what helps."
)


def lock_warning(driver: str, platform: str, environ: Mapping[str, str]) -> str:
    """Why the lock may not hold, as a sentence to be translated; "" where it holds, or where no screen is.

    `driver` is SDL's name for the screen (`pygame.display.get_driver()`), `platform` is `sys.platform`.

    >>> lock_warning("x11", "linux", {})
    ''
    """
    if driver in ("dummy", "offscreen", "evdev"):
        return ""
    if platform in ("win32", "cygwin"):
        return WINDOWS
    if platform == "darwin":
        return MAC
    return WAYLAND if _is_wayland(driver, environ) and not _is_alone(environ) else ""


def _is_wayland(driver: str, environ: Mapping[str, str]) -> bool:
    """A window of X11 on a Wayland desktop (XWayland) is no better off: the desktop hears the keys first."""
    return driver == "wayland" or bool(environ.get("WAYLAND_DISPLAY")) or environ.get("XDG_SESSION_TYPE") == "wayland"


def _is_alone(environ: Mapping[str, str]) -> bool:
    return ALONE in environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
