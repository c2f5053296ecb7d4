"""How many can lie there at once, in all or at each spot: one more sends back what was laid first."""

from collections.abc import Sequence

from game.core.activity import EACH


def too_many(spots: Sequence[str], most: int | str) -> set[int]:
    """Of what was laid at these spots, one after the other, the numbers of what goes back: all but the last `most`;
    with a text such as "1 each" all but the last of each spot. ANY: nothing.

    >>> too_many(("bag", "box", "bag"), 2), too_many(("bag", "box", "bag"), "1 each"), too_many(("bag", "box"), 0)
    ({0}, {0}, set())
    """
    if isinstance(most, int):
        return set(range(len(spots) - most)) if most else set()
    each = int(most.removesuffix(EACH))
    return {i for i, spot in enumerate(spots) if spots[i:].count(spot) > each}
