"""What a grown-up must be told in a sentence. This file knows nothing else."""

from errno import EDQUOT, EFBIG, ENOSPC, EROFS


class Trouble(Exception):
    """Something a person can do something about; the message is a whole plain sentence, never a traceback."""


def reason(error: OSError) -> str:
    """Why the system does not write, to be put after a colon.

    >>> reason(OSError(ENOSPC, "No space left on device"))
    'the disk is full'
    """
    if error.errno in (ENOSPC, EDQUOT, EFBIG):
        return "the disk is full"
    if isinstance(error, PermissionError) or error.errno == EROFS:
        return "this folder may not be written to"
    return (error.strerror or str(error)).lower()
