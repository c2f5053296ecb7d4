"""What a therapist has typed about a traveller, apart from everything that the child has chosen.

A plain frozen value. `records/own_words.py` keeps it on disk.
"""

from collections.abc import Mapping

from msgspec import Struct

Who = Mapping[str, str]  # who the pictures of one activity are, by their ids


class PaperChoices(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What was chosen for all papers of this child, by the names that `PaperOptions` has; "": as usual."""

    wording: str = ""
    frame: str = ""
    language: str = ""
    second: str = ""


class OwnWords(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Plain text: words to a visit by its number, drafts of the letter and of that for an ending which was not planned,
    and the answers on the private page (only when asked for). `letter_beneath` is the letter in the second language of
    the papers, `papers` what was chosen for them: a name that is typed for one print is never among it. `people` says,
    by the visit's number and `words_key`, who the pictures are that the child laid: for the therapist's own papers, and
    for none that goes home. `pictures` says what a picture for this traveller alone shows, by its name; papers that go
    home say it, too.

    `trouble` is "" or the sentence that the file cannot be read; it is not kept.
    """

    visits: dict[int, str] = {}
    letter: str = ""
    private: tuple[str, ...] = ()
    unplanned: str = ""
    people: dict[int, dict[str, str]] = {}
    letter_beneath: str = ""
    papers: PaperChoices = PaperChoices()
    pictures: dict[str, str] = {}
    trouble: str = ""


def words_key(activity: str, picture: str) -> str:
    """The key of a picture, by its id, that was laid in this activity."""
    return f"{activity}/{picture}"


def who_in(people: Mapping[str, str], activity: str) -> Who:
    """Who the pictures of this activity are, of all of a visit."""
    start = words_key(activity, "")
    return {key.removeprefix(start): words for key, words in people.items() if key.startswith(start)}
