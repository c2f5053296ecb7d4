"""Where things lie: the program, the records, the cache. It knows the folders of the system and nothing in them."""

import os
import re
from pathlib import Path

GIVEN = "given"  # in a traveller's folder: a therapist's own pictures that its record shows
PERSONAL = "personal"  # there, too: pictures that are offered to this traveller alone
PROGRAM = Path(__file__).parents[2]
ASSETS, ACTIVITIES = PROGRAM / "assets", PROGRAM / "activities"


def home_folder(given: Path | None) -> Path:
    """Where the records are: as said, else GOOD_GOODBYE_HOME, else "Good Goodbye" in the owner's home folder."""
    said = given or os.environ.get("GOOD_GOODBYE_HOME")
    return Path(said).expanduser() if said else Path.home() / "Good Goodbye"


def cache_folder() -> Path:
    """Where our own pictures are kept once they are painted; never a child's or a therapist's."""
    from platformdirs import user_cache_path

    return Path(os.environ.get("GOOD_GOODBYE_CACHE") or user_cache_path("good-goodbye"))


def from_here(path: Path) -> Path:
    """The path as a person in this folder would write it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def safe_file_name(name: str) -> str:
    """The name, or what of it every system can give to a file that has more behind it: no path, and not too long.

    >>> safe_file_name("fox-moon"), safe_file_name("../C:moon")
    ('fox-moon', '--C-moon')
    """
    return re.sub(r'^\.+|[/\\:*?"<>|\x00-\x1f]+', "-", name)[:50]
