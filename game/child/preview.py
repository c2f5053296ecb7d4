"""The preview: one activity in a window, shown anew each time that its file or a picture is saved. Nothing is recorded.

This file knows a room, what stands beside it, and the files to watch; reading them, and painting words, is handed in.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

import pygame
from msgspec import Struct
from msgspec.structs import replace

from game.art.renderer import Renderer
from game.authoring.mistake import Mistake
from game.child.example_child import go_to, session_of, stand_ins
from game.child.room import Room
from game.core import events
from game.core.activity import Activity
from game.core.picture import WIDTH
from game.glass.loop import RESIZED, closes, turn
from game.glass.window import PartOfWindow, Window
from game.play.session import Session
from game.system.language import Translate

LOOK = 0.3  # seconds between two looks at the file
BESIDE = 420  # design units of the board beside the room
TURNS = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1}  # to the step before, or the next: the room takes all other keys
EMPTY = "#f3e9d8"  # where there is nothing to show yet


class Previewed(Struct, frozen=True):
    """What was read of a file: its mistakes, or an activity, and what renders it with the pictures there are by then.

    `activities` are those of its folder, by name, in their order; `hints` what is no mistake, and perhaps not meant.
    """

    mistakes: tuple[Mistake, ...]
    activity: Activity | None
    activities: Mapping[str, Activity]
    renderer: Renderer
    hints: tuple[Mistake, ...] = ()


class Notes(Struct, frozen=True):
    """What stands beside the room: the file's name, the activity's title and steps, which of them is shown (from 0),
    what stands in for earlier choices, the mistakes of the file as it is now, what is perhaps not meant in it, and what
    else there is to say.
    """

    file: str
    title: str = ""
    steps: tuple[str, ...] = ()
    at: int = -1
    stand_ins: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    hints: tuple[Mistake, ...] = ()
    hint: str = ""


class Board(Protocol):
    """Paints the notes beside the room."""

    def paint(self, surface: pygame.Surface, notes: Notes) -> None:
        """Fill this surface with them."""

    def step_at(self, y: int) -> int | None:
        """The step whose line was painted there, None where none was."""

    def closes(self, y: int) -> bool:
        """Whether the button that closes the preview was painted there."""


class WatchedFiles:
    """An activity's file and the folders of a therapist's own pictures and scenes, read again when one was saved.

    `read` gives what there is now.
    """

    def __init__(self, path: Path, folders: tuple[Path, ...], read: Callable[[], Previewed]):
        self.path, self._folders, self._read = path, folders, read
        self._saved: object = None

    def changed(self) -> Previewed | None:
        """What was saved since the last look; None where nothing was."""
        try:
            saved = self.path.stat().st_mtime_ns, set(self._saved_beside())
        except OSError:  # an editor may put a new file in place of the old one
            return None
        if saved == self._saved:
            return None
        self._saved = saved
        return self._read()

    def _saved_beside(self) -> Iterator[tuple[str, int]]:
        """Which pictures and scenes there are, and when each was saved."""
        for folder in self._folders:
            if folder.is_dir():
                yield from ((file.name, file.stat().st_mtime_ns) for file in folder.iterdir())


class Preview:
    """A room with an activity in the left part of a window, and the board at its right. See OnGlass."""

    def __init__(self, window: Window, watched: WatchedFiles, band: str, board: Board):
        self.window, self._watched, self._band, self._board = window, watched, band, board
        self.part = PartOfWindow(window, WIDTH / (WIDTH + BESIDE))
        self.room: Room | None = None
        self.open = True
        self._shown: Previewed | None = None
        self._notes, self._painted = Notes(watched.path.name), None  # type: tuple[Notes, object]
        self._looked = -LOOK

    @property
    def pause(self) -> float:
        """Seconds from one frame to the next."""
        return self.room.pause if self.room else LOOK / 3

    def handle(self, event: pygame.event.Event) -> None:
        """One event: the board's, or the room's; a key that turns goes to another step."""
        if event.type == pygame.WINDOWEXPOSED or event.type in RESIZED:
            self._painted = None
        if is_over(event, self.window):
            self.open = False
        elif event.type == pygame.KEYDOWN and event.key in TURNS:
            self._show_if_there(self._notes_now().at + TURNS[event.key])
        elif not self.part.holds(event):
            self._press(self.part.row(event))
        elif self.room:
            self.room.handle(self.part.into(event))

    def _show_if_there(self, step: int) -> None:
        if 0 <= step < len(self._notes.steps):
            self._show(step)

    def _press(self, row: int) -> None:
        """On the board, so many pixels from above."""
        if self._board.closes(row):
            self.open = False
        elif (step := self._board.step_at(row)) is not None:
            self._show(step)

    def frame(self) -> bool:
        """Paint what is new, and look at the files now and then."""
        if time.monotonic() - self._looked > LOOK:
            self._looked = time.monotonic()
            if found := self._watched.changed():
                self._take_up(found)
        room = self.room
        painted = room.frame() if room else False
        if room and not room.open:
            self.open = False
        return self._paint_board() or painted

    def put_away(self) -> None:
        """The window is about to close."""
        if self.room:
            self.room.put_away()

    def _take_up(self, found: Previewed) -> None:
        """Where the file has mistakes, they are told, and the room stays as it was."""
        before, at = self._shown, self._notes.at
        self._notes = replace(self._notes, mistakes=found.mistakes, hints=found.hints)
        if found.activity:
            old = before.activity if before else None
            self._shown = found
            self._show(edited(old, found.activity, max(0, at)))

    def _show(self, step: int) -> None:
        """The room with the activity at this step, the example child having done what comes before."""
        found = self._shown
        if found is None or found.activity is None:
            return
        session = session_of(found.activity, found.activities, found.renderer.library, self._band)
        go_to(session, step)
        session.let_go()
        if self.room is None:
            self.room = Room(self.part, session, found.renderer)
        else:
            self.room.show(session, found.renderer)
        notes = _notes(self._watched.path.name, found.activity, session)
        self._notes = replace(notes, mistakes=self._notes.mistakes, hints=self._notes.hints)

    def _paint_board(self) -> bool:
        notes, size = self._notes_now(), self.window.surface.get_size()
        if self._painted == (notes, size):
            return False
        self._painted = notes, size
        if self.room is None:
            self.part.surface.fill(EMPTY)
        self._board.paint(self.part.beside, notes)
        self.window.flip()
        return True

    def _notes_now(self) -> Notes:
        """The same with the step to which the grown-up has played on."""
        visit = self.room.session.visit if self.room else None
        if visit is None or visit.place != events.STEP or visit.step >= len(self._notes.steps):
            return self._notes
        if visit.step != self._notes.at:
            self._notes = replace(self._notes, at=visit.step)
        return self._notes


def is_over(event: pygame.event.Event, window: Window) -> bool:
    """Whether this event closes a preview: its window's own way, or Escape, for who has keys alone."""
    return closes(event, window) or (event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE)


def preview(watched: WatchedFiles, band: str, board: Callable[[], Board], _: Translate) -> None:
    """Open the window, and show what there is until it is closed."""
    window = Window(title=_("Preview: nothing is recorded"), beside=BESIDE)
    shown = Preview(window, watched, band, board())
    while shown.open:
        turn(shown)
    shown.put_away()
    window.close()


def edited(before: Activity | None, after: Activity, at: int) -> int:
    """The step that was edited, as far as one can tell; else the step `at` that was shown."""
    old = before.steps if before else after.steps
    for number, (was, now) in enumerate(zip(old, after.steps, strict=False)):
        if was != now:
            return number
    return len(old) if len(old) < len(after.steps) else min(at, len(after.steps) - 1)


def _notes(file: str, activity: Activity, session: Session) -> Notes:
    steps = tuple(f"{step.mechanic}: {step.result}" for step in activity.steps)
    given = tuple(f"{name}: {', '.join(o.label for o in found) or '-'}" for name, found in stand_ins(activity, session))
    return Notes(file, activity.title, steps, session.visit.step, given)
