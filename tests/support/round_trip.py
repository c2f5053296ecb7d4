"""What is kept on disk, as it comes back from there."""

import msgspec

from game.core.ids import dec_hook, enc_hook
from game.play.take import set_up


def round_trip(value, kind=None):
    """The value after it has been on disk."""
    return msgspec.json.decode(
        msgspec.json.encode(value, enc_hook=enc_hook), type=kind or type(value), dec_hook=dec_hook
    )


def kept(table):
    """A table as a journal gives it back."""
    return set_up(round_trip(table)).table
