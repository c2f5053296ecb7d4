"""Keyboard and one switch: whatever a finger can do on any screen, they can, through the same touches."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import main
from game.art.renderer import Renderer
from game.child.demo.driver import LONGEST, Clock
from game.child.room import Room
from game.core import events
from game.core.ids import Gate, Id, Option, Place, TrailStop
from game.core.layout import TRAY, TURN
from game.core.picture import Picture, Stamp, box, hit, meaningful
from game.core.table import CHOSEN, Move, Touch
from game.glass.key_input import KEYS, key_of
from game.glass.pointer_input import event_of
from game.glass.window import Window
from game.mechanics.draw import CRAYONS, ERASER, PAPER_SPOT
from game.play import screens
from game.play.scan_targets import SCREEN, ScanTarget, goals, toward
from game.play.scanning import CHOOSE, QUICKEST, SLOWEST, Scanner, seconds
from game.play.session import BLANK
from game.play.tap_effect import FELT, effect_of_tap
from game.system.errors import Trouble
from tests.conftest import ART
from tests.support.examples import examples, together
from tests.support.story import BANDS, LIBRARY, NAMES, SHELF, STEPS, Story

bands = pytest.mark.parametrize("band", BANDS)
each_step = pytest.mark.parametrize(("activity", "number"), STEPS)
by_keys, by_switch = pytest.param(0, id="keys"), pytest.param(1.5, id="switch")
either = pytest.mark.parametrize("interval", [by_keys, by_switch])
CHOOSING = [code for code, does in KEYS.items() if does == CHOOSE]
SPACE, TAB, RIGHT, ESCAPE = pygame.K_SPACE, pygame.K_TAB, pygame.K_RIGHT, pygame.K_ESCAPE


class Child:
    """Plays a story with keys alone; with an `interval`, with the space bar as its one switch."""

    def __init__(self, story: Story, interval: float = 0):
        self.story, self.keys, self.interval = story, Scanner(interval), interval
        self.marker()
        if not interval:
            self.press(TAB)

    def event(self, kind: int, key: int, mod: int = 0) -> tuple[Touch, ...]:
        """One key event reaches the story as the touches that it is."""
        known = key_of(pygame.event.Event(kind, key=key, mod=mod))
        touches = (known and self.keys.read(known, self.story.session, self.story.now)) or ()
        for touch in touches:
            self.story.session.touch(touch)
        return touches

    def press(self, key: int, mod: int = 0) -> None:
        """A key goes down and up, with time enough before and after it."""
        self.story.now += 0.6
        self.event(pygame.KEYDOWN, key, mod)
        self.story.now += 0.1
        self.event(pygame.KEYUP, key, mod)
        self.marker()

    def marker(self) -> tuple[Stamp, ...]:
        """What is laid on top of the Picture now."""
        return self.keys.marker(self.story.session, self.story.now)

    def goals(self) -> tuple[ScanTarget, ...]:
        """All that can be reached here."""
        self.marker()
        return self.keys.there

    def go(self, goal: ScanTarget) -> None:
        """Until the marker stands there: key by key, or by waiting."""
        for _ in range(len(self.goals()) + 1):
            if self.keys.at == goal:
                return
            if self.interval:
                self.story.now += self.interval
                self.marker()
            else:
                self.press(TAB)
        raise AssertionError(f"the marker never comes to {goal.means}")

    def tap(self, goal: ScanTarget | Id | str | None) -> None:
        """The marker goes there, and a key taps; to a picture by its name."""
        means = Option(goal) if isinstance(goal, str) else goal
        self.go(goal if isinstance(goal, ScanTarget) else next(g for g in self.goals() if g.means == means))
        self.story.now += 0.01 if self.interval else 0
        self.event(pygame.KEYDOWN, SPACE)
        self.event(pygame.KEYUP, SPACE)
        self.story.now += 0.6
        self.marker()

    def things(self) -> list[ScanTarget]:
        """What can be reached, without the controls."""
        return [goal for goal in self.goals() if goal.means not in screens.CONTROLS_AT]

    def areas(self) -> list[ScanTarget]:
        """Bare ground on which something can be laid."""
        return [goal for goal in self.goals() if goal.area and goal.means not in (TRAY, None)]


# Everything can be reached


def moments(story: Story):
    """The screen as it is, with something in the air, with something laid, and with that in the air."""
    yield
    for _ in range(2):
        lift = next((goal for goal in Child(story).things()[:1]), None)
        if lift is None:
            return
        tap(story, lift)
        yield
        if story.session.hands:
            tap(story, Child(story).areas()[0])
            yield
        story.choose(3)
        yield


def tap(story: Story, goal: ScanTarget) -> None:
    """A finger goes where the keys would."""
    touches = [Touch("drag", x, y, 1) for x, y in goal.way()]
    ends = replace(touches[0], phase="press"), replace(touches[-1], phase="release")
    story.perform((ends[0], *touches[1:], ends[1]))


def places(picture: Picture) -> list[tuple[float, float]]:
    """Where a finger may come down: on each thing, in its middle and around it, and all over the screen."""
    around = [(0, 0), (0.35, 0.3), (-0.35, 0.3), (0.35, -0.3), (-0.35, -0.3)]
    on = [(t.x + a * box(t)[0], t.y + b * box(t)[1]) for t in meaningful(picture) for a, b in around]
    all_over = [(x, y) for x in range(40, 1280, 100) for y in range(40, screens.LOWEST, 86)]
    return [at for at in on + all_over if at[1] <= screens.LOWEST]


@pytest.mark.search
@pytest.mark.parametrize(("step", "band"), together(STEPS, BANDS))
def test_whatever_a_tap_can_do_keys_can_do_in_good_order(step, band):
    with Story(band).at(*step) as story:
        for _ in moments(story):
            found = goals(story.visit, story.picture, story.session.hands)
            each_is_there_once_and_the_controls_come_last(story, found)
            arrows_lead_from_everything_to_everything(found)
            if story.visit.step == step[1]:  # else a blank card was opened; drawing has a test of its own
                whatever_a_tap_can_do_is_among_them(story, found)


def whatever_a_tap_can_do_is_among_them(story: Story, found: tuple[ScanTarget, ...]) -> None:
    visit, picture, hands = story.visit, story.picture, story.session.hands
    offered = {effect_of_tap(visit, picture, hands, g.x, g.y).is_ for g in found}
    answers = [effect_of_tap(visit, picture, hands, x, y) for x, y in places(picture)]
    assert {a.is_ for a in answers if a and a.rank != FELT} <= offered


def each_is_there_once_and_the_controls_come_last(story: Story, found: tuple[ScanTarget, ...]) -> None:
    assert [goal.means for goal in found[-3:]] == list(screens.CONTROLS_AT)
    assert len({(goal.means, goal.area) for goal in found}) == len(found)
    for goal in found:
        there = None if goal.means == SCREEN.means else goal.means  # beside everything, where nothing is meant
        assert hit(story.picture, goal.x, goal.y) == there


def arrows_lead_from_everything_to_everything(found: tuple[ScanTarget, ...]) -> None:
    ways = ((1, 0), (-1, 0), (0, 1), (0, -1))
    leads = [{found.index(toward(found, here, *way)) for way in ways} for here in found]
    for start in range(len(found)):
        assert reached(leads, start) == set(range(len(found))), f"from {found[start].means}"


def reached(leads: list[set[int]], start: int) -> set[int]:
    """Where arrows lead from here, key after key."""
    known, new = {start}, [start]
    while new:
        further = leads[new.pop()] - known
        known |= further
        new += further
    return known


@bands
@pytest.mark.parametrize("place", [events.TRAIL, events.GATE, events.CLOSED])
def test_whatever_means_something_beside_the_steps_is_reached(place, band):
    with Story(band) as story:
        story.go(events.GATE if place == events.CLOSED else place)
        if place == events.CLOSED:
            story.tap(screens.ONWARD)
        found = goals(story.visit, story.picture, ())
        assert {goal.means for goal in found} == {thing.means for thing in meaningful(story.picture)}
        controls = [thing.means for thing in meaningful(story.picture) if isinstance(thing, Stamp)]
        assert [goal.means for goal in found if not goal.area and goal.means in screens.CONTROLS_AT] == [
            means for means in controls if means in screens.CONTROLS_AT
        ]


# Playing


@bands
@either
def test_the_whole_workbook_with_keys_or_one_switch_alone(interval, band):
    with Story(band) as story:
        child = Child(story, interval)
        child.tap(child.goals()[0])
        for name in NAMES:
            if story.visit.place != events.STEP:  # somebody new is led to the first one
                child.tap(TrailStop(name))
            while story.visit.place == events.STEP:
                do_something(child)
                child.tap(screens.ONWARD)
        child.tap(Gate())
        child.tap(screens.ONWARD)
        assert story.visit.place == events.CLOSED and story.visit.failures == ()
        assert story.visit.how == dict.fromkeys(NAMES, events.DONE)


def do_something(child: Child) -> None:
    """The first thing that is there; when that has lifted it, onto the first ground."""
    child.tap(next(goal for goal in child.things() if goal.means != TURN))
    if child.story.session.hands:
        child.tap(child.areas()[0])


LIFTING = [s for s in STEPS if SHELF.activities[s[0]].steps[s[1]].mechanic in ("choose", "place", "decorate")]


@pytest.mark.search
@pytest.mark.parametrize(("step", "how"), together(LIFTING, [(0, "little"), (0, "big"), (1.5, "middle")]))
def test_each_picture_can_be_chosen_laid_and_put_back(step, how):
    interval, band = how
    with Story(band).at(*step) as story:
        child = Child(story, interval)
        table = story.here.table
        left = {Option(o.id) for o in table.offered + table.beside} - {Option(BLANK)}
        for _ in range(len(left)):
            for means in [goal.means for goal in child.things() if goal.means in left]:
                left.remove(means)
                chosen_and_put_back(child, means)
            if not left:
                return
            child.tap(TURN)
        raise AssertionError(f"these are never offered: {left}")


def chosen_and_put_back(child: Child, means: Id) -> None:
    """Chosen or laid, moved where there are several grounds, and put back, with nothing of it left."""
    story, before = child.story, {goal.means for goal in child.things()}
    child.tap(means)
    if story.session.hands:
        child.tap(child.areas()[0])
    assert any(row.how == CHOSEN for row in story.rows), f"{means} was not chosen"
    new = [goal.means for goal in child.things() if goal.means not in before]
    child.tap(new[0] if new else means)
    if story.session.hands:
        child.tap(child.areas()[-1])
        child.tap(new[0] if new else means)
        ready = {TRAY} | {Option(o.id) for o in story.here.table.offered + story.here.table.beside}
        others = ready - {new[0] if new else means}
        child.tap(next((goal for goal in child.goals() if goal.means in others), None))
    assert not any(row.how == CHOSEN for row in story.rows), f"{means} was not put back"
    assert story.session.hands == ()


@pytest.mark.parametrize("activity", NAMES)
@examples(2, many=80)
@given(
    band=st.sampled_from(BANDS),
    keys=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(CHOOSING)), min_size=4, max_size=14),
)
def test_the_journal_is_the_same_as_by_fingers(activity, band, keys):
    with Story(band) as story, Story(band) as other:
        story.go(activity)
        other.go(activity)
        child = Child(story)
        for steps, key in keys:
            for _ in range(steps % len(child.goals())):
                child.press(TAB)
            goal = child.keys.at
            answer = effect_of_tap(story.visit, story.picture, story.session.hands, goal.x, goal.y)
            moves = len(story.moves())
            child.press(key)
            tap(other, goal)
            assert story.picture == other.picture
            assert len(story.moves()) == moves + (isinstance(answer.is_, Move) and answer.is_.what != BLANK)
        assert story.visit.failures == ()
        assert story.events() == other.events()


@either
def test_drawing_lines_lie_apart_and_the_eraser_takes_each_away(interval):
    with Story().at("coming-here", 0) as story:
        child = Child(story, interval)
        child.tap(BLANK)
        assert story.here.table.mechanic == "draw"
        child.tap(list(CRAYONS)[2])
        for _ in range(12):
            child.tap(PAPER_SPOT)
        lines = story.here.state.lines
        assert len(lines) == 12 and {line.colour for line in lines} == {list(CRAYONS.values())[2]}
        assert all(len(line.points) > 1 for line in lines)
        assert len({line.points[0] for line in lines}) == 12
        child.tap(ERASER)
        for _ in lines:
            if story.here.state.lines:
                child.tap(PAPER_SPOT)
        assert story.here.state.lines == ()


def test_what_is_laid_by_keys_lies_apart():
    with Story("big").at("pick-a-worry-stone", 1) as story:
        child, sticker = Child(story), story.options()[0].means
        for _ in range(9):
            child.tap(sticker)
            child.tap(child.areas()[0])
        at = [(stuck.x, stuck.y) for stuck in story.here.state.stuck]
        assert len(at) == 9
        assert min(abs(a - c) + abs(b - d) for (a, b) in at for (c, d) in at if (a, b) != (c, d)) > 0.1


# The marker


def test_no_marker_and_no_walk_by_itself_before_a_key():
    with Story().at("coming-here", 0) as story:
        child = Child.__new__(Child)
        child.story, child.keys, child.interval = story, Scanner(), 0
        for _ in range(50):
            story.now += 7
            assert child.marker() == ()
        child.press(TAB)
        first = child.marker()
        assert len(first) == 1
        for _ in range(50):
            story.now += 7
            assert child.marker() == first


def test_the_first_key_shows_the_marker_and_touches_nothing():
    with Story().at("coming-here", 0) as story:
        child = Child.__new__(Child)
        child.story, child.keys, child.interval = story, Scanner(), 0
        before = story.visit
        child.press(SPACE)
        assert child.marker() and story.visit == before
        child.press(SPACE)
        assert len(story.moves()) == 1


def test_one_press_of_any_choosing_key_wakes():
    for key in CHOOSING:
        with Story() as story:
            child = Child.__new__(Child)
            child.story, child.keys, child.interval = story, Scanner(), 0
            child.press(key)
            assert story.visit.place != events.ASLEEP


def test_the_marker_goes_when_a_finger_touches():
    with Story().at("coming-here", 0) as story:
        child = Child(story)
        assert child.marker()
        touch = Touch("press", 640, 300, 1, time=story.now)
        assert child.keys.instead_of(touch, story.session, story.now) == (touch,)
        assert child.marker() == ()


@each_step
def test_the_marker_means_nothing(activity, number):
    with Story().at(activity, number) as story:
        child = Child(story)
        for _ in child.goals():
            child.press(TAB)
            picture = story.picture + child.marker()
            (marker,) = child.marker()
            at = [
                (marker.x + a * marker.width, marker.y + b * marker.width)
                for a in (-0.4, 0, 0.4)
                for b in (-0.4, 0, 0.4)
            ]
            assert [hit(picture, x, y) for x, y in at] == [hit(story.picture, x, y) for x, y in at]


def test_a_road_is_walked_from_its_beginning_to_its_end():
    with Story() as story:
        story.go(events.TRAIL)
        there = [goal.means for goal in Child(story).goals()]
        assert there[:-2] == [*(TrailStop(name) for name in NAMES), Gate()]
        story.at("our-road", 0)
        along = [Place(spot.name) for spot in story.here.table.step.along]
        assert [goal.means for goal in Child(story).goals()[:-3]] == along


def test_tab_and_shift_tab_go_once_round():
    with Story().at("coming-here", 0) as story:
        child = Child(story)
        there = [child.keys.at]
        for _ in child.goals():
            child.press(TAB)
            there.append(child.keys.at)
        assert tuple(there[:-1]) == child.goals() and there[-1] == there[0]
        child.press(TAB, pygame.KMOD_SHIFT)
        assert child.keys.at == child.goals()[-1]


# Echoes, repeats, and keys that are none of ours


def test_a_second_press_within_half_a_second_is_an_echo():
    with Story().at("coming-here", 0) as story:
        child = Child(story)
        child.press(SPACE)
        once = len(story.moves())
        for wait in (0.05, 0.4):
            story.now += wait
            child.event(pygame.KEYDOWN, SPACE)
            child.event(pygame.KEYUP, SPACE)
        assert once == len(story.moves()) == 1


@pytest.mark.parametrize("interval", [by_keys, by_switch])
def test_rubbing_has_no_echo_but_going_on_from_it_has(interval):
    with Story().at("pick-a-worry-stone", 2) as story:
        child = Child(story, interval)
        before = len(story.moves())
        for _ in range(4):
            story.now += 0.1
            child.event(pygame.KEYDOWN, SPACE)
            child.event(pygame.KEYUP, SPACE)
            child.marker()
        assert len(story.moves()) == before + 4
        child.tap(screens.ONWARD)
        story.now -= 0.5
        assert child.event(pygame.KEYDOWN, SPACE) == ()


def test_a_key_held_down_is_pressed_once():
    with Story().at("coming-here", 0) as story:
        child = Child(story)
        story.now += 1
        for _ in range(40):
            story.now += 0.6
            child.event(pygame.KEYDOWN, SPACE)
        child.event(pygame.KEYUP, SPACE)
        assert len(story.moves()) == 1
        child.marker()
        at = child.keys.at
        for _ in range(5):
            child.event(pygame.KEYDOWN, RIGHT)
        assert child.keys.at == toward(child.goals(), at, 1, 0)


@pytest.mark.parametrize(
    ("key", "mod"), [(ESCAPE, 0), (pygame.K_a, 0), (TAB, pygame.KMOD_ALT), (pygame.K_RETURN, pygame.KMOD_LALT)]
)
def test_other_keys_do_nothing(key, mod):
    with Story().at("coming-here", 0) as story:
        keys, before = Scanner(), story.visit
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            known = key_of(pygame.event.Event(kind, key=key, mod=mod))
            assert known is None or keys.read(known, story.session, story.now) is None
        assert keys.marker(story.session, story.now) == () and story.visit == before


# The walk of the one switch


@given(
    interval=st.floats(QUICKEST, SLOWEST),
    frames=st.lists(st.tuples(st.floats(0.001, 2.5), st.integers(0, 5)), min_size=30, max_size=120),
)
def test_the_marker_never_walks_faster_than_its_interval(interval, frames):
    with Story().at("when-we-are-done", 0) as story:
        keys, since, at = Scanner(interval), story.now, None
        for wait, chance in frames:
            story.now += wait
            if chance == 0:
                for kind in (pygame.KEYDOWN, pygame.KEYUP):
                    known = key_of(pygame.event.Event(kind, key=SPACE, mod=0))
                    for touch in keys.read(known, story.session, story.now) or ():
                        story.session.touch(touch)
                        since, at = story.now, None
            keys.marker(story.session, story.now)
            if at is not None and keys.at != at:
                assert story.now - since >= interval
                since = story.now
            elif at is None:
                since = story.now
            at = keys.at


@bands
@each_step
def test_the_walk_comes_by_everything_and_begins_anew(activity, number, band):
    with Story(band).at(activity, number) as story:
        child = Child(story, 0.75)
        walked = [child.keys.at]
        for _ in child.goals():
            story.now += 0.75
            child.marker()
            walked.append(child.keys.at)
        assert tuple(walked[:-1]) == child.goals() and walked[-1] == walked[0]
        child.tap(child.goals()[0])
        assert child.keys.at == child.goals()[0]


def test_while_the_companion_rests_the_marker_waits_on_it():
    with Story().at("coming-here", 0) as story:
        child = Child(story, 1.5)
        child.tap(screens.REST)
        assert story.visit.resting
        resting = child.marker()
        for _ in range(20):
            story.now += 1.5
            assert child.marker() == resting
        child.tap(child.keys.at)
        assert not story.visit.resting and child.keys.at == child.goals()[0]


def test_while_a_new_screen_is_painted_the_marker_waits():
    with Story().at("coming-here", 0) as story:
        keys = Scanner(1)
        first = keys.marker(story.session, story.now, whole=False)
        for _ in range(20):
            story.now += 1
            assert keys.marker(story.session, story.now, whole=False) == first
        story.now += 1
        assert keys.marker(story.session, story.now) != first


def test_a_tap_anywhere_is_the_switch_but_for_wrists_and_the_grown_ups_corners():
    with Story().at("coming-here", 0) as story:
        child = Child(story, 1.5)
        for (x, y), moves in {(640, 790): 0, (30, 30): 0, (1260, 20): 0, (5, 400): 1}.items():
            story.now += 0.6
            for phase in ("press", "drag", "release"):
                for touch in child.keys.instead_of(Touch(phase, x, y, 3, time=story.now), story.session, story.now):
                    story.session.touch(touch)
            assert len(story.moves()) == moves
        assert story.moves()[0].what == str(Child(story, 1.5).goals()[0].means) or story.here.state.chosen


@pytest.mark.parametrize("said", ["0.75", "1.5", "5", "5.0"])
def test_an_interval(said):
    assert seconds(said) == float(said)


@pytest.mark.parametrize("said", ["0.74", "5.1", "0", "-1", "nan", "inf", "fox-moon", ""])
def test_an_interval_that_is_none_says_so_in_a_sentence(said, capsys):
    with pytest.raises(Trouble):
        seconds(said)
    assert main.main(["play", f"--switch={said}"]) == 1
    sentence = capsys.readouterr().err
    assert "0.75 to 5" in sentence and f"'{said}'" in sentence and sentence.count("\n") == 1


# In the room


@pytest.fixture
def room(monkeypatch):
    """A room at a step without a little story, in a window that nobody sees, with a clock of its own."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    with Story().at("try-a-tool", 0) as story:
        clock, window = Clock(), Window((640, 400))
        clock.now = story.now
        yield Room(window, story.session, Renderer(LIBRARY, ART), clock)
        window.close()


