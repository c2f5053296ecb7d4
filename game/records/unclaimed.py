"""Which records nobody will look for: a visit that was begun, and in which nothing was chosen, planned or written.

The first start of the program leaves one, where somebody only looks. Nothing of it is removed: lists show it apart.
"""

from game.records import own_words
from game.records.overview import Overview
from game.records.store import Store


def is_unclaimed(store: Store, overview: Overview) -> bool:
    """True for such a record. Who has come twice was known to somebody."""
    return overview.empty and overview.visits == 1 and not own_words.exist(store.folder_of(overview.id).path)
