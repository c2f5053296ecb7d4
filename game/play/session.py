"""A visit being played: touches come in, moves are kept, and the next Picture stands ready.

The same for a child at the glass, the demonstration and the tests. This file knows activities; it knows no disk,
no pygame and no clock: a touch brings its own time, and events go to an EventLog.
"""

from collections import deque
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.core import events
from game.core.activity import Activity
from game.core.events import Arrived, Ended, Event, Moved, Prepared, Went
from game.core.gesture import was_tap
from game.core.ids import Control, Door, FirstPicture, Gate, Id, Option, TrailStop, Way
from game.core.picture import Picture, hit
from game.core.table import Hand, Hands, Move, Touch
from game.mechanics import mechanic, traits
from game.play import looking_back, screens
from game.play.blank_card import is_asked_for
from game.play.deal import laid_anew, lay_card
from game.play.echo import has_echo
from game.play.entrance import met, next_table, opening, to_come
from game.play.event_log import EventLog
from game.play.failures import failed, failure_sentence
from game.play.fingers import Fingers
from game.play.kept_pictures import pictures_shown
from game.play.look import is_quiet
from game.play.page_film import PageFilm
from game.play.picture_source import PictureSource
from game.play.record import Record, joined
from game.play.replay import after, closed_untold
from game.play.state import Visit, end_of
from game.play.stretches import ON, in_view
from game.play.tones import MoveMade, News
from game.play.visit_pages import activity_pages, untold

NEWS = 20  # the latest things that happened, for whoever asks


