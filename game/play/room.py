"""The child's room without its glass: touches and keys come in, and each tick says what is to be on the glass.

Pure but for what it is handed: every touch and every tick brings its time, and what a glass has ready it says through
SpriteSource. No pygame, no files, no clock. Corners, ghost hand, marker and motion each stand in a file of their own.
"""

from collections import deque
from collections.abc import Callable

from game.core import events
from game.core.companion import companion_on
from game.core.ids import Id
from game.core.picture import Picture, Stamp, covers, hit
from game.core.road import Road
from game.core.sleep import Act
from game.core.table import Touch
from game.play.acts import ActPlayer, act_between, act_on_leaving, player_of
from game.play.corners import CornerKeys, Corners
from game.play.display_list import DisplayList, SpriteSource
from game.play.drawn import Drawn, Frame
from game.play.ghost import Ghost
from game.play.new_screen import ghost_on, story_player_on
from game.play.paint_ahead import PaintAhead
from game.play.picture_source import road_in
from game.play.scanning import ANSWER, Key, Scanner
from game.play.screen_key import ScreenKey, screen_of
from game.play.screens import CONTROLS_AT, LOWEST, ONWARD
from game.play.session import NEWS, Session
from game.play.story_player import StoryPlayer
from game.play.tones import Answered, News

FRAME = 1 / 60  # seconds from one tick to the next, where the glass can
STILL_AFTER = 30.0  # seconds without a touch, after which the loops come to rest
THINKING = 0.7  # seconds without a touch, after which the next screen is painted in good time
TRY_AGAIN = 5.0  # seconds between tries to write what the disk has refused


