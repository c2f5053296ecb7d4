"""What a grown-up must be told in a sentence, which can be said in another language. This file knows nothing else."""

import errno
from collections.abc import Callable
from typing import Any

Catalogue = Callable[[str], str]


class Sentence(str):
    """A sentence in English that knows its `text` and `values`, so that a catalogue can say it in another language.

    >>> Sentence("There is no printer called '{name}'.", name="HP")
    "There is no printer called 'HP'."
    """

    text: str
    values: dict[str, Any]

    def __new__(cls, text: str, **values: Any) -> "Sentence":
        made = super().__new__(cls, text.format(**values) if values else text)
        made.text, made.values = text, values
        return made

    def said(self, _: Catalogue) -> str:
        """The sentence in the language of `_`, and so is each Sentence in it; as it stands where that has no words."""
        values = {name: said(value, _) if isinstance(value, Sentence) else value for name, value in self.values.items()}
        return _(self.text).format(**values) if values else _(self.text)

    def then(self, *more: "Sentence") -> "Sentence":
        """This sentence and, behind it, those of the others that are not empty.

        >>> Sentence("Nothing stands after '{key}'.", key="title").then(UNSAID, Sentence("Write a word."))
        "Nothing stands after 'title'. Write a word."
        """
        there = {f"sentence_{number}": one for number, one in enumerate((self, *more)) if one}
        places = " ".join(f"{{{name}}}" for name in there)
        return Sentence(places, **there)


NO_WORDS = ""  # by a name, since catalogues hold something else under "" itself
UNSAID = Sentence(NO_WORDS)
GONE = Sentence("it is not there")
IN_USE, SILENT = Sentence("another program is using it"), Sentence("the network drive does not answer")
TAKEN_OUT = Sentence("the drive is not there any more")
CAUSES = {  # by the numbers that systems give; Windows says them in its own language, and most in none of ours
    errno.ENOENT: Sentence("no such file or directory"),
    errno.EACCES: Sentence("permission denied"),
    errno.EPERM: Sentence("the system does not permit it"),
    errno.EISDIR: Sentence("is a directory"),
    errno.ENOTDIR: Sentence("not a directory"),
    errno.EEXIST: Sentence("something of this name is there already"),
    errno.ENOTEMPTY: Sentence("the folder is not empty"),
    errno.EINVAL: Sentence("its name or its place cannot be used"),
    errno.EILSEQ: Sentence("its name or its place cannot be used"),
    errno.ENAMETOOLONG: Sentence("its name is too long"),
    errno.ELOOP: Sentence("its links lead in a circle"),
    errno.EROFS: Sentence("this folder may not be written to"),
    errno.EIO: Sentence("the disk reads or writes with mistakes"),
    errno.ENOMEM: Sentence("there is not enough memory"),
    errno.EMFILE: Sentence("too many files are open"),
    errno.ENFILE: Sentence("too many files are open"),
    errno.EBUSY: IN_USE,
    errno.ETXTBSY: IN_USE,
    errno.EAGAIN: IN_USE,
    errno.EDEADLK: IN_USE,
    errno.ENODEV: TAKEN_OUT,
    errno.ENXIO: TAKEN_OUT,
    errno.ESTALE: TAKEN_OUT,
    errno.ETIMEDOUT: SILENT,
    errno.EHOSTDOWN: SILENT,
    errno.EHOSTUNREACH: SILENT,
    errno.ENETDOWN: SILENT,
    errno.ENETUNREACH: SILENT,
    errno.ENOTCONN: SILENT,
    errno.ECONNRESET: SILENT,
    errno.ECONNABORTED: SILENT,
}
SHARED = (32, 33)  # what Windows says of a file that another program holds, which it gives the number of a permission


def said(sentence: str, _: Catalogue) -> str:
    """Any sentence in the language of `_`."""
    return sentence.said(_) if isinstance(sentence, Sentence) else _(sentence)


class Trouble(Exception):
    """Something a person can do something about; the message is a whole plain sentence, never a traceback."""

    def __init__(self, text: str, **values: Any):
        self.sentence = text if isinstance(text, Sentence) else Sentence(text, **values)
        super().__init__(str(self.sentence))

    def said(self, _: Catalogue) -> str:
        """The sentence in the language of `_`."""
        return self.sentence.said(_)


def sentence_of(error: BaseException) -> Sentence:
    """What went wrong: a Trouble's own sentence; of all else, which nobody thought of, that something broke.

    >>> sentence_of(KeyError("kite"))
    "Something broke: KeyError('kite')"
    """
    return error.sentence if isinstance(error, Trouble) else Sentence("Something broke: {what}", what=repr(error))


def reason(error: OSError) -> Sentence:
    """Why the system does not write, to be put after a colon.

    >>> reason(OSError(errno.ENOSPC, "No space left on device"))
    'the disk is full'
    """
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Sentence("the disk is full")
    if isinstance(error, PermissionError):
        return CAUSES[errno.EROFS]
    return why_unread(error)


def why_unread(error: OSError) -> Sentence:
    """Why the system does not read, likewise; a cause that nobody thought of is in the system's own words.

    >>> why_unread(PermissionError(13, "Permission denied"))
    'permission denied'
    """
    if getattr(error, "winerror", None) in SHARED:
        return IN_USE
    if error.errno in CAUSES:
        return CAUSES[error.errno]
    own = error.strerror or str(error)
    return Sentence("the system says: {what}", what=own) if own else GONE
