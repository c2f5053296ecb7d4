"""What a therapist has typed about a traveller, apart from everything that the child has chosen.

A plain frozen value. `records/own_words.py` keeps it on disk.
"""

from msgspec import Struct


class OwnWords(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Plain text: words to a visit by its number, drafts of the letter and of that for an ending which was not
    planned, and the private page (only when asked for).

    `trouble` is "" or the sentence that the file cannot be read; it is not kept.
    """

    visits: dict[int, str] = {}
    letter: str = ""
    private: str = ""
    unplanned: str = ""
    trouble: str = ""
