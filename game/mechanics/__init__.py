"""One file is one thing a child can do. A new mechanic is a new file here; the YAML key is its name.

Each file is pure (no clock, no files, no pygame) and has the same few names: Step, State, touch, after,
view, demo, told. `architecture` in the README tells what each must do.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def names() -> tuple[str, ...]:
    """The mechanics there are, by name."""
    return tuple(sorted(found.name for found in iter_modules(__path__)))


def mechanic(name: str) -> ModuleType:
    """The mechanic of this name. Raises ModuleNotFoundError where there is none."""
    return import_module(f"{__name__}.{name}")
