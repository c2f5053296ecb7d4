"""The certificate, and the therapist's letter with it: for the child to take home and hang on a wall.

It may be seen anywhere, so it says nothing of therapy. The name is used for this one print and kept nowhere.
"""

from pathlib import Path
from unicodedata import bidirectional

from game.artist import Artist
from game.home import Traveller, Trouble
from game.paper.press import Pictures, Sheet, paper_name, pdf, plain, save
from game.picture import Art
from game.record import Record, chosen, companion, pair

LONGEST_NAME = 80
LARGE, SMALL = 900, 420  # pixels of a picture: 300 to an inch on the certificate, and around the letter
STONE = ("pick-a-worry-stone", "stone")
KEEPSAKE = ("choose-a-keepsake", "keepsake")


def make(
    traveller: Traveller, artist: Artist, out: Path, name: str, letter: str = "", paper: str = "a4"
) -> None:
    """Save the certificate, and behind it the letter where there is one. Raises Trouble."""
    save(out, pdf(sheet(traveller, artist, name, letter, paper)))


def sheet(traveller: Traveller, artist: Artist, name: str, letter: str = "", paper: str = "a4") -> Sheet:
    """The certificate, ready to be printed. An empty name becomes a line to write on. Raises Trouble."""
    name = plain(name)
    if len(name) > LONGEST_NAME:
        raise Trouble(f"This name has {len(name)} letters. A certificate has room for {LONGEST_NAME}.")
    record, pictures = traveller.record, Pictures()
    data = {
        "paper": paper_name(paper),
        "name": name,
        "companion": pictures.add(artist.paper_png(companion(record), LARGE)),
        "treasure": [pictures.add(artist.paper_png(art, LARGE)) for art in treasures(record)[:1]],
        "letter": [{"text": line, "rtl": right_to_left(line)} for line in paragraphs(letter)],
        "around": [pictures.add(artist.paper_png(art, SMALL)) for art in around(record)] if letter else [],
    }
    return Sheet("certificate", data, dict(pictures), record.visits[-1].begun.day)


def treasures(record: Record) -> list[Art]:
    """What the child has to hold on to: the stone as the child made it, and the keepsake."""
    return [o.art for what in (STONE, KEEPSAKE) for o in chosen(record, *what)]


def around(record: Record) -> list[Art]:
    """The pictures around the letter. Hopes and feelings are not among them: a letter lies open at home."""
    thing = pair(record)[1]
    return ([thing] if thing else []) + treasures(record)


def paragraphs(letter: str) -> list[str]:
    """Each line of the letter that says something."""
    return [line for line in map(plain, letter.removeprefix("\ufeff").splitlines()) if line]


def right_to_left(words: str) -> bool:
    """True where the first letter belongs to a script that runs right to left."""
    strong = next((kind for kind in map(bidirectional, words) if kind in ("L", "R", "AL")), "L")
    return strong != "L"
