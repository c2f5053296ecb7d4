"""The commands that make papers, and the list of travellers. Records in, papers out; no pygame, no screen.

This file knows the store and `paper/`; what a paper says is decided there.
"""

from pathlib import Path

from msgspec.structs import replace

from game.app.start import tell
from game.art.draw_process import DrawProcess
from game.art.renderer import Renderer
from game.paper import certificate as certificates
from game.paper import everything as all_of_it
from game.paper import summary as summaries
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.registry import NOTHING_HELD_BACK, PAPER_KINDS, TAKEN_HOME, files, unprinted_on
from game.paper.take_home_papers import file as file_of
from game.paper.typst_press import pdf as printed
from game.paper.typst_press import save
from game.play.home_record import home_record
from game.play.record import Traveller
from game.play.typed_labels import labelled
from game.records import find, own_words
from game.records.settings import read
from game.records.store import Store
from game.records.workspace import Workspace
from game.system.errors import Trouble, reason, why_unread
from game.system.language import words
from game.system.paths import ACTIVITIES, home_folder

LONGEST_LETTER = 20_000  # bytes: some ten pages


def paper_options(home: Path | None, paper: str, language: str, **more: str) -> PaperOptions:
    """What is wanted of a paper; what was not said ("") is as it is set. `language` can be two, such as "de,ar"."""
    there = read(home_folder(home))
    first, _, second = language.partition(",")
    return replace(AS_USUAL, paper=paper or there.paper, language=first or there.spoken, second=second, **more)


def travellers(home: Path | None) -> None:
    """Print everybody who has a record: the pair, since when, how many visits, the id."""
    there = Store(home_folder(home))
    everybody = there.travellers()
    for t in everybody:
        print(f"{t.name:24} since {t.since}   {t.visits} visit{'s' if t.visits > 1 else ''}   {t.id}")
    if not everybody:
        print("There is no traveller yet.")
    tell(there.troubles)
    there.keep_overviews()


def summary(home: Path | None, name: str, everything: bool, pdf: Path | None, options: PaperOptions) -> None:
    """Print the summary, or everything, as text, or save it with pictures. Raises Trouble."""
    traveller, renderer = _found(home, name)
    told = all_of_it if everything else summaries
    if pdf is None:
        print(told.text(traveller, options.language), end="")
    else:
        tell([told.pdf(traveller, renderer, pdf, options)])


def certificate(home: Path | None, name: str, letter: Path | None, out: Path, options: PaperOptions) -> None:
    """Save the certificate. The name that is wanted on it is used for this print and kept nowhere. Raises Trouble."""
    traveller, renderer = _found(home, name)
    wanted = replace(options, letter=_read(letter) if letter else "")
    tell([certificates.make(home_record(traveller.record), renderer, out, wanted)])


def papers(home: Path | None, name: str, out: Path, options: PaperOptions, only: tuple[str, ...] = ()) -> None:
    """Make every paper that the child can take home, or `only` these, and say which. Raises Trouble."""
    traveller, renderer = _found(home, name)
    make_folder(out)
    said = [line for which in only or TAKEN_HOME for line in _made(which, traveller, renderer, out, options)]
    for line in said or [f"There is nothing to make yet: {traveller.name} has laid nothing that a paper shows."]:
        print(line)


def _made(name: str, traveller: Traveller, renderer: Renderer, out: Path, options: PaperOptions) -> list[str]:
    """The paper made, and lines that say so; one too where the child keeps it, none where there is nothing."""
    kind = PAPER_KINDS[name]
    made = files(name, kind.sheets(traveller, renderer, options), out)
    for file, sheet in made.items():
        save(file, printed(sheet))
    why, older = kind.why_not(traveller.record), file_of(name, out)
    if made or why in NOTHING_HELD_BACK:
        alone = _in_one_language(name, options) if made else []
        return [*(f"{name}: {file}" for file in made), *alone, *unprinted_on(made.values())]
    there = f" One that was made earlier is still there: {older}" if older.exists() else ""
    return [f"{name}: not made. {words(options.language)(why)}{there}"]


def _in_one_language(name: str, options: PaperOptions) -> list[str]:
    """A line that says so of a paper that has no second language, where one is wanted."""
    wanted = options.second not in ("", options.language)
    alone = wanted and "second" not in PAPER_KINDS[name].asks
    return [f"{name}: in the first language only ({options.language}). This paper has no second one."] if alone else []


def make_folder(folder: Path) -> None:
    """Make the folder, where there is none. Raises Trouble."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"The folder '{folder}' cannot be made: {reason(error)}.") from error


def save_all(traveller: Traveller, renderer: Renderer, folder: Path) -> None:
    """Every paper there can be, in this folder; the certificate without a name. Raises Trouble."""
    for name, told in (("summary", summaries), ("everything", all_of_it)):
        told.save_text(traveller, folder / f"{name}.txt")
        told.pdf(traveller, renderer, folder / f"{name}.pdf")
    certificates.make(home_record(traveller.record), renderer, folder / "certificate.pdf")
    for which in TAKEN_HOME:
        _made(which, traveller, renderer, folder, AS_USUAL)


def _found(home_given: Path | None, name: str) -> tuple[Traveller, Renderer]:
    home = Store(home_folder(home_given))
    found = find.by_name(home, name)
    own = own_words.read(home.folder_of(found.id).path)
    traveller = replace(labelled(found, own.pictures), people=own.people, wrote=own.visits)
    tell(home.troubles)
    return traveller, Workspace(home, ACTIVITIES, DrawProcess()).renderer(traveller.id)


def _read(letter: Path) -> str:
    try:
        if letter.stat().st_size > LONGEST_LETTER:
            raise Trouble(f"'{letter}' is too long for a letter. Please shorten it to a few pages.")
        return letter.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Trouble(f"'{letter}' is not a text file. Please save the letter as plain text (UTF-8).") from None
    except OSError as error:
        raise Trouble(f"'{letter}' cannot be read: {why_unread(error)}.") from None
