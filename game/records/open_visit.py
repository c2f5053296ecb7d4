"""A visit made ready to be played: whose, with which activities, on which day.

This file joins the store, the workbook, the pictures and play; it knows no pygame. The day and the seed are handed in.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from game.authoring.mistake import did_you_mean
from game.core.events import ASLEEP, CLOSED, FORMAT, REST, Begun, Plan, Prepared, Stop, Went
from game.play.failures import failed_here, failure_sentence
from game.play.record import Record, Traveller
from game.play.replay import after, replay
from game.play.session import Session
from game.play.state import Visit
from game.records import find, personal_pictures
from game.records.deletion import leave_no_trace
from game.records.journal import Journal, StaysAsItIs
from game.records.store import Store
from game.records.workspace import Workspace
from game.system.errors import Sentence, Trouble, reason
from game.system.paths import ACTIVITIES

if TYPE_CHECKING:  # imported only where a visit is made ready
    from game.art.library import Library
    from game.art.renderer import Draw, Renderer
    from game.authoring.workbook_reader import ActivityFolder


class Preparation(Struct, frozen=True):
    """What the grown-up has said of this visit: sensitive activities opened, visits planned, the envelope's picture.

    `plan`, `envelope`, `quiet`, `sound` and `still` None: as it was; what `more` says of the plan is said besides.
    `only` are the activities of this visit, the opened ones among them; None: the whole workbook, but for those that
    are `off`. `band` "": as it is on a visit that goes on.
    """

    opened: tuple[str, ...] = ()
    plan: Plan | None = None
    envelope: Path | None = None
    only: tuple[str, ...] | None = None
    off: tuple[str, ...] = ()
    band: str = ""
    more: Plan = Plan()
    quiet: bool | None = None
    sound: bool | None = None
    still: bool | None = None


NOTHING_SAID = Preparation()


class OpenVisit:
    """A visit that is open: its `session`, the `renderer` for its pictures, and the `mistakes` of the workbook."""

    def __init__(
        self,
        ready: "_Ready",
        journal: Journal,
        session: Session,
        renderer: "Renderer",
        found: tuple[str, ...] = (),
    ):
        self.store, self.id, self.session, self.renderer = ready.store, ready.id, session, renderer
        self._journal = journal
        self.mistakes = ready.loaded.mistakes
        self._ready, self._found = ready, found
        self._unsaved = ""
        self._saving: Thread | None = None

    def make_ready(self, said: Preparation) -> None:
        """What the grown-up says during the visit holds from now on. Raises Trouble."""
        self.session.prepare(self._ready.of(said, self.session.record))

    def begin_again(self, error: Exception, rests: bool) -> None:
        """After this error broke the room: it is told, and `session` is another one, of what is kept.

        The child is on the trail then, or `rests`; before a visit begins and after its end nothing is written, and the
        child is where it was. Raises whatever breaks again: the session is the old one then.
        """
        failed = failed_here(self.session.visit, error)
        self._found += (failure_sentence(failed),)
        visit, record = replay(self._journal.events()), self.session.record
        led = (failed, Went(REST)) if rests else (failed,)
        for event in led if visit.place not in (ASLEEP, CLOSED) else ():
            visit = after(visit, event)
            self._journal.append(event)
        self.session = Session(self._journal, visit, record, self._ready.loaded.activities, self._ready.library)

    def end(self) -> None:
        """A grown-up ends the visit, if it began and has not ended; when this returns, the summary is saved."""
        if self.session.visit.place not in (ASLEEP, CLOSED):
            self.session.end()
            self.save_soon()
        self.wait()
        leave_no_trace(self.store, self.id)

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
            from game.paper.everything import text

            self.store.folder_of(self.id).replace("summary.txt", text(self.traveller).encode())
        except OSError as error:
            why = Sentence("'{file}' could not be saved: {why}.", file="summary.txt", why=reason(error))
            self._unsaved = Sentence("The summary could not be saved. {why}", why=why)
        except Exception as error:  # the child is still at the glass, whatever is wrong with a paper
            self._unsaved = Sentence("The summary could not be saved. {why}", why=error)
        else:
            self._unsaved = ""

    @property
    def traveller(self) -> Traveller:
        """Whose visit it is, with whatever the disk did not take."""
        return Traveller(self.id, self.session.record)

    def troubles(self) -> tuple[str, ...]:
        """What the grown-up should know after the visit, in sentences."""
        found = (
            *self._found,
            *self.store.troubles,
            *self.session.troubles(),
            self._ready.library.trouble,
            self._unsaved,
        )
        return tuple(dict.fromkeys(sentence for sentence in found if sentence))


def open_visit(
    store: Store,
    id: str,
    day: str,
    band: str,
    seed: str,
    said: Preparation = NOTHING_SAID,
    activities: Path = ACTIVITIES,
    draw: "Draw | None" = None,
    another: bool = False,
) -> OpenVisit:
    """Lock the record, read it and the workbook, and make the visit of this day ready. Raises Trouble.

    `draw` is what the renderer draws with; None: a process beside, of this visit's own. `another`: a new visit, where
    one of this day is there already.
    """
    from game.art.draw_process import DrawProcess
    from game.authoring.workbook_cache import cached_workbook

    store.lock(id)
    record = store.traveller(id).record
    workspace = Workspace(store, activities, draw or DrawProcess())
    library = workspace.library(id, keeps=True)
    ready = _Ready(store, id, day, library, cached_workbook(activities, library, store.folder))
    now = (replace(ready, day="") if another else ready).of(said, record)
    rest = now.plan, now.envelope, now.quiet, now.personal, now.sound, now.still
    begun = Begun(id, store.next_number(id), day, band, now.stops, seed, FORMAT, *rest)
    journal, visit = store.begin(begun) if another else _visit(store, record, begun)
    session = Session(journal, visit, record, ready.loaded.activities, library)
    session.prepare(now)
    return OpenVisit(ready, journal, session, workspace.renderer(id, library), tuple(store.troubles))


class _Ready(Struct, frozen=True):
    """What a grown-up has said becomes what a visit is played with."""

    store: Store
    id: str
    day: str
    library: "Library"
    loaded: "ActivityFolder"

    def of(self, said: Preparation, record: Record) -> Prepared:
        """The stops, the plan, the envelope's picture and the pictures for this traveller alone. Raises Trouble."""
        _all_there(said.opened, self.loaded.activities)
        opened = said.opened + _open_already(record, self.day)
        on_trail = stops(self.loaded, opened, _only(said, record, self.day), said.off)
        on_trail = tuple(replace(stop, cover=self.library.art(stop.cover)) for stop in on_trail)
        plan, envelope = _ready(said, record, self.day, partial(self.store.keep_given, self.id))
        quiet, sound, still = (_said_or_before(said, what, record) for what in ("quiet", "sound", "still"))
        personal = personal_pictures.names(self.store, self.id)
        return Prepared(on_trail, plan, envelope, said.band, bool(quiet), personal, sound, still)


