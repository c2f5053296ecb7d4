"""One file is one thing a child can do. A new mechanic is a new file here; the YAML key is its name.

Each file is pure (no clock, no files, no pygame) and holds what `core/mechanic.py` says.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from msgspec import Struct

from game.core.activity import NEW_NAME, StepField, fields_of
from game.core.mechanic import AnyMechanic, Traits


@cache
def names() -> tuple[str, ...]:
    """The mechanics there are, by name."""
    return tuple(sorted(found.name for found in iter_modules(__path__)))


def mechanic(name: str) -> AnyMechanic:
    """The mechanic of this name. Raises ModuleNotFoundError where there is none."""
    return cast(AnyMechanic, import_module(f"{__name__}.{name}"))


def traits(name: str) -> Traits:
    """What is particular about a mechanic. A record may name one whose file is gone: of that nothing is known."""
    return mechanic(name).TRAITS if name in names() else Traits(name.capitalize())


def keys_of(name: str) -> tuple[StepField, ...]:
    """The keys that a step of this mechanic takes. Raises ModuleNotFoundError where there is none."""
    step: type[Struct] = mechanic(name).Step
    return fields_of(step)


def makes_new(name: str) -> bool:
    """True where a step of this mechanic makes a new thing; False where it adds to what an earlier one has made."""
    if name not in names():
        return True
    return any(field.kind == NEW_NAME and field.name == name for field in keys_of(name))


def card_mechanic() -> str:
    """The name of the mechanic by which a blank card is drawn on."""
    return next(name for name in names() if traits(name).draws_cards)
