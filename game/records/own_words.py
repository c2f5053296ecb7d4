"""The therapist's own typed words about a traveller: kept apart from everything that the child has chosen.

This file knows one small file in a traveller's folder, `words.json`, and no journal. Its words are on no paper of
the child's unless somebody puts them there, and never among what the child chose.
"""

from itertools import starmap, zip_longest
from pathlib import Path
from unicodedata import category

import msgspec
from msgspec.structs import replace

from game.core.own_words import OwnWords, PaperChoices
from game.system.errors import Sentence, Trouble, reason, why_unread
from game.system.language import N_
from game.system.record_folder import RecordFolder

FILE = "words.json"
TEXTS = ("letter", "unplanned", "letter_beneath")
BETWEEN = "\n\n* * *\n\n"  # the three answers of the private page, where it was kept as one text
LONGEST = 20_000  # signs of each text: some ten pages
DAMAGED = N_("{file} is damaged, so your own words in it cannot be shown. It is never written over without a copy.")

UNREADABLE = N_("Your own words in {file} cannot be read: {why}.")


def read(folder: Path) -> OwnWords:
    """The words in this traveller's folder; none, with a `trouble`, where the file cannot be read. Writes nothing."""
    try:
        return decode(RecordFolder(folder).read(FILE))
    except FileNotFoundError:
        return OwnWords()
    except ValueError:
        return OwnWords(trouble=Sentence(DAMAGED, file=folder / FILE))
    except OSError as error:
        return OwnWords(trouble=Sentence(UNREADABLE, file=folder / FILE, why=why_unread(error)))


def decode(text: bytes) -> OwnWords:
    """The words that a file holds. Raises ValueError."""
    try:
        found = msgspec.json.decode(text)
        if isinstance(found, dict) and isinstance(page := found.get("private"), str):
            found["private"] = page.split(BETWEEN, 2)
        return _plain(msgspec.convert(found, OwnWords, str_keys=True))
    except RecursionError as error:
        raise ValueError("too deep") from error


def encode(own: OwnWords) -> bytes:
    """The words as a file holds them. Raises Trouble where a text is too long."""
    own = _plain(own)
    names = (name for people in own.people.values() for name in people.values())
    texts = (getattr(own, name) for name in TEXTS)
    for words in (*own.visits.values(), *texts, *own.private, *names, *own.pictures.values()):
        if len(words) > LONGEST:
            said = N_("One of your texts has {many} signs, and {most} can be kept. Please shorten it.")
            raise Trouble(said, many=len(words), most=LONGEST)
    return msgspec.json.encode(own) + b"\n"


def keep(folder: Path, own: OwnWords) -> None:
    """Write the words, whole or not at all; a damaged file before them is put aside as a copy. Raises Trouble.

    No folder is made for them: words about a traveller who was deleted do not bring it back.
    """
    record, text = RecordFolder(folder), encode(own)
    try:
        if record.names(FILE) and read(folder).trouble:
            record.copy_aside(FILE)
        if _plain(own) == OwnWords():
            record.remove(FILE)
        else:
            record.replace(FILE, text)
    except OSError as error:
        said = N_("Your words cannot be kept in {folder}: {why}.")
        raise Trouble(said, folder=folder, why=reason(error)) from error


def exist(folder: Path) -> bool:
    """True where the folder holds any of the therapist's own words, readable or not."""
    return bool(RecordFolder(folder).names(f"{Path(FILE).stem}.*"))


def merged(here: OwnWords, theirs: OwnWords) -> OwnWords:
    """Both, and nothing lost: where they differ, ours and then theirs."""
    numbers = sorted({*here.visits, *theirs.visits})
    visits = {n: _both(here.visits.get(n, ""), theirs.visits.get(n, "")) for n in numbers}
    numbers = sorted({*here.people, *theirs.people})
    people = {n: _names_of_both(here.people.get(n, {}), theirs.people.get(n, {})) for n in numbers}
    texts = {name: _both(getattr(here, name), getattr(theirs, name)) for name in TEXTS}
    private = tuple(starmap(_both, zip_longest(here.private, theirs.private, fillvalue="")))
    papers = theirs.papers if here.papers == PaperChoices() else here.papers
    pictures = _names_of_both(here.pictures, theirs.pictures)
    return OwnWords(visits, private=private, people=people, papers=papers, pictures=pictures, **texts)


def _names_of_both(here: dict[str, str], theirs: dict[str, str]) -> dict[str, str]:
    return {key: _both(here.get(key, ""), theirs.get(key, ""), " / ") for key in sorted({*here, *theirs})}


def _both(here: str, theirs: str, between: str = "\n\n") -> str:
    if theirs in here or here in theirs:
        return max(here, theirs, key=len)
    return f"{here}{between}{theirs}"


def _plain(own: OwnWords) -> OwnWords:
    """As it is kept: plain text, no empty words, no trouble."""
    visits = {number: text for number, words in sorted(own.visits.items()) if (text := _text(words)).strip()}
    named = {number: _names(people) for number, people in sorted(own.people.items())}
    people = {number: names for number, names in named.items() if names}
    texts = {name: _text(getattr(own, name)) for name in TEXTS}
    private = tuple(map(_text, own.private)) if "".join(own.private).strip() else ()
    pictures = _names(own.pictures)
    return replace(own, visits=visits, private=private, people=people, pictures=pictures, trouble="", **texts)


def _names(people: dict[str, str]) -> dict[str, str]:
    """Each in one line."""
    return {key: name for key, words in sorted(people.items()) if (name := " ".join(_text(words).split()))}


def _text(words: str) -> str:
    """Lines of plain text: whatever sign cannot be seen and is no end of a line or tab is left out."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or category(sign) not in ("Cc", "Cs"))
