"""A sheet of glass to paint on, without a window: a Picture as pixels, and screens by name for the golden pictures."""

import time
from collections.abc import Iterator
from functools import cache, partial

import pygame
from msgspec.structs import replace

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)
from game.art.library import Library
from game.art.renderer import Renderer
from game.core import events
from game.core.activity import BLANK
from game.core.events import Plan
from game.core.ids import Door, Gate, Option
from game.core.picture import Picture, scale_of
from game.glass.painter import Painter
from game.glass.sprites import Sprites
from game.mechanics.decorate import BASE
from game.play import screens
from game.play.display_list import DisplayList
from game.play.drawn import Frame
from game.play.picture_source import road_in
from game.play.stretches import ON
from tests.conftest import ART
from tests.support.story import LIBRARY, NAMES, NEXT_DAY, STEPS, Story

SMALL = (640, 400)
TRAILS = ("trail-new", "trail-weekly", "trail-led", "trail-led-to-its-end", "trail-short")
PLACES = ("asleep", *TRAILS, "rest", "gate", "closing", "home", "home-closed")
CARRYING = ("trail-carrying", "gate-carrying", "home-carrying")
IN_QUIET = {
    "coming-here-in-quiet": ("coming-here", 1),
    "goodbye-jars-in-quiet": ("goodbye-jars", 0),
    "inside-weather-in-quiet": ("inside-weather", 0),
    "card-in-quiet": ("coming-here", 1),
    "when-we-are-done-in-quiet": ("when-we-are-done", 0),
    "our-last-day-in-quiet": ("our-last-day", 0),
    "my-traveller-in-quiet": ("my-traveller", 0),
    "who-sees-this-in-quiet": ("who-sees-this", 0),
    "parting-in-quiet": ("our-last-day", 2),
    "what-goes-home-in-quiet": ("what-goes-home", 0),
    "near-and-far-in-quiet": ("near-and-far", 0),
}
ON_THE_WAY = Plan(planned=7, missed=(2,), added=(2,))
WITH_PLAN = {
    "our-road-in-haze": ("our-road", 1, Plan()),
    "our-road-on-the-way": ("our-road", 1, ON_THE_WAY),
    "lanterns-in-haze": ("lanterns", 0, Plan()),
    "lanterns-on-the-way": ("lanterns", 0, ON_THE_WAY),
}
PATIENCE = 60  # seconds for the slowest screen on the slowest machine; nothing is measured with it


def sprites(size: tuple[int, int], grain: bool = False, library: Library = LIBRARY) -> Sprites:
    """The painted pictures of one window size, made once; a window that another test has closed is not missed."""
    if pygame.display.get_surface() is None:
        pygame.display.init()
        pygame.display.set_mode((1, 1))
    return _sprites(size, grain, library)


@cache
def _sprites(size: tuple[int, int], grain: bool, library: Library) -> Sprites:
    return Sprites(Renderer(library, ART), size, scale_of(size), grain)


class FreshPainter(Painter):
    """A painter on fresh glass, with what it is to show."""

    def __init__(self, size: tuple[int, int], still: bool, library: Library = LIBRARY):
        super().__init__(pygame.Surface(size), sprites(size, library=library))
        roads = partial(road_in, pictures=library)
        self._list = DisplayList(self.sprites, library.puppet, still, roads, library.answer)

    def show(self, picture: Picture, now: float) -> bool:
        """Take the Picture up; False while its art is still being made."""
        return self._list.show(picture, now)

    @property
    def waits(self) -> bool:
        """True while something is being made, whether it is on the glass yet or not: who walks waits for its parts."""
        return not self.finished or bool(self.sprites._asked)

    @property
    def frame(self) -> Frame:
        """What was put on it last."""
        return self._frame

    def paint(self, now: float, loops: bool = True) -> list[pygame.Rect]:
        """Paint it as it is now; the rectangles that changed."""
        return self.put(self._list.frame(now, loops))


def painter(size: tuple[int, int] = SMALL, still: bool = True) -> FreshPainter:
    """A painter on fresh glass."""
    return FreshPainter(size, still)


def show(painter: FreshPainter, picture: Picture, now: float) -> None:
    """Until the picture is whole, every part of it at its right size, and painted."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if painter.show(picture, now):
            painter.paint(now)
            if painter.finished:
                return
        time.sleep(0.002)
    raise AssertionError(f"never painted: {picture}")


def settle(painter: FreshPainter, now: float) -> None:
    """As it is at this moment without loops; a picture that was dropped meanwhile is made again first."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        painter.paint(now, loops=False)
        if painter.finished:
            return
        time.sleep(0.002)
    raise AssertionError("never painted to its end")


def painted(picture: Picture, size: tuple[int, int] = SMALL, library: Library = LIBRARY) -> pygame.Surface:
    """The picture at rest, on fresh glass."""
    glass = FreshPainter(size, True, library)
    show(glass, picture, 0)
    return glass.surface


