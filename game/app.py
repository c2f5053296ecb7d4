"""The program put together: which home, whose visit, which workbook. `main.py` calls it; nothing else does.

This file knows all the others by name and imports each only where it is needed, so that the room opens at once.
"""

import os
import random
import secrets
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from game.home import Home, Traveller
from game.journal import Journal
from game.library import Library
from game.play import Play
from game.record import Record
from game.trouble import Trouble, reason
from game.visit import Begun, Stop, Visit

HERE = Path(__file__).parent.parent
ACTIVITIES = HERE / "activities"
STORY_DAY = "2026-01-12"  # the demonstration's day, so that the same seed gives the same journal on any day


def home_folder(given: Path | None) -> Path:
    """Where the records are: as said, else GOOD_GOODBYE_HOME, else "Good Goodbye" in the owner's home folder."""
    said = given or os.environ.get("GOOD_GOODBYE_HOME")
    return Path(said).expanduser() if said else Path.home() / "Good Goodbye"


def cache_folder() -> Path:
    """Where our own pictures are kept once they are painted; never a child's or a therapist's."""
    from platformdirs import user_cache_path

    return Path(os.environ.get("GOOD_GOODBYE_CACHE") or user_cache_path("good-goodbye"))


def own_cache() -> Path:
    """Where a therapist's own pictures are kept once they were made safe: with the records, since they are private."""
    return home_folder(None) / "pictures"


class Visiting:
    """A visit ready to be played: `play`, and the artist for its pictures. Raises Trouble."""

    def __init__(self, home: Home, id: str, day: str, band: str, seed: str, activities: Path = ACTIVITIES):
        from game.artist import Artist
        from game.shelf import read_workbook

        self.home, self.id = home, id
        self._unsaved = ""
        home.lock(id)
        record = home.traveller(id).record
        library = Library(activities / "pictures", home.folder / "pictures")
        shelf = read_workbook(activities, library)
        self.mistakes = shelf.mistakes
        begun = Begun(id, home.next_number(id), day, band, stops(shelf), seed)
        journal, visit = _visit(home, record, begun)
        self.play = Play(journal, visit, record, shelf.activities, library)
        self.artist = Artist(library, cache_folder(), home.travellers_folder / id / "cache")

    def save_summary(self) -> None:
        """The summary of all visits lies in the traveller's folder, made anew at each end. Never raises."""
        try:
            from game.papers import save_text

            save_text(self.traveller, self.home.travellers_folder / self.id / "summary.txt")
        except Exception as error:  # the child is still at the glass, whatever is wrong with a paper
            self._unsaved = f"The summary could not be saved. {error}"
        else:
            self._unsaved = ""

    @property
    def traveller(self) -> Traveller:
        """Whose visit it is, with whatever the disk did not take."""
        return Traveller(self.id, self.play.record)

    def troubles(self) -> tuple[str, ...]:
        """What the grown-up should know after the visit, in sentences."""
        return (*self.home.troubles, *self.play.troubles(), *([self._unsaved] if self._unsaved else []))


def stops(shelf) -> tuple[Stop, ...]:
    """The stops of the trail: every activity of the workbook that can be read."""
    return tuple(
        Stop(name, shelf.activities[name].title, shelf.activities[name].cover, number)
        for number, chapter in enumerate(shelf.workbook.chapters)
        for name in chapter.activities
        if name in shelf.activities
    )


def _visit(home: Home, record: Record, begun: Begun) -> tuple[Journal, Visit]:
    """Today's visit taken up again, else a new one."""
    if record.visits and record.visits[-1].begun.day == begun.day:
        return home.go_on(begun.traveller)
    return home.begin(begun)


def whose(home: Home, name: str, day: str) -> str:
    """The id of the traveller whose visit it is: "" is an unfinished visit of today, else somebody new."""
    if name and name != "new":
        return home.find(name).id
    going_on = None if name == "new" else home.unfinished(day)
    return going_on.id if going_on else secrets.token_hex(8)


def play(home_given: Path | None, traveller: str, kiosk: bool, band: str) -> None:
    """Open the child's room. Raises Trouble."""
    from game.child.room import Room
    from game.child.window import Window

    home, today = Home(home_folder(home_given)), date.today().isoformat()
    visiting = Visiting(home, whose(home, traveller, today), today, band, secrets.token_hex(8))
    window = Window(kiosk=kiosk)
    tell((*visiting.mistakes, home.doubt()))
    Room(window, visiting.play, visiting.artist, ended=visiting.save_summary).run()
    window.close()
    home.close()
    tell(visiting.troubles())


def demo(home_given: Path | None, shots: Path | None, seed: str) -> None:
    """Play the whole workbook, then make the papers. Raises Trouble."""
    from game.child.demo import Clock, Demo, saver
    from game.child.room import FRAME, Room
    from game.child.window import Window, has_screen
    from game.papers import save_all

    home = Home(home_given or Path(tempfile.mkdtemp(prefix="good-goodbye-")))
    chance = random.Random(seed)
    on_screen = has_screen()
    if not on_screen:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    window = Window()
    visiting = Visiting(home, chance.randbytes(8).hex(), STORY_DAY, "middle", chance.randbytes(8).hex())
    clock = Clock()
    room = Room(window, visiting.play, visiting.artist, clock, visiting.save_summary)
    try:
        Demo(room, clock, seed, saver(shots), lambda: time.sleep(FRAME if on_screen else 0)).run()
    except OSError as error:
        raise Trouble(f"The screens cannot be saved in '{shots}': {reason(error)}.") from error
    room.close()
    window.close()
    home.close()
    tell((*visiting.mistakes, *visiting.troubles()))
    save_all(visiting.traveller, visiting.artist, home.folder)
    print(f"The visit, its summary and a certificate are in {home.folder}")


def preview(file: Path, band: str) -> None:
    """Show one activity while it is being written. Raises Trouble."""
    from game.artist import Artist
    from game.child.preview import Watched
    from game.child.preview import preview as show
    from game.shelf import read_workbook

    if not file.is_file():
        raise Trouble(f"There is no file '{file}'.")

    def artist() -> Artist:
        return Artist(Library(file.parent / "pictures", own_cache()), cache_folder(), own_cache())

    def read():
        library = artist().library
        shelf = read_workbook(file.parent, library, library.broken, {file})
        tell(shelf.mistakes)
        return shelf.activities.get(file.stem)

    show(Watched(file, read), artist, band)


def tell(sentences) -> None:
    """To the grown-up, in the terminal."""
    for sentence in filter(None, sentences):
        print(sentence, file=sys.stderr)