def _all_there(opened: tuple[str, ...], activities: dict) -> None:
    """Raises Trouble where an activity that is to be opened does not exist, or cannot be read."""
    for name in opened:
        if name not in activities:
            said = Sentence("There is no activity '{name}' that could be opened.", name=name)
            raise Trouble(said.then(did_you_mean(name, activities)))


def _open_already(record: Record, day: str) -> tuple[str, ...]:
    """What is on the trail of a visit of today that is taken up again stays there."""
    today = [visit.begun for visit in record.visits[-1:] if visit.begun.day == day]
    return tuple(stop.activity for begun in today for stop in begun.stops)


def _ready(said: Preparation, record: Record, day: str, keep: Callable[[str, bytes], None]) -> tuple[Plan, str]:
    """The plan and the name of the envelope's picture, as said today or as they were on the latest visit."""
    before = record.visits[-1].begun if record.visits else None
    plan = (said.plan or (before.plan_on(day) if before else Plan())).with_more(said.more)
    if said.envelope is None:
        return plan, before.envelope if before else ""
    from game.art.sanitize import PictureRefused, safe_copy

    try:
        name, png = safe_copy(said.envelope)
        keep(name, png)
        return plan, name
    except PictureRefused as refused:
        raise Trouble(refused.sentence) from None
    except OSError as error:
        raise Trouble("The picture for the envelope cannot be kept: {why}.", why=reason(error)) from error


def _said_or_before(said: Preparation, what: str, record: Record) -> bool | None:
    """What is said of this today, else as it was on the latest visit."""
    now = getattr(said, what)
    return getattr(record.visits[-1].begun, what) if now is None and record.visits else now


def _only(said: Preparation, record: Record, day: str) -> tuple[str, ...] | None:
    """What has been opened already on a visit of today stays on its trail, whatever is chosen for the rest of it."""
    if said.only is None:
        return None
    return said.only + tuple(name for visit in record.visits[-1:] if visit.begun.day == day for name in visit.how)


def stops(
    loaded, opened: tuple[str, ...] = (), only: tuple[str, ...] | None = None, off: tuple[str, ...] = ()
) -> tuple[Stop, ...]:
    """The stops of the trail: each activity of the workbook that can be read; sensitive ones only when opened."""
    return tuple(
        Stop(name, loaded.activities[name].title, loaded.activities[name].cover, number)
        for number, chapter in enumerate(loaded.workbook.chapters)
        for name in chapter.activities
        if name in loaded.activities and (name in opened or not loaded.activities[name].locked)
        if (only is None or name in only) and name not in off
    )


def _visit(store: Store, record: Record, begun: Begun) -> tuple[Journal, Visit]:
    """Today's visit taken up again, where that can be done, else a new one."""
    if record.visits and record.visits[-1].begun.day == begun.day:
        with suppress(StaysAsItIs):  # it was told why when the record was read
            return store.go_on(begun.traveller)
    return store.begin(begun)


def traveller_for(store: Store, name: str, day: str) -> str:
    """The id of the traveller whose visit it is: "" is an unfinished visit of today, else somebody new."""
    if name and name != "new":
        return find.by_name(store, name).id
    going_on = None if name == "new" else find.unfinished(store, day)
    return going_on.id if going_on else os.urandom(8).hex()
