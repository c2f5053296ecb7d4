"""What was found out about a value is kept while the value is the very same one: to compare all that a record holds
would take longest.

Pure, but for what is kept.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Generic, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")
MOST = 8  # values of which a function's answers are kept: each screen asks several times
_kept: list[Any] = []  # what each such function keeps


class Same(Generic[T]):
    """Equal to another Same of the very same value."""

    __slots__ = ("it",)

    def __init__(self, it: T):
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.it is other.it


def kept_for_the_same(function: Callable[P, T]) -> Callable[P, T]:
    """The function's answers are kept, and given again for the very same values."""
    any_values: Callable[..., T] = function
    answers = lru_cache(MOST)(lambda *values: any_values(*(value.it for value in values)))
    _kept.append(answers)

    @wraps(function)
    def asked(*values: P.args, **_: P.kwargs) -> T:
        return answers(*map(Same, values))

    return asked


def keep_nothing() -> None:
    """Let all that is kept go, such as the record of a child that is deleted."""
    for answers in _kept:
        answers.cache_clear()
