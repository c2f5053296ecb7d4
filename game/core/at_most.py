"""What can lie there at once: one more than so many sends back what was laid first; what stands alone, all else."""

from collections.abc import Collection, Sequence
from typing import Protocol, TypeVar

from game.core.activity import EACH

ONE_ALONE = (1, f"1{EACH}")  # the words of `up to` with which no two things can lie on one spot


class LiesOnSpot(Protocol):
    """Whatever lies on a spot of this name."""

    @property
    def spot(self) -> str: ...


Found = TypeVar("Found", bound=LiesOnSpot)


def at_most(laid: Sequence[Found], most: int | str, besides: Collection[str]) -> tuple[Found, ...]:
    """Without what was laid first, where more lies there than can; what lies on one of `besides` is not counted."""
    counted = [found for found in laid if found.spot not in besides]
    goes = [counted[number] for number in too_many([one.spot for one in counted], most)]
    return tuple(found for found in laid if found not in goes)


def stays_beside(newest: str, there: Sequence[str], alone: Collection[str]) -> tuple[str, ...]:
    """What stays of what is there when this comes: nothing beside what stands alone, such as "nobody".

    >>> stays_beside("mum", ("nobody",), {"nobody"}), stays_beside("nobody", ("dad",), {"nobody"})
    ((), ())
    """
    return () if newest in alone else tuple(one for one in there if one not in alone)


def on_one(most: int | str) -> int:
    """So many can lie on one spot; ANY: as many as one likes.

    >>> on_one("2 each"), on_one(3)
    (2, 3)
    """
    return most if isinstance(most, int) else int(most.removesuffix(EACH))


def too_many(spots: Sequence[str], most: int | str) -> set[int]:
    """Of what was laid at these spots, one after the other, the numbers of what goes back: all but the last `most`;
    with a text such as "1 each" all but the last of each spot. ANY: nothing.

    >>> too_many(("bag", "box", "bag"), 2), too_many(("bag", "box", "bag"), "1 each"), too_many(("bag", "box"), 0)
    ({0}, {0}, set())
    """
    if isinstance(most, int):
        return set(range(len(spots) - most)) if most else set()
    return {i for i, spot in enumerate(spots) if spots[i:].count(spot) > on_one(most)}