class Session:
    """One visit in progress. `picture` is what the child should see now."""

    def __init__(
        self, journal: EventLog, visit: Visit, record: Record, activities: dict[str, Activity], library: PictureSource
    ):
        self.journal, self.visit, self.activities, self.library = journal, visit, activities, library
        self._earlier = record
        self._hands: dict[int | None, Hand] = {}
        self._pressed: dict[int, Id] = {}
        self._fingers = Fingers()
        self._news: deque[News] = deque(maxlen=NEWS)
        self._led: int | None = None
        self._looking_back = looking_back.LookingBack(activities, library)
        self._shown: tuple[object, ...] = ()
        self._draw()

    @property
    def record(self) -> Record:
        """The traveller's record with this visit in it."""
        return joined(self._earlier, self.visit)

    @property
    def hands(self) -> tuple[Hand, ...]:
        """What is in the air now."""
        return tuple(self._hands.values())

    @property
    def stretch(self) -> int:
        """The number of the trail's stretch that is in view, from 0, while the child is on the trail."""
        return in_view(self.visit, self._led)

    @property
    def film(self) -> PageFilm | None:
        """The film of a page while one is shown, of which no event tells; None while none is."""
        return self._looking_back.film

    @property
    def waits_for_any_touch(self) -> bool:
        """True where a touch anywhere does the one thing that there is to do: it wakes, or ends a film."""
        return self.film is not None or self.visit.resting or self.visit.place == events.ASLEEP

    def watch(self, since: float) -> None:
        """Show the film as it is so many seconds after its beginning."""
        self._looking_back.watch(since)
        self._draw()

    def news(self) -> tuple[News, ...]:
        """What has happened since this was last asked: see News."""
        news = tuple(self._news)
        self._news.clear()
        return news

    def touch(self, touch: Touch) -> None:
        """A finger does something. What breaks leads to the trail; raises what breaks there, too, or has no trail."""
        if touch.phase == "press":  # where the system has swallowed a release, the finger was lost before
            self._hands.pop(touch.finger, None)
            self._pressed.pop(touch.finger, None)
        touch = replace(touch, on=hit(self.picture, touch.x, touch.y))
        if self._fingers.count(touch):
            self._dispatch(touch)
        self._draw()

    def let_go(self) -> None:
        """Every finger is lost: what is in the air glides home."""
        self._hands, self._pressed = {}, {}
        self._draw()

    def prepare(self, now: Prepared) -> None:
        """What the grown-up has made ready for this visit; nothing is written where it is so already."""
        begun = self.visit.begun
        now = replace(now, band="" if now.band == begun.band else now.band)
        rest = begun.quiet, begun.personal, begun.sound, begun.still
        if now != Prepared(begun.stops, begun.plan, begun.envelope, "", *rest):
            self._commit(now)
            if now.band or now.quiet != begun.quiet:
                for event in laid_anew(self.visit, self.activities, self.record, self.library):
                    self._commit(event)
            self._draw()

    def end(self) -> None:
        """The grown-up ends the visit; it can be taken up again on the same day."""
        if self.visit.place not in (events.CLOSED, events.ASLEEP):
            self._close()
            self._draw()

    def take_up(self) -> None:
        """A visit that was ended goes on where every way begins: on the trail."""
        if self.visit.place == events.CLOSED:
            self._commit(Went(events.AGAIN))
            self._draw()

    def troubles(self) -> tuple[str, ...]:
        """What the grown-up should know after the visit, in sentences: what broke, what could not be kept."""
        kept = filter(None, (self.journal.changed, self.journal.trouble))
        return *map(failure_sentence, self.visit.failures), *kept

    def _dispatch(self, touch: Touch) -> None:
        if touch.phase == "release":
            self._fingers.echo.released(touch, touch.finger in self._pressed or has_echo(self.visit))
        if self.waits_for_any_touch:
            if touch.phase == "release":
                self._wake_or_end_the_film()
        elif touch.finger in self._pressed or (touch.phase == "press" and screens.is_button(touch.on)):
            self._button(touch)
        elif self.visit.place == events.STEP:
            self._safely(self._at_step, touch)

    def _button(self, touch: Touch) -> None:
        """A control or a stop answers on press and does what it means on release, when still under the finger."""
        if touch.phase == "press" and touch.on:
            self._pressed[touch.finger] = touch.on
            self._news.append(touch)
        elif touch.phase in ("release", "lost"):
            means = self._pressed.pop(touch.finger)
            if touch.phase == "release" and touch.on == means:
                self._hands, self._pressed = {}, {}
                self._safely(self._go, means)

    def _go(self, means: Id) -> None:
        match means:
            case screens.REST:
                self._commit(Went(events.REST))
            case screens.TRAIL:
                self._commit(Went(events.AGAIN if self.visit.place == events.CLOSED else events.TRAIL))
            case screens.ONWARD:
                self._onward()
            case Gate() | Door():
                self._commit(Went(end_of(self.visit)))
            case TrailStop(activity):
                self.open(activity)
            case FirstPicture() | Control("more"):
                self._looking_back.touched(means)
            case Way():
                self._led = self.stretch + (1 if means == ON else -1)

    def _onward(self) -> None:
        """To the next step, the next stop that was not visited yet, the trail's end, or the end of the visit."""
        if self.visit.place in (events.HOME, events.GATE):
            self._close()
        elif self.visit.place == events.STEP:
            found = next_table(self.visit, self.activities, self.record, self.library)
            self._commit(Arrived(self.visit.activity, *found) if found else Went(events.ONWARD))
        elif self.visit.place == events.TRAIL:
            stop = next(filter(self._opening, to_come(self.visit, self.record)), None)
            self.open(stop) if stop else self._commit(Went(end_of(self.visit)))

    def _close(self) -> None:
        """The visit ends. Where our code cannot tell all of it now, no end is written: a later start tells it whole."""
        if broken := untold(self.visit):
            self._commit(broken)
            self.visit = closed_untold(self.visit)
        else:
            self._commit(Ended(activity_pages(self.visit, screens=True)))

    def open(self, name: str) -> None:
        """Open an activity as it was last left; one that has nothing to offer, or whose file is gone, stays closed."""
        found = self._opening(name)
        self._led = None if found else self._led
        for event in found:
            self._commit(event)

    def _opening(self, name: str) -> tuple[Event, ...]:
        activity = self.activities.get(name)
        return opening(activity, self.record, self.visit.begun, self.library) if activity else ()

    def _take_card(self) -> None:
        """The blank card opens on a tap, to be drawn on; not where the activity's file is gone since."""
        activity = self.activities.get(self.visit.activity)
        if activity is not None:
            here = self.visit.here.table
            card = lay_card(activity, self.visit.step, here, self.record, self.visit.begun, self.library)
            self._commit(Arrived(activity.name, *card))

    def _wake_or_end_the_film(self) -> None:
        if self.film is not None:
            self._looking_back.end()
        else:
            self._commit(Went(events.WAKE))
            self._settle()

    def _settle(self) -> None:
        """A child without a traveller is led to choose one; everybody else is on the trail."""
        chooses = not met(self.record) and events.TRAVELLER in self.activities
        if self.visit.place == events.TRAIL and chooses:
            self.open(events.TRAVELLER)

    def _at_step(self, touch: Touch) -> None:
        here = self.visit.here
        own = mechanic(here.table.mechanic)
        hand = self._hands.get(touch.finger) or (self._hands.get(None) if touch.phase == "press" else None)
        answer = own.touch(here.table, here.state, hand, touch)
        if hand is not None:
            self._hands.pop(hand.finger, None)
        if hand and touch.phase == "release" and is_asked_for(hand, here):
            self._take_card()
            return
        if isinstance(answer, Hand):
            self._hands[answer.finger] = answer
            if hand is None:
                self._news.append(answer)
        elif isinstance(answer, Move):
            self._commit(Moved(answer))
            if hand and was_tap(hand) and answer.do == traits(here.table.mechanic).lays:
                self._fingers.echo.laid(Option(answer.what), touch)
            if touch.phase == "drag":  # a move in the middle of a stroke: the finger comes down anew
                self._at_step(replace(touch, phase="press"))

    def _safely(self, what: Callable[..., object], *args: Any) -> None:
        try:
            what(*args)
        except Exception as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        """What breaks leads to the trail; before a visit and after its end there is none: it is raised, not written."""
        if self.visit.place in (events.CLOSED, events.ASLEEP):
            raise error
        self._hands, self._pressed = {}, {}
        self._commit(failed(self.visit.activity, error))

    def _commit(self, event: Event) -> None:
        """Work out the visit with this event (one that cannot be folded in raises, and is not kept), keep it, go on.

        What only waits in memory, since the disk does not take it, counts as kept.
        """
        visit = after(self.visit, event)
        self.library.keep(pictures_shown(visit, event))
        self.journal.append(event)
        self.visit = visit
        self._looking_back.end()
        self._news.append(MoveMade(visit.here.table.mechanic, event.move) if isinstance(event, Moved) else event)

    def _draw(self) -> None:
        """The picture of what is so now; the very same one where that is as it was, such as while a finger wanders."""
        pressed, before = frozenset(self._pressed.values()), self._shown
        self._shown = self.visit, self.hands, pressed, self._led, self._looking_back.seen
        if self._shown == before:
            return
        try:
            self.picture = self._screen(self.hands, pressed)
        except Exception as error:
            self._fail(error)
            self.picture = self._screen(())

    def _screen(self, hands: Hands, pressed: frozenset[Id] = frozenset()) -> Picture:
        visit, record, library = self.visit, self.record, self.library
        if (seen := self._looking_back.picture) is not None:
            return seen + screens.controls(quiet=is_quiet(visit.begun, record))
        return screens.screen(visit, record, hands, library, pressed, self._led, self._looking_back.hung(visit, record))
