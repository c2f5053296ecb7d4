"""The demonstration's story: on which day somebody comes, what is opened then, and what the grown-up has said.

It plays the story in the child's room, with or without a screen, and makes the papers. It knows of all this only by
name: the room's own parts do the rest.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from game.app.start import tell
from game.art.picture_files import OWN_PICTURES
from game.authoring.mistake import one_of
from game.core.events import Plan
from game.core.picture import Picture
from game.records.open_visit import OpenVisit, Preparation, open_visit
from game.records.store import Store
from game.system.errors import Trouble
from game.system.paths import ACTIVITIES, ASSETS

if TYPE_CHECKING:  # with Pillow, where a film is made
    from game.child.demo.driver import Clock, RoomDriver
    from game.child.demo.film import Film, StoryStrip
    from game.child.room import Room

ENVELOPE = ASSETS / "pictures" / "stickers" / "butterfly.svg"
SENSITIVE = ("near-and-far", "the-bother", "bumpy-bit")
EACH_VISIT = ("inside-weather", "lanterns")
SEVEN, ONE_MISSED, LAST = Plan(7), Plan(7, (4,)), Plan(7, (4,), last=True, may_return=True)


class Day(Struct, frozen=True):
    """One visit: its ISO day, what is opened in this order (nothing named: all), what the grown-up has said of it.

    `goes` True: it ends as the child goes home, or through the gate on the last visit; False: as a grown-up closes it.
    """

    day: str
    opens: tuple[str, ...] = ()
    said: Preparation = Preparation()
    goes: bool = True


FIRST_VISIT = ("my-traveller", "who-sees-this", "coming-here", "when-we-are-done", "our-road")
LAST_VISIT = (
    *("pick-a-worry-stone", "choose-a-keepsake", "our-last-day"),
    *("leave-one-take-one", "what-goes-home", "how-we-celebrate"),
)
STORIES = {  # by the number of visits; the days are fixed, so that the same seed gives the same journals on any day
    1: (Day("2026-01-12", said=Preparation(SENSITIVE, Plan(8, last=True, may_return=True), ENVELOPE)),),
    6: (
        Day("2026-01-12", (*FIRST_VISIT, *EACH_VISIT), Preparation(plan=SEVEN)),
        Day("2026-01-19", (*EACH_VISIT, "near-and-far", "try-a-tool"), Preparation(("near-and-far",))),
        Day("2026-02-02", (*EACH_VISIT, "the-bother", "my-calm-place"), Preparation(("the-bother",)), goes=False),
        Day("2026-02-16", (*EACH_VISIT, "goodbye-jars", "what-changed"), Preparation(plan=ONE_MISSED)),
        Day("2026-02-23", (*EACH_VISIT, "backpack", "bumpy-bit"), Preparation(("bumpy-bit",))),
        Day("2026-03-09", (*EACH_VISIT, *LAST_VISIT), Preparation(plan=LAST, envelope=ENVELOPE)),
    ),
}


def play_story(
    home_given: Path | None,
    shots: Path | None,
    seed: str,
    visits: int = 1,
    film: Path | None = None,
    only: tuple[str, ...] = (),
    band: str = "middle",
) -> None:
    """Play the story of so many visits, one of STORIES, by a child of this band; then make the papers. Raises Trouble.

    `shots` and `film` are folders for each screen as a picture, and for its first seconds, of those `only` if named:
    where nothing but these is wanted, it ends once they are filmed, without papers.
    """
    from game.app.commands import save_all
    from game.child.demo.window_glass import Shots

    if only and film is None:
        raise Trouble(f"'--screen {only[0]}' says what is filmed. Please say where the films go, too: '--film DIR'.")
    home = Store(home_given or Path(tempfile.mkdtemp(prefix="good-goodbye-")))
    made = film_in(film, only)
    has_enough = made.has_enough if made and not shots else _never
    visit = played(home, Shots(shots), seed, STORIES[visits], made, has_enough, band)
    if has_enough():
        print(f"What was to be filmed is in {film}")
        return
    save_all(visit.traveller, visit.renderer, home.folder)
    whole = "The visit, its" if visits == 1 else f"The {visits} visits, their"
    print(f"{whole} summary and all papers are in {home.folder}")
    if made and made.missed:
        raise _not_filmed(made)


def _not_filmed(film: "Film") -> Trouble:
    """Which screens never came that were to be filmed, which came, and why."""
    why = "".join(f" {said}" for said in dict.fromkeys(map(why_never, film.missed)) if said)
    there = ", ".join(film.seen)
    return Trouble(f"There was no screen called {one_of(film.missed)} to film. There were: {there}.{why}")


def _never() -> bool:
    """Nobody who watches has enough before it is over."""
    return False


def why_never(screen: str) -> str:
    """Why a screen of this name never came, where it is of an activity that the story does not open."""
    from game.art.library import Library
    from game.authoring.workbook_reader import WORKBOOK, read_workbook

    loaded, name = read_workbook(ACTIVITIES, Library(ACTIVITIES / OWN_PICTURES)), screen.rpartition("-")[0]
    if name not in loaded.activities:
        return ""
    why = f"{WORKBOOK} does not name it" if name not in loaded.workbook.order() else "it was not opened"
    why = "it is sensitive, so it comes only where it is opened" if loaded.activities[name].locked else why
    return f"Of '{name}': {why}. 'python main.py demo --only {name}' shows it alone."


def film_in(folder: Path | None, only: tuple[str, ...]) -> "Film | None":
    """What films into this folder; nothing where there is none."""
    if folder is None:
        return None
    from game.child.demo.film import Film

    return Film(folder, only)


def played(
    home: Store,
    shown: Callable,
    seed: str,
    story: tuple[Day, ...],
    film: "Film | None" = None,
    has_enough: Callable[[], bool] = _never,
    band: str = "middle",
) -> OpenVisit:
    """Play these visits of one traveller, until somebody who watches has enough. The last visit, as it was left.
    Raises Trouble.

    `shown` gets each screen once it is whole: a name for it, its Picture, the surface with it.
    Without a screen nothing moves, where no `film` is made of it: each is painted once, at rest.
    """
    from game.art.draw_process import DrawProcess
    from game.glass.window import Window

    on_screen = with_or_without_a_screen()
    window, beside, chance = Window(), DrawProcess(), random.Random(seed)
    id, order = chance.randbytes(8).hex(), chance.randbytes(8).hex()
    for day in story:
        visit = open_visit(home, id, day.day, band, order, day.said, draw=beside)
        tell(visit.mistakes if day is story[0] else ())
        _play_one(visit, window, f"{seed} {day.day}", day, shown, on_screen, film, has_enough)
        tell(visit.troubles())
        if has_enough():
            break
    beside.close()
    window.close()
    home.close()
    return visit


def with_or_without_a_screen() -> bool:
    """True where there is a screen to see it on; else windows are made that nobody sees."""
    from game.glass.window import has_screen

    if has_screen():
        return True
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    return False


def _play_one(
    visit: OpenVisit,
    window,
    seed: str,
    day: Day,
    shown,
    on_screen: bool,
    film: "Film | None",
    has_enough: Callable[[], bool],
) -> None:
    from game.child.demo.driver import Clock
    from game.child.demo.player import DemoPlayer
    from game.child.room import Room

    clock = Clock()
    room = Room(window, visit.session, visit.renderer, clock, visit.save_summary, still=not (on_screen or film))
    finger = finger_on(room, clock, shown, on_screen, (film,) if film else ())
    DemoPlayer(finger, seed, day.opens, day.goes).run(has_enough)
    room.close()
    room.put_away()


def finger_on(
    room: "Room", clock: "Clock", shown: Callable, on_screen: bool, films: "Sequence[Film | StoryStrip]" = ()
) -> "RoomDriver":
    """The finger on this room: as slow as a child where somebody watches, else as quick as the machine allows.

    `shown` gets each screen once it is whole, and so do the `films`.
    """
    from game.child.demo.driver import STRIDE, RoomDriver
    from game.child.demo.window_glass import WindowGlass
    from game.play.room import FRAME

    def show(name: str, picture: Picture) -> None:
        shown(name, picture, room.painter.surface)
        if films:
            from game.child.demo.film import watch

            driver.wait_for_the_story()
            watch(films, name, driver, lambda: room.painter.surface)

    pause = partial(time.sleep, FRAME) if on_screen else lambda: None
    driver = RoomDriver(WindowGlass(room), clock, show, pause, stride=1 if on_screen or films else STRIDE)
    return driver
