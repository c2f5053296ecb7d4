"""What a test wants of the system: where that is missing it is skipped and says so, but in CI, where it is installed,
it fails. `.ci/run` also runs all tests with nothing of it at hand.
"""

import os
import shutil

import pytest


def needs(*programs: str, path: str | None = None) -> None:
    """Go on where all these programs are."""
    missing = [program for program in programs if shutil.which(program, path=path) is None]
    if missing:
        lacks(*missing)


def lacks(*what: str) -> None:
    """Not here, since this is missing or does not run."""
    stop = pytest.fail if os.environ.get("CI") else pytest.skip
    stop(f"{', '.join(what)} is missing here, or does not run")