def painted(room: Room, wanted: bool) -> list[Stamp]:
    """The marker as it is on the glass, once it is there, or gone."""
    found: list[Stamp] = []
    for _ in range(LONGEST):
        room.clock.now += 1 / 60
        room.frame()
        things = room.room_session.shown.things if room.whole else ()
        found = [thing for thing in things if isinstance(thing, Stamp) and thing.art == "marker"]
        if room.whole and bool(found) == wanted:
            return found
        pygame.time.wait(10)
    raise AssertionError(f"the marker is {'nowhere' if wanted else 'still there'}")


def key(room: Room, which: int) -> None:
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        room.handle(pygame.event.Event(kind, key=which, mod=0))
        room.clock.now += 0.3


def test_keys_reach_the_glass_and_the_ghost_hand_gives_way(room):
    assert painted(room, wanted=False) == []
    room.clock.now += 2
    assert room.room_session._ghost.stamps(room.clock.now)
    key(room, RIGHT)
    assert room.room_session._ghost.stamps(room.clock.now) == ()
    (marker,) = painted(room, wanted=True)
    key(room, SPACE)
    assert len(room.session.visit.here.state.chosen) == 1
    room.handle(event_of(Touch("press", 640, 60, 1), room.window.points))
    assert painted(room, wanted=False) == []
    assert marker.means is None
