"""The shell: desk and room in one window, and the door between them.

This file joins what `desk/` and `child/` are handed; it knows no pygame. Nothing of the desk is loaded before a
grown-up is at it, so that the room opens at once.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from traceback import print_exception
from typing import Any

from game.app.room_options import AS_SET, RoomOptions
from game.art.draw_process import DrawProcess
from game.child.calm_picture import CalmPicture
from game.child.room import Room
from game.glass.loop import rest, turn
from game.glass.window import Window
from game.records import deletion, outbox
from game.records import settings as kept_settings
from game.records.open_visit import OpenVisit
from game.records.store import Store
from game.system.errors import said, sentence_of
from game.system.lock_limits import lock_warning
from game.system.paths import ACTIVITIES
from game.system.scratch import sweep

SOON = 30.0  # seconds: what breaks within these is taken for the same mistake, in the room or at the desk
MANY = 3  # so often within these, and a calm picture waits for a grown-up


class Shell:
    """`place` is where the grown-ups or the child are: a Desk, a Room or a CalmPicture, from `begin` on. `clock` gives
    seconds, `rest` pauses for so many; `room` is what was said of the room where the program was started.
    """

    def __init__(
        self,
        window: Window,
        store: Store,
        visit: OpenVisit | None = None,
        clock: Callable[[], float] = time.monotonic,
        today: Callable[[], str] = lambda: date.today().isoformat(),
        activities: Path = ACTIVITIES,
        rest: Callable[[float], None] = rest,
        room: RoomOptions = AS_SET,
    ):
        self._rest = rest
        self.window, self.store, self.clock, self._today, self._activities = window, store, clock, today, activities
        self._room = room
        self._sound: Any = None
        self._broke: list[float] = []  # when something broke in the room, by the clock
        self._draw = DrawProcess()
        self.visit = visit
        self.place: Any = None
        self._model: Any = None
        self.open = True

    def begin(self, trouble: str = "") -> None:
        """Somebody is there: the child in the room where a visit is ready, else a grown-up at the desk, who reads a
        sentence about the `trouble` where there is one.
        """
        self._to_the_room(self.visit) if self.visit else self._to_the_desk()
        if trouble:
            self._model.tell(said(trouble, self._model._), good=False)

    def run(self) -> None:
        """Until a grown-up closes it. What nobody waits for is done when the first picture is on the glass."""
        while self.open and not self.place.whole:
            self.turn()
        self.window.fill_screen()
        self.clean_up()
        while self.open:
            self.turn()

    def clean_up(self) -> None:
        """Remove what an earlier end of the program, such as a power cut, has left."""
        deletion.finish(self.store)
        outbox.empty(self.store)
        sweep()

    def turn(self) -> None:
        """Whatever has happened, and one frame. What breaks in the room or at the desk leaves the window there."""
        try:
            turn(self.place, self._rest)
            self.look()
        except Exception as error:
            if not self.open:
                raise
            self._go_on_after(error)

    def _go_on_after(self, error: Exception) -> None:
        """Where somebody was, from what is kept. Raises what broke where there is nothing to go on with."""
        self._put_away()
        if not isinstance(self.place, Room | CalmPicture):
            self.visit = self._model.visit  # a visit may have begun or ended there
            self._to_another_desk(error)
        elif self.visit is not None:
            self._begin_again(self.visit, error)
        else:
            raise error

    def _begin_again(self, visit: OpenVisit, error: Exception) -> None:
        """The room goes on from what is kept: on the trail; where it breaks again soon, at rest; then nothing is tried
        any more, and a calm picture stands there until a grown-up comes: the desk may have no PIN.
        """
        often = self._broken_lately(error)
        grown_up = often >= MANY
        try:
            visit.begin_again(error, rests=often > 1)
            if not grown_up:
                self.place = self._room_of(visit)
        except Exception as again:
            if not grown_up:
                self._begin_again(visit, again)
        if grown_up:
            self._to_a_calm_picture(visit)

    def _to_another_desk(self, error: Exception) -> None:
        """The desk anew, where what broke is told. Where that breaks again and again, the child whose visit goes on has
        a calm picture; with no visit, what broke is raised.
        """
        if self._broken_lately(error) < MANY:
            try:
                self._to_the_desk()
                self._model.tell(sentence_of(error).said(self._model._), good=False)
            except Exception as again:
                self._to_another_desk(again)
        elif self.visit is not None:
            self.window.lock()
            self._to_a_calm_picture(self.visit)
        else:
            raise error

    def _broken_lately(self, error: Exception) -> int:
        """How often something has broken by now, within what is SOON after one another."""
        print_exception(error)
        now = self.clock()
        self._broke = [*(when for when in self._broke if now - when < SOON), now]
        return len(self._broke)

    def _to_a_calm_picture(self, visit: OpenVisit) -> None:
        self.place = CalmPicture(self.window, visit.renderer, self.clock)

    def troubles(self) -> tuple[str, ...]:
        """What the grown-up should know after the last visit, in sentences."""
        return self.visit.troubles() if self.visit else ()

    def look(self) -> None:
        """Where somebody has left the room or the desk, open the other, or end the program."""
        if self.place.open:
            return
        if isinstance(self.place, Room | CalmPicture):
            self._leave_the_room()
        else:
            self._leave_the_desk()

    def _leave_the_room(self) -> None:
        """By the corners to the desk; a window that was closed closes the program."""
        closed = self.place.closed
        self._put_away()
        if closed:
            self.close()
        else:
            self._to_the_desk()

    def _leave_the_desk(self) -> None:
        from game.desk.model import Leaving

        leaving, self._model.leaving = self._model.leaving, None
        self._put_away()
        self.visit = self._model.visit
        if leaving is Leaving.TO_THE_ROOM and self.visit is not None:
            self.window.lock()
            self._to_the_room(self.visit)
        else:
            self.close()

    def _to_the_room(self, visit: OpenVisit) -> None:
        try:
            self.place = self._room_of(visit)
        except Exception as error:
            self._begin_again(visit, error)

    def _room_of(self, visit: OpenVisit) -> Room:
        settings, here, own = kept_settings.read(self.store.folder), self._room, visit.session.visit.begun
        sound, still = (
            getattr(here, what) or getattr(settings if getattr(own, what) is None else own, what)
            for what in ("sound", "still")
        )
        self._sound = _turned_on() if sound else None
        switch = here.switch or settings.switch
        return Room(
            self.window, visit.session, visit.renderer, self.clock, visit.save_soon, still, self._sound, switch, True
        )

    def _to_the_desk(self) -> None:
        from game.desk.desk import Desk
        from game.desk.model import DeskModel
        from game.desk.screens import SCREENS
        from game.records import pin

        if self._model is None:
            kept = kept_settings.read(self.store.folder, self._activities)
            self._model = DeskModel(self.store, lambda: self._today(), kept, self._activities, self._draw)
        self._model.visit = self.visit
        self._model.lock_doubt = lock_warning(self.window.driver, sys.platform, os.environ)
        self._model.refresh()
        self.window.grow()  # a desk has words: it needs more room than the child's pictures
        first = "pin" if pin.is_set(self.store.folder) else "today"
        self.place = Desk(self.window, self._model, SCREENS, self.clock, first)

    def close(self) -> None:
        """The shell is closed, wherever somebody is: a visit that goes on is ended first."""
        self.open = False
        self._put_away()
        outbox.empty(self.store)
        if self.visit is not None:
            self.visit.end()
        self._draw.close()

    def _put_away(self) -> None:
        """What was at the glass leaves no thread, no sound and no unfinished work behind. It goes, whatever breaks."""
        try:
            self.place.put_away()
        except Exception as error:
            print_exception(error)
        if self._sound is not None:
            self._sound.close()
            self._sound = None


def _turned_on() -> Any:
    """The room's sound; None where there is no sound card. Nothing of it is loaded before."""
    from game.glass.sound import turned_on

    return turned_on()
