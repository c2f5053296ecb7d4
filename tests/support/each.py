"""One check of very many small things as one test: a test of its own for each takes longer than the check."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
Check = Callable[[T], None]


def for_each(cases: Iterable[T], name: Callable[[T], str] = str) -> Callable[[Check], Callable[[], None]]:
    """A check of one of these becomes a test of all: it fails with what is wrong of each, by its name."""
    all_of_them = list(cases)
    assert all_of_them, "there is nothing to check"

    def of(check: Check) -> Callable[[], None]:
        def test() -> None:
            wrong = {name(case): said for case in all_of_them if (said := _told(check, case))}
            assert not wrong, "\n".join(f"{case}: {said}" for case, said in wrong.items())

        test.__name__, test.__doc__, test.__module__ = check.__name__, check.__doc__, check.__module__
        return test

    return of


def _told(check: Check, case: T) -> str:
    """What does not hold of this one, "" where all of it does."""
    try:
        check(case)
    except AssertionError as error:
        return str(error) or "it does not hold"
    return ""
