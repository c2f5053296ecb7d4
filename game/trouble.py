"""What a grown-up must be told in a sentence. This file knows nothing else."""

from collections.abc import Callable
from errno import EDQUOT, EFBIG, ENOSPC, EROFS
from typing import Any


class Trouble(Exception):
    """Something a person can do something about; the message is a whole plain sentence, never a traceback.

    With `values` the text has places for them, so that it can be said in another language.

    >>> str(Trouble("There is no printer called '{name}'.", name="HP"))
    "There is no printer called 'HP'."
    """

    def __init__(self, text: str, **values: Any):
        super().__init__(text.format(**values) if values else text)
        self.text, self.values = text, values

    def said(self, _: Callable[[str], str]) -> str:
        """The sentence in another language; as it stands where that has no words for it."""
        return _(self.text).format(**self.values) if self.values else _(self.text)


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
