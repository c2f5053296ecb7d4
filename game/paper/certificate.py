"""The certificate, and the therapist's letter with it: for the child to take home and hang on a wall.

It may be seen anywhere, so it says nothing of therapy. The name is used for this one print and kept nowhere.
"""

from pathlib import Path
from unicodedata import bidirectional

from game.artist import Artist
from game.home import Traveller, Trouble
from game.paper.drawn import Drawn
from game.paper.press import Sheet, paper_name, pdf, plain, save
from game.picture import Art
from game.record import Record, chosen, companion, pair
from game.take_home import EMBLEM, KEEPSAKE, STONE, Made, may_go_home

LONGEST_NAME = 80
LARGE, SMALL = 900, 420  # pixels of a picture: 300 to an inch on the certificate, and around the letter


def make(traveller: Traveller, artist: Artist, out: Path, name: str, letter: str = "", paper: str = "a4") -> None:
    """Save the certificate, and behind it the letter where there is one. Raises Trouble."""
    save(out, pdf(sheet(traveller, artist, name, letter, paper)))


def sheet(traveller: Traveller, artist: Artist, name: str, letter: str = "", paper: str = "a4") -> Sheet:
    """The certificate, ready to be printed. An empty name becomes a line to write on. Raises Trouble."""
    name = plain(name)
    if len(name) > LONGEST_NAME:
        raise Trouble(f"This name has {len(name)} letters. A certificate has room for {LONGEST_NAME}.")
    record, drawn = traveller.record, Drawn(artist)
    stone, keepsake, emblem = (made(record, which) for which in (STONE, KEEPSAKE, EMBLEM))
    data = {
        "paper": paper_name(paper),
        "name": name,
        "companion": drawn.picture(companion(record), LARGE),
        "treasure": drawn.picture(stone or keepsake, LARGE),
        "emblem": drawn.picture(emblem, SMALL),
        "letter": paragraphs(letter),
        "rtl": right_to_left(letter),
    }
    if data["letter"]:  # hopes and feelings are not around it: a letter lies open at home
        around = {"thing": pair(record)[1], "stone": stone, "keepsake": keepsake if keepsake != stone else None}
        data |= {what: drawn.picture(art, SMALL) for what, art in around.items()}
    return Sheet("certificate", data, drawn.pictures, record.visits[-1].begun.day)


def made(record: Record, which: Made) -> Art | None:
    """The picture that the child chose there, as it has made it; None where it chose none, or keeps it."""
    return next((o.art for o in chosen(record, *which)), None) if may_go_home(record, which) else None


def paragraphs(letter: str) -> list[str]:
    """Each line of the letter that says something."""
    return [line for line in map(plain, letter.removeprefix("\ufeff").splitlines()) if line]


def right_to_left(words: str) -> bool:
    """True where the first letter belongs to a script that runs right to left."""
    strong = next((kind for kind in map(bidirectional, words) if kind in ("L", "R", "AL")), "L")
    return strong != "L"
