"""The commands that make papers, and the list of travellers. Records in, papers out; no pygame, no screen.

This file knows the home and `paper/`; what a paper says is decided there.
"""

from pathlib import Path

from game.app import ACTIVITIES, GIVEN, cache_folder, home_folder, tell
from game.artist import Artist
from game.home import Home, Traveller
from game.library import Library
from game.paper import certificate as certificates
from game.paper import summary as summaries
from game.paper import take_home_papers as take_home
from game.paper.press import pdf as printed
from game.paper.press import save
from game.trouble import Trouble, reason

LONGEST_LETTER = 20_000  # bytes: some ten pages


def travellers(home: Path | None) -> None:
    """Print everybody who has a record: the pair, since when, how many visits, the id."""
    there = Home(home_folder(home))
    everybody = there.travellers()
    for t in everybody:
        visits = len(t.record.visits)
        print(f"{t.name:24} since {t.since}   {visits} visit{'s' if visits > 1 else ''}   {t.id}")
    if not everybody:
        print("There is no traveller yet.")
    tell(there.troubles)


def summary(home: Path | None, name: str, pdf: Path | None, paper: str) -> None:
    """Print the text, or save the picture summary. Raises Trouble."""
    traveller, artist = _found(home, name)
    if pdf is None:
        print(summaries.text(traveller), end="")
    else:
        summaries.pdf(traveller, artist, pdf, paper)


def certificate(home: Path | None, name: str, written: str, letter: Path | None, paper: str, out: Path) -> None:
    """Save the certificate. The written name is used for this print and kept nowhere. Raises Trouble."""
    traveller, artist = _found(home, name)
    certificates.make(traveller, artist, out, written, _read(letter) if letter else "", paper)


def papers(home: Path | None, name: str, out: Path, paper: str) -> None:
    """Make every paper that the child can take home, and say which. Raises Trouble."""
    traveller, artist = _found(home, name)
    _make_folder(out)
    said = [line for which in take_home.PAPERS if (line := _take_home(which, traveller, artist, out, paper))]
    for line in said or [f"There is nothing to make yet: {traveller.name} has laid nothing that a paper shows."]:
        print(line)


def _take_home(name: str, traveller: Traveller, artist: Artist, out: Path, paper: str) -> str:
    """The paper made, and a line that says so; a line too where the child keeps it, "" where there is nothing."""
    sheet, file = take_home.sheet(name, traveller, artist, paper), take_home.file(name, out)
    if sheet:
        save(file, printed(sheet))
        return f"{name}: {file}"
    why = take_home.why_not(traveller.record, name)
    older = f" One that was made earlier is still there: {file}" if why and file.exists() else ""
    return f"{name}: not made, {why}.{older}" if why else ""


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"The folder '{folder}' cannot be made: {reason(error)}.") from error


def save_text(traveller: Traveller, out: Path) -> None:
    """Save the summary's text. Raises Trouble."""
    save(out, summaries.text(traveller).encode())


def save_all(traveller: Traveller, artist: Artist, folder: Path) -> None:
    """Every paper there can be, in this folder; the certificate without a name. Raises Trouble."""
    save_text(traveller, folder / "summary.txt")
    summaries.pdf(traveller, artist, folder / "summary.pdf")
    certificates.make(traveller, artist, folder / "certificate.pdf", "")
    for which in take_home.PAPERS:
        _take_home(which, traveller, artist, folder, "a4")


def _found(home_given: Path | None, name: str) -> tuple[Traveller, Artist]:
    home = Home(home_folder(home_given))
    traveller = home.find(name)
    tell(home.troubles)
    library = Library(ACTIVITIES / "pictures", home.folder / "pictures", home.travellers_folder / traveller.id / GIVEN)
    return traveller, Artist(library, cache_folder(), home.travellers_folder / traveller.id / "cache")


def _read(letter: Path) -> str:
    try:
        if letter.stat().st_size > LONGEST_LETTER:
            raise Trouble(f"'{letter}' is too long for a letter. Please shorten it to a few pages.")
        return letter.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Trouble(f"'{letter}' is not a text file. Please save the letter as plain text (UTF-8).") from None
    except OSError as error:
        raise Trouble(f"'{letter}' cannot be read: {(error.strerror or 'it is not there').lower()}.") from None