def screen_names() -> Iterator[str]:
    """Where a visit can be, each step as it is found, and most of them with something done."""
    yield from (
        *PLACES,
        *CARRYING,
        "trail-full",
        "in-the-air",
        "gate-looking-back",
        "home-looking-back",
        "stone-to-its-rim",
        *WITH_PLAN,
        *IN_QUIET,
    )
    for activity, number in STEPS:
        yield from (f"{activity}-{number + 1}", f"{activity}-{number + 1}-done")


def screen(name: str) -> Picture:
    """The screen with this name, one of `screen_names`. A child is led there only when it is asked for."""
    if name in PLACES:
        return _places()[name]
    if name in CARRYING:
        return _carrying(name)
    if name == "trail-full":
        return _trail_full()
    if name == "in-the-air":
        return _in_the_air()
    if name in WITH_PLAN:
        return _with_plan(*WITH_PLAN[name])
    if name in IN_QUIET:
        return _in_quiet(name)
    if name == "stone-to-its-rim":
        return _to_the_rim()
    if name.endswith("-looking-back"):
        return _looking_back(name.removesuffix("-looking-back"))
    activity, number = name.removesuffix("-done").rsplit("-", 1)
    return _step(activity, int(number) - 1, name.endswith("-done"))


@cache
def _places() -> dict[str, Picture]:
    found = {}
    with Story() as story:
        found["asleep"] = story.picture
        story.go("trail")
        found["trail-new"] = story.picture
        story.tap(ON)
        found["trail-led"] = story.picture
        story.lead_to(Gate())
        found["trail-led-to-its-end"] = story.picture
        story.tap(screens.REST)
        found["rest"] = story.picture
        story.tap(screens.ONWARD)
        story.go(events.GATE)
        found["gate"] = story.picture
        story.tap(screens.ONWARD)
        found["closing"] = story.picture
    with Story() as story:
        story.weekly()
        story.go("trail")
        found["trail-weekly"] = story.picture
        story.tap(Door())
        found["home"] = story.picture
        story.tap(screens.ONWARD)
        found["home-closed"] = story.picture
    with Story() as story:
        story.go("trail")
        begun = story.visit.begun
        story.session.prepare(
            events.Prepared(tuple(stop for stop in begun.stops if stop.chapter == 2), begun.plan, begun.envelope)
        )
        found["trail-short"] = story.picture
    return found


def _carrying(name: str) -> Picture:
    """A child that has chosen its animal and its thing."""
    with Story() as story:
        if name == "home-carrying":
            story.weekly()
        story.go(events.TRAVELLER)
        while story.visit.place == events.STEP:
            story.tap(story.options()[0])
            story.tap(screens.ONWARD)
        if name == "home-carrying":
            story.tap(Door())
        elif name == "gate-carrying":
            story.go(events.GATE)
        return story.picture


def _trail_full() -> Picture:
    with Story() as story:
        story.go_through(NAMES, 3)
        return story.picture


def _looking_back(place: str) -> Picture:
    """Of a child's first pictures more than can hang there at once."""
    with Story() as story:
        story.go_through(NAMES[:7], 3)
        if place == events.HOME:
            story.plan(Plan(planned=2))
        story.go(events.TRAIL)
        story.tap(Door() if place == events.HOME else Gate())
        return story.picture


def _to_the_rim() -> Picture:
    """A stone with stickers all around."""
    with Story().at("pick-a-worry-stone", 1) as story:
        stone, stickers = story.thing(BASE), [option.means for option in story.options()]
        ways = [(1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7), (0, 0)]
        for number, (right, down) in enumerate(ways):
            story.tap(stickers[number % len(stickers)])
            story.tap(replace(stone, x=stone.x + 0.49 * right * stone.width, y=stone.y + 0.49 * down * stone.height))
        return story.picture


def _in_quiet(name: str) -> Picture:
    """The quiet look; a card that is drawn on, where it is named so."""
    with Story(quiet=True) as story:
        story.walk_to(*IN_QUIET[name])
        if name.startswith("card"):
            story.tap(Option(BLANK))
            story.perform(story.mechanic.demo(story.here.table))
        return story.picture


def _with_plan(activity: str, number: int, plan: Plan) -> Picture:
    with Story() as story:
        story.begin(NEXT_DAY, number=3 if plan.missed else 1)
        story.plan(plan)
        story.walk_to(activity, number)
        return story.picture


def _in_the_air() -> Picture:
    with Story("little").at("when-we-are-done", 0) as story:
        story.tap(story.options()[0])
        return story.picture


def _step(activity: str, number: int, done: bool) -> Picture:
    with Story().at(activity, number) as story:
        if done:
            story.choose(2)
        return story.picture
