"""What a grown-up has set once for all visits: `settings.json` in the records folder.

This file knows one small file and nothing of the desk. A setting that cannot be read is as if it was never made.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from game.system import atomic
from game.system.errors import Trouble, reason
from game.system.language import LANGUAGES, of_the_system

FILE = "settings.json"


class Settings(Struct, frozen=True, omit_defaults=True):
    """`language` "" is the system's own; `switch` is in seconds, 0 without; `off` are activities that wait unused."""

    language: str = ""
    paper: str = "a4"
    sound: bool = False
    still: bool = False
    switch: float = 0
    off: tuple[str, ...] = ()
    printer: str = ""

    @property
    def spoken(self) -> str:
        """The language in use."""
        return self.language if self.language in LANGUAGES else of_the_system()


def read(folder: Path) -> Settings:
    """The settings kept in this records folder."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Settings)
    except (OSError, ValueError):
        return Settings()


def keep(settings: Settings, folder: Path) -> None:
    """Write the settings, whole or not at all. Raises Trouble."""
    try:
        atomic.make_folder(folder)
        atomic.write(folder / FILE, msgspec.json.encode(settings) + b"\n")
    except OSError as error:
        raise Trouble("The settings cannot be kept in {folder}: {why}.", folder=folder, why=reason(error)) from error
