"""What a grown-up has set once for all visits: `settings.json` in the records folder.

This file knows one small file and nothing of the desk. A setting that cannot be read is as if it was never made, but
for one: where nobody knows which activities wait unused, all that are a therapist's own do.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import fields, replace

from game.system import atomic
from game.system.errors import Trouble, reason
from game.system.language import LANGUAGES, N_, of_the_system
from game.system.paths import ACTIVITIES

FILE = "settings.json"
LONGEST = 5.0  # seconds that another window is waited for
LOST = N_(
    "Your settings could not be read. Activities of your own wait until you say of each one, under Activities, whether "
    "it is used. The damaged file is kept."
)


class Settings(Struct, frozen=True, omit_defaults=True):
    """`language` "" is the system's own; `switch` is in seconds, 0 without; `off` are activities that wait unused.

    `lost`: those of them of which it could not be read whether they did, and nobody has said it since.
    """

    language: str = ""
    paper: str = "a4"
    sound: bool = False
    still: bool = False
    switch: float = 0
    off: tuple[str, ...] = ()
    printer: str = ""
    lost: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The language in use."""
        return self.language if self.language in LANGUAGES else of_the_system()

    def without(self, *names: str) -> "Settings":
        """With these activities among those that wait unused."""
        return replace(self, off=tuple(dict.fromkeys((*self.off, *names))))

    def said(self, name: str, used: bool) -> "Settings":
        """With what somebody has said of this activity."""
        return self.using(name) if used else self.using(name).without(name)

    def using(self, name: str) -> "Settings":
        """With this activity in use."""
        off, lost = (tuple(other for other in names if other != name) for names in (self.off, self.lost))
        return replace(self, off=off, lost=lost)


def read(folder: Path, activities: Path = ACTIVITIES) -> Settings:
    """The settings kept in this records folder; one that cannot be read puts no other back. Where it cannot be read
    which `activities` are off, no child meets what may not have been looked at by anybody: all but ours are.
    """
    try:
        return _read_one_by_one(folder / FILE, activities)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        return _with_own_off(Settings(), activities)


def _read_one_by_one(file: Path, activities: Path) -> Settings:
    """Raises OSError, ValueError, RecursionError."""
    there, found = msgspec.json.decode(file.read_bytes(), type=dict), {}
    for field in fields(Settings):
        with suppress(KeyError, ValueError):
            found[field.name] = msgspec.convert(there[field.name], field.type)
    settings = Settings(**found)
    if settings.lost:
        settings = replace(settings, lost=tuple(name for name in settings.lost if name in _own(activities)))
    return _with_own_off(settings, activities) if "off" in there and "off" not in found else settings


def _with_own_off(settings: Settings, activities: Path) -> Settings:
    own = _own(activities)
    return replace(settings.without(*own), lost=own)


def _own(activities: Path) -> tuple[str, ...]:
    from game.authoring.own_activity import own_names  # only here: it would take a tenth of the start

    return own_names(activities)


def change(folder: Path, changed: Callable[[Settings], Settings], activities: Path = ACTIVITIES) -> Settings:
    """Keep what `changed` makes of the settings as they are on disk: another window may have changed them. Raises
    Trouble.
    """
    try:
        atomic.make_folder(folder)
    except OSError as error:
        raise _not_kept(folder, error) from error
    with _alone(folder):
        settings = changed(read(folder, activities))
        keep(settings, folder)
    return settings


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """No other window changes them as long as this lasts, where the disk knows locks."""
    from filelock import FileLock  # only here: it would take a tenth of the start

    lock = FileLock(folder / "lock", timeout=LONGEST, mode=0o600)
    with suppress(OSError, NotImplementedError):
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def keep(settings: Settings, folder: Path) -> None:
    """Write the settings, whole or not at all; what cannot be read of them is put aside as a copy. Raises Trouble."""
    try:
        atomic.make_folder(folder)
        if not _is_whole(folder / FILE):
            atomic.copy_aside(folder / FILE)
        atomic.write(folder / FILE, msgspec.json.encode(settings) + b"\n")
    except OSError as error:
        raise _not_kept(folder, error) from error


def _is_whole(file: Path) -> bool:
    """True where nothing is lost when it is written over. Raises OSError."""
    try:
        msgspec.json.decode(file.read_bytes(), type=Settings)
    except FileNotFoundError:
        return True
    except (ValueError, RecursionError):
        return False
    return True


def _not_kept(folder: Path, error: OSError) -> Trouble:
    return Trouble("The settings cannot be kept in {folder}: {why}.", folder=folder, why=reason(error))
