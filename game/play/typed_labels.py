"""What a picture for one traveller alone is called: what a grown-up has typed of it, for all visits at once.

Journals hold no such words, since somebody's name may be among them: what is read of them is named anew, for the desk
and the papers. This file knows no files; the child's side knows nothing of it.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from game.core.picture import Picture
from game.core.table import Offered
from game.play.record import Traveller
from game.play.visit_pictures import MINE


def labelled(traveller: Traveller, typed: Mapping[str, str]) -> Traveller:
    """The same traveller, its own pictures called as `typed` by their names; the very same where nothing is."""
    return _called(traveller, typed) if any(typed.values()) else traveller


def _called(value: Any, typed: Mapping[str, str]) -> Any:
    """A value of a record with all that it holds, as it was wherever nothing is called otherwise."""
    match value:
        case Offered(art=str(art), label=label) if label == MINE and typed.get(art):
            return replace(value, label=typed[art])
        case Struct() if not isinstance(value, Picture):
            had = {name: getattr(value, name) for name in value.__struct_fields__}
            new = {name: now for name, was in had.items() if (now := _called(was, typed)) is not was}
            return replace(value, **new) if new else value
        case tuple():
            named = tuple(_called(one, typed) for one in value)
            return named if any(now is not was for now, was in zip(named, value, strict=True)) else value
        case Mapping():
            called = {key: _called(one, typed) for key, one in value.items()}
            return called if any(called[key] is not was for key, was in value.items()) else value
    return value
