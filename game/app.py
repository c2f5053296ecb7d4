"""The program put together: which home, whose visit, which workbook. `main.py` calls it; nothing else does.

This file knows all the others by name and imports each only where it is needed, so that the room opens at once.
"""

import os
import secrets
import sys
from datetime import date
from pathlib import Path

from game.home import DEFAULT, Home
from game.journal import Journal
from game.library import Library
from game.play import Play
from game.record import Record
from game.visit import Begun, Stop, Visit

HERE = Path(__file__).parent.parent
ACTIVITIES = HERE / "activities"


def home_folder(given: Path | None) -> Path:
    """Where the records are: as said, else GOOD_GOODBYE_HOME, else "Good Goodbye" in the owner's home folder."""
    return given or Path(os.environ.get("GOOD_GOODBYE_HOME") or DEFAULT)


def cache_folder() -> Path:
    """Where our own pictures are kept once they are painted; never a child's or a therapist's."""
    from platformdirs import user_cache_path

    return Path(os.environ.get("GOOD_GOODBYE_CACHE") or user_cache_path("good-goodbye"))


class Visiting:
    """A visit ready to be played: `play`, and the artist for its pictures."""

    def __init__(self, home: Home, id: str, folder: Path, day: str, band: str, seed: str):
        from game.artist import Artist
        from game.shelf import read_workbook

        self.home, self.id = home, id
        self.library = Library(folder / "pictures")
        shelf = read_workbook(folder, self.library)
        self.mistakes = shelf.mistakes
        record = home.traveller(id).record
        home.lock(id)
        begun = Begun(id, len(record.visits) + 1, day, band, stops(shelf), seed)
        journal, visit = _visit(home, record, begun)
        self.play = Play(journal, visit, record, shelf.activities, self.library)
        self.artist = Artist(self.library, cache_folder(), home.travellers_folder / id / "cache")

    def save_summary(self) -> None:
        """The summary of all visits lies in the traveller's folder, made anew at each end."""
        from game.paper import summary

        traveller = self.home.traveller(self.id)
        summary.save(traveller, self.home.travellers_folder / self.id / "summary.txt")


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
    """Open the child's room. Raises Trouble, and NoScreen where there is no screen."""
    from game.child.room import Room
    from game.child.window import Window

    home, today = Home(home_folder(home_given)), date.today().isoformat()
    window = Window(kiosk=kiosk)
    visiting = Visiting(home, whose(home, traveller, today), ACTIVITIES, today, band, secrets.token_hex(8))
    tell_mistakes(visiting.mistakes)
    Room(window, visiting.play, visiting.artist, ended=visiting.save_summary).run()
    window.close()
    tell_troubles(visiting.play)


def tell_mistakes(mistakes) -> None:
    """To the grown-up, in the terminal: what is not on the trail, and why."""
    for mistake in mistakes:
        print(mistake, file=sys.stderr)


def tell_troubles(play: Play) -> None:
    """To the grown-up, after the visit: what could not be kept, what broke."""
    if play.journal.trouble:
        print(play.journal.trouble, file=sys.stderr)
    for failure in play.visit.failures:
        print(f"Something broke in the activity '{failure.activity}': {failure.what}", file=sys.stderr)