class RoomSession:
    """One visit in one room, from `now` on. `ended` is called each time that the visit ends.

    `switch` is the interval in seconds at which the marker walks by itself; 0: it never does. `goes_on`: the visit
    does when the grown-ups' corners open the room, since they may come back to it. `whole`: the screen where the
    visit is now is what is on the glass, however its things still move.
    """

    def __init__(
        self,
        session: Session,
        sprites: SpriteSource,
        now: float,
        ended: Callable[[], None] = lambda: None,
        still: bool = False,
        switch: float = 0,
        goes_on: bool = False,
    ):
        self.session, self._ended, self._still, self._goes_on = session, ended, still, goes_on
        self.open, self.closed = True, False
        self._was_closed = False
        self._last_touch = self._last_try = self._film_since = now
        self._corners, self._corner_keys = Corners(), CornerKeys()
        self._ghost, self._scanner = Ghost((), now), Scanner(switch)
        self._story: StoryPlayer | None = None
        self.plays = False  # a little story is on the glass
        self._act: ActPlayer | None = None
        self._lifted_on: Id | None = None  # what the last finger meant that was lifted
        self._on_glass: ScreenKey | None = None
        self._answers: deque[Answered] = deque(maxlen=NEWS)
        self.refit(sprites)

    def refit(self, sprites: SpriteSource) -> None:
        """Go on with these sprites, on a glass on which nothing is painted yet."""
        library = self.session.library
        self._sprites = sprites
        self._list = DisplayList(sprites, library.puppet, self._still, self._road, library.answer)
        self.whole = False
        self._ahead = PaintAhead(sprites, self._list, self._still)
        self._screen: ScreenKey | None = None
        self._act = None
        self._laid: tuple[Picture, tuple[Stamp, ...], Picture] | None = None

    def _road(self, scene: str) -> Road:
        return road_in(scene, self.session.library)

    @property
    def shown(self) -> Picture | None:
        """What is on the glass: the screen with the marker and the ghost hand on it; None before the first."""
        return self._list.picture

    def slides(self, now: float) -> bool:
        """True while a land slides from one stretch to the next."""
        return self._list.slides(now)

    def rests(self, now: float) -> bool:
        """True where nobody has touched for so long that all loops rest, and nothing else is shown by itself."""
        shown = self.plays or self.session.film is not None or self._scanner.interval > 0
        return self.whole and not shown and now - self._last_touch >= STILL_AFTER

    def news(self) -> tuple[News, ...]:
        """What has happened since this was last asked, what the land has answered after all else: see News."""
        answers = tuple(self._answers)
        self._answers.clear()
        return self.session.news() + answers

    def touch(self, touch: Touch) -> None:
        """A finger is pressed, drawn, lifted or lost."""
        self._corners.feel(touch)
        touches = self._scanner.instead_of(touch, self.session, touch.time)
        asked = touches == (touch,) and self._asks_for_the_story(touch)
        self._pass_on(touches, touch.time)
        if self._story and asked:
            self._story.again(touch.time)

    def key(self, key: Key, now: float) -> None:
        """A key or the one switch goes down or up."""
        calls = key.does == ANSWER and key.phase == "press" and not self._scanner.is_held(key)
        touches = self._scanner.read(key, self.session, now)
        if touches is not None:
            self._pass_on(touches, now)
        if calls and self._on_glass == screen_of(self.session):
            self._answered(self._list.answer_next(now))

    def held_key(self, code: int, letter: str, down: bool, now: float) -> None:
        """Any key goes down or up, whatever it is for; `letter` is "" where it has none."""
        self._corner_keys.feel(code, letter, down, now)

    def let_go(self) -> None:
        """The window has lost fingers and keys: nothing is held."""
        self.session.let_go()
        self._scanner.let_go()
        self._corners.let_go()
        self._corner_keys.let_go()

    def tick(self, now: float) -> Frame:
        """What is to be on the glass now. While a new screen is still being made the old one stays."""
        self._look_around(now)
        self._go_on_with_the_film(now)
        if self._act is not None and self._act.plays(now):
            self.whole = False
            return self._act.on(self._list.frame(now, loops=False), self._sprites, now)
        marker = self._scanner.marker(self.session, now, self._on_glass == screen_of(self.session))
        shown = self._show(() if self.slides(now) else marker + self._ghost.stamps(now), now)
        self.whole = shown and not self.slides(now)
        if self.whole:
            self._on_glass = self._screen
        story, picture = self._story, self.session.picture
        if story and (not self.whole or self._list.walks(now)):
            story.later(now)
        may_play = bool(story and self.whole and story.is_fetched(self.session.visit, picture))
        self.plays = bool(story and may_play and story.playing(picture, self._sprites, now))
        if story and self.plays:
            return story.on(self._list.frame(now, loops=False), picture, now)
        frame = self._list.frame(now, loops=now - self._last_touch < STILL_AFTER)
        return story.after(frame, picture, now) if story else frame

    def soon(self, now: float) -> tuple[Drawn, ...]:
        """Who plays or is on foot, as it will be on the next beat."""
        return self._story.soon(self.session.picture, now) if self._story and self.plays else self._list.soon(now)

    def close(self) -> None:
        """A grown-up ends the visit, and is done here."""
        self.closed = True
        self.leave()
        self.session.end()
        self._notice_the_end()

    def leave(self) -> None:
        """A grown-up leaves the room; the visit goes on."""
        self.open = False
        self.session.let_go()

    def _pass_on(self, touches: tuple[Touch, ...], now: float) -> None:
        """Somebody is there, and perhaps touches something."""
        self._last_touch = now
        self._ghost.touched(now)
        self._act = None
        self._list.arrive()
        if self._story:
            if at := self._story.plays_at(self.session.picture, now):
                self._list.walk_back(at, now)
            self._story.touched(now)
        for touch in touches:
            self._apply(touch)

    @property
    def can_play(self) -> bool:
        """True where no little story waits for its pictures."""
        return self._story is None or self._story.made

    @property
    def has_story(self) -> bool:
        """True where a little story belongs to this screen, whether it is played now or not."""
        return self._story is not None

    def _asks_for_the_story(self, touch: Touch) -> bool:
        """What waits in the air for a place goes home first, and that is all."""
        asked = self._story is not None and self._story.is_asked_for(touch, self.session.picture)
        return asked and not self.session.hands

    def _apply(self, touch: Touch) -> None:
        """While a new screen is being painted the old one stands there: only the controls mean what they seem."""
        on_glass = self._on_glass == screen_of(self.session)
        self._lifted_on = hit(self.session.picture, touch.x, touch.y) if touch.phase == "release" else None
        if touch.phase in ("press", "drag"):
            self._list.touched(touch.x, touch.y, touch.time)
        if on_glass and touch.phase == "press" and (self._means_nothing(touch) or self._leads_nowhere(touch)):
            self._answered(self._list.answer(touch.x, touch.y, touch.time))
        if on_glass or touch.phase != "press" or hit(self.session.picture, touch.x, touch.y) in CONTROLS_AT:
            self.session.touch(touch)

    def _answered(self, word: str) -> None:
        if word:
            self._answers.append(Answered(word))

    def _means_nothing(self, touch: Touch) -> bool:
        """Where there is nothing, nothing waits in the air for a place, and the companion does not answer itself."""
        picture, waits = self.session.picture, any(hand.finger is None for hand in self.session.hands)
        if waits or touch.y > LOWEST or self.session.waits_for_any_touch:
            return False
        own = companion_on(picture)
        return (own is None or not covers(own, touch.x, touch.y)) and hit(picture, touch.x, touch.y) is None

    def _leads_nowhere(self, touch: Touch) -> bool:
        """Onward, where the visit is over: there the place answers beside it."""
        return self.session.visit.place == events.CLOSED and hit(self.session.picture, touch.x, touch.y) == ONWARD

    def _look_around(self, now: float) -> None:
        """What is not a touch: a new screen's demonstration, the grown-ups' corners, the end, a stubborn disk."""
        if (screen := screen_of(self.session)) != self._screen:
            self._begin_to_act(screen, now)
            self._screen = screen
            self._ahead.arrived(self.session.film)
            self._begin_to_show(now + (self._act.lasts if self._act else 0))
        self._notice_the_end()
        if self.whole:
            self._make_ahead(now)
        if self.open and (self._corners.open(now) or self._corner_keys.open(now)):
            self.leave() if self._goes_on else self.close()
        if self.session.journal.trouble and now - self._last_try > TRY_AGAIN:
            self._last_try = now
            self.session.journal.retry()

    def _go_on_with_the_film(self, now: float) -> None:
        """It begins when its first picture is on the glass."""
        if self.session.film is None:
            return
        if self._on_glass != self._screen:
            self._film_since = now
        self.session.watch(now - self._film_since)

    def _begin_to_act(self, screen: ScreenKey, now: float) -> None:
        """Where the companion wakes, settles or falls asleep, it does so on the screen that is left, if that is on the
        glass."""
        before, picture, library = self._screen, self._list.picture, self.session.library
        act: Act = ()
        if before and before == self._on_glass:
            act = act_between(before.place, screen.place) or act_on_leaving(picture, self._lifted_on, library)
        self._act = player_of(act, picture, library.puppet, now, self._still)
        if self._act:  # the next screen is there when it is over
            self._sprites.ready("", (self._act.sprite,))
            self._list.prepare(self.session.picture)

    def _begin_to_show(self, now: float) -> None:
        """On a new screen: its little story, or the ghost hand; the hand after it where only a hand can show it."""
        self._story = story_player_on(self.session, self._sprites, now, self._still)
        self._ghost = ghost_on(self.session, now, self._story is not None)

    def _notice_the_end(self) -> None:
        is_closed = self.session.visit.place == events.CLOSED
        if is_closed and not self._was_closed:
            self._ended()
        self._was_closed = is_closed

    def _make_ahead(self, now: float) -> None:
        """Let be made what may be wanted: all scenes once, and while the child thinks what *onward* would show."""
        self._ahead.all_scenes(self.session)
        if now - self._last_touch > THINKING:
            self._ahead.next_screen(self.session, now)

    def _show(self, on_top: tuple[Stamp, ...], now: float) -> bool:
        """The Picture with the marker and the ghost hand on it; without, while these are not painted yet."""
        picture = self.session.picture
        if self._laid is None or self._laid[0] is not picture or self._laid[1] != on_top:
            self._laid = picture, on_top, picture + on_top if on_top else picture
        return self._list.show(self._laid[2], now) or self._list.show(picture, now)
