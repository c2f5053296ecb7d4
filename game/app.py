"""The program put together: which home, whose visit, which workbook. `main.py` calls it; nothing else does.

This file knows all the others by name and imports each only where it is needed, so that the room opens at once.
"""

import gc
import os
import secrets
import sys
from datetime import date
from pathlib import Path
from threading import Thread

from msgspec import Struct

from game.events import Begun, Plan, Stop
from game.home import Home, Traveller
from game.journal import Journal
from game.library import Library
from game.mistake import did_you_mean
from game.play import Play
from game.record import Record
from game.trouble import Trouble
from game.visit import Visit

GIVEN = "given"  # in a traveller's folder: the pictures that a grown-up has put into envelopes
HERE = Path(__file__).parent.parent
ACTIVITIES = HERE / "activities"


def home_folder(given: Path | None) -> Path:
    """Where the records are: as said, else GOOD_GOODBYE_HOME, else "Good Goodbye" in the owner's home folder."""
    said = given or os.environ.get("GOOD_GOODBYE_HOME")
    return Path(said).expanduser() if said else Path.home() / "Good Goodbye"


def cache_folder() -> Path:
    """Where our own pictures are kept once they are painted; never a child's or a therapist's."""
    from platformdirs import user_cache_path

    return Path(os.environ.get("GOOD_GOODBYE_CACHE") or user_cache_path("good-goodbye"))


def from_here(path: Path) -> Path:
    """The path as a person in this folder would write it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def own_cache() -> Path:
    """Where a therapist's own pictures are kept once they were made safe: with the records, since they are private."""
    return home_folder(None) / "pictures"


class Today(Struct, frozen=True):
    """What the grown-up has said of this visit: sensitive activities opened, visits planned, the envelope's picture.

    `plan` and `envelope` None: as it was.
    """

    opened: tuple[str, ...] = ()
    plan: Plan | None = None
    envelope: Path | None = None


NOTHING_SAID = Today()


class Visiting:
    """A visit ready to be played: `play`, and the artist for its pictures. Raises Trouble."""

    def __init__(
        self,
        home: Home,
        id: str,
        day: str,
        band: str,
        seed: str,
        said: Today = NOTHING_SAID,
        activities: Path = ACTIVITIES,
    ):
        from game.artist import Artist
        from game.drawing import Beside
        from game.shelf import read_workbook

        self.home, self.id = home, id
        self._unsaved = ""
        self._saving: Thread | None = None
        home.lock(id)
        record = home.traveller(id).record
        library = Library(activities / "pictures", home.folder / "pictures", home.travellers_folder / id / GIVEN)
        shelf = read_workbook(activities, library)
        self.mistakes = shelf.mistakes
        _all_there(said.opened, shelf.activities)
        opened = said.opened + _open_already(record, day)
        ready = stops(shelf, opened), *_ready(said, record, home.travellers_folder / id)
        begun = Begun(id, home.next_number(id), day, band, ready[0], seed, plan=ready[1], envelope=ready[2])
        journal, visit = _visit(home, record, begun)
        self.play = Play(journal, visit, record, shelf.activities, library)
        self.play.prepare(*ready)
        self.artist = Artist(library, cache_folder(), home.travellers_folder / id / "cache", Beside())

    def save_soon(self) -> None:
        """Save the summary beside the room: a slow disk must not hold up the last picture."""
        self.wait()
        self._saving = Thread(target=self.save_summary, name="summary")
        self._saving.start()

    def wait(self) -> None:
        """Until the summary that is being saved is saved."""
        if self._saving is not None:
            self._saving.join()

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


def _all_there(opened: tuple[str, ...], activities: dict) -> None:
    """Raises Trouble where an activity that is to be opened does not exist, or cannot be read."""
    for name in opened:
        if name not in activities:
            said = f"There is no activity '{name}' that could be opened.{did_you_mean(name, activities)}"
            raise Trouble(said)


def _open_already(record: Record, day: str) -> tuple[str, ...]:
    """What is on the trail of a visit of today that is taken up again stays there."""
    today = [visit.begun for visit in record.visits[-1:] if visit.begun.day == day]
    return tuple(stop.activity for begun in today for stop in begun.stops)


def _ready(said: Today, record: Record, folder: Path) -> tuple[Plan, str]:
    """The plan and the name of the envelope's picture, as said today or as they were on the latest visit."""
    before = record.visits[-1].begun if record.visits else None
    plan = said.plan or (before.plan if before else Plan())
    if said.envelope is None:
        return plan, before.envelope if before else ""
    from game.own_pictures import Refused, safe_png

    try:
        return plan, safe_png(said.envelope, folder / GIVEN).stem
    except Refused as refused:
        raise Trouble(refused.sentence) from None


def stops(shelf, opened: tuple[str, ...] = ()) -> tuple[Stop, ...]:
    """The stops of the trail: each activity of the workbook that can be read; sensitive ones only when opened."""
    return tuple(
        Stop(name, shelf.activities[name].title, shelf.activities[name].cover, number)
        for number, chapter in enumerate(shelf.workbook.chapters)
        for name in chapter.activities
        if name in shelf.activities and (name in opened or not shelf.activities[name].locked)
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


def _turned_on():
    """The room's sound; None where there is no sound card. Nothing of it is loaded before."""
    from game.child.sound import turned_on

    return turned_on()


def play(
    home_given: Path | None,
    traveller: str,
    kiosk: bool,
    band: str,
    said: Today,
    sound: bool = False,
    switch: float = 0,
    still: bool = False,
) -> None:
    """Open the child's room; `switch` is the interval in seconds for one switch, 0 without. Raises Trouble."""
    from game.child.room import Room
    from game.child.window import Window

    home, today = Home(home_folder(home_given)), date.today().isoformat()
    visiting = Visiting(home, whose(home, traveller, today), today, band, secrets.token_hex(8), said)
    window = Window(kiosk=kiosk)
    tell((*visiting.mistakes, home.doubt()))
    heard = _turned_on() if sound else None
    gc.freeze()  # what is there now stays to the end: no frame waits while it is looked through for garbage
    more = {"sound": heard, "switch": switch, "still": still}
    Room(window, visiting.play, visiting.artist, ended=visiting.save_soon, **more).run()
    visiting.wait()
    window.close()
    if heard:
        heard.close()
    home.close()
    tell(visiting.troubles())


def preview(file: Path, band: str) -> None:
    """Show one activity while it is being written. Raises Trouble."""
    from game.artist import Artist
    from game.child.preview import Watched
    from game.child.preview import preview as show
    from game.drawing import Beside
    from game.shelf import read_workbook

    if not file.is_file():
        raise Trouble(f"There is no file '{file}'.")

    def artist() -> Artist:
        return Artist(Library(file.parent / "pictures", own_cache()), cache_folder(), own_cache(), Beside())

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
