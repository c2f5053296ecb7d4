"""One activity alone that plays itself, to look at it without a screen: within seconds, and nothing is recorded.

An example child has chosen before what it builds on; a sensitive one is open. This file joins parts by name.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from game.app.demonstration import film_in, finger_on, with_or_without_a_screen
from game.app.start import tell
from game.authoring.mistake import did_you_mean, one_of
from game.core import events
from game.core.activity import Activity, Step
from game.core.companion import companion_at
from game.core.keyframes import moments
from game.core.picture import Picture
from game.core.story_stage import stage
from game.core.take_home import AGREED
from game.play.picture_source import road_in
from game.records.store import Store
from game.records.workspace import Workspace
from game.system.errors import Sentence, Trouble
from game.system.paths import ACTIVITIES, home_folder

if TYPE_CHECKING:  # what draws is imported where something is drawn
    from game.art.library import Library
    from game.art.renderer import Renderer
    from game.child.demo.driver import RoomDriver
    from game.child.demo.film import Film, StoryStrip
    from game.glass.window import Window
    from game.play.record import Record
    from game.play.session import Session
    from game.play.state import Visit

MOST_STEPS = 60  # with blank cards


class Wanted(Struct, frozen=True):
    """What was asked for: the activity's name or its file, folders for its screens as pictures and as films (of those
    `screens` alone, where some are named), what decides its choices, the band, a folder for its papers, and whether
    the example child has chosen what the activity builds on, sees the quiet look, and does anything here.
    """

    named: str
    shots: Path | None = None
    films: Path | None = None
    screens: tuple[str, ...] = ()
    seed: str = "1"
    band: str = "middle"
    papers: Path | None = None
    chose: bool = True
    quiet: bool = False
    does: bool = True

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where something is saved."""
        return tuple(folder for folder in (self.shots, self.films, self.papers) if folder)


def play_activity(wanted: Wanted, folder: Path = ACTIVITIES, home: Path | None = None) -> None:
    """Play it, and print what the summary says of it. Raises Trouble."""
    from game.art.draw_process import DrawProcess
    from game.glass.window import Window

    on_screen = with_or_without_a_screen()
    if not (on_screen or wanted.folders):
        ways = one_of(("--shots DIR", "--film DIR", "--papers DIR"))
        raise Trouble(f"There is no screen. Please say where its pictures go: {ways}.")
    draw, window = DrawProcess(), Window()
    try:
        _play(wanted, Workspace(Store(home_folder(home)), _where(wanted.named, folder), draw), window, on_screen)
    finally:
        window.close()
        draw.close()


def _where(named: str, usual: Path) -> Path:
    """The folder of the file that was named, as `check` and `preview` name one; the usual one of a name alone."""
    return Path(named).parent if Path(named).is_file() else usual


def _play(wanted: Wanted, workspace: Workspace, window: "Window", on_screen: bool) -> None:
    from game.child.demo.driver import Clock
    from game.child.demo.window_glass import Shots
    from game.child.example_child import session_of, with_pages_shown
    from game.child.room import Room

    library, clock, shots = workspace.library(), Clock(), Shots(wanted.shots)
    activity, activities = _read(wanted, workspace.activities, library)
    session = session_of(activity, activities, library, wanted.band, wanted.chose, wanted.quiet)
    pages = _pages(activity)
    films, renderer, seen = _films(wanted, activity, library), workspace.renderer(library=library), set()
    room = Room(window, session, renderer, clock, still=not (on_screen or films))

    def shown(screen: str, picture: Picture, surface: Any) -> None:
        if screen in pages:
            seen.add(screen)
            shots(screen, picture, surface)

    _play_through(finger_on(room, clock, shown, on_screen, films), wanted)
    room.put_away()
    print("\n".join((*_left_out(activity, pages, seen), *_said(session.visit))))
    if wanted.papers:
        _print(session, with_pages_shown(session, {}, library), renderer, wanted.papers)
        if any(step.home == AGREED for step in activity.steps):
            print("Where the child agrees as well that it may be shown:")
            _print(session, with_pages_shown(session, activities, library), renderer, wanted.papers / AGREED)


def _films(wanted: Wanted, activity: Activity, library: "Library") -> "list[Film | StoryStrip]":
    """What films it: its little stories, where its screens are saved as pictures, and all that was asked for."""
    from game.child.demo.film import StoryStrip

    pages = _pages(activity)
    if unknown := [screen for screen in wanted.screens if screen not in pages]:
        raise Trouble(f"There is no page called {one_of(unknown)}. There are: {', '.join(pages)}.")
    steps = zip(pages, activity.steps, strict=True)
    told = {page: _moments(step, step.scene or activity.scene, library) for page, step in steps if step.story}
    strips = [StoryStrip(wanted.shots, told)] if wanted.shots and told else []
    return [*strips, *filter(None, [film_in(wanted.films, wanted.screens or pages)])]


def _moments(step: Step, scene: str, library: "Library") -> tuple[float, ...]:
    """One of each beat of its story, in seconds."""
    road = road_in(scene, library)
    return moments(step.story, stage(*companion_at(library.layout(scene)), library.spots(scene), road))


def _left_out(activity: Activity, pages: tuple[str, ...], seen: Collection[str]) -> Iterator[str]:
    """The pages that the child did not meet, as nothing was there for it."""
    if not seen:
        yield f"'{activity.name}' stays shut for this child: nothing that it builds on was chosen. Write 'otherwise'."
        return
    for page, step in zip(pages, activity.steps, strict=True):
        if page not in seen:
            yield f"{page} ({step.mechanic}: {step.result}) was left out: nothing that it builds on was chosen."


def _print(session: "Session", shown: "Record", renderer: "Renderer", folder: Path) -> None:
    """Save the papers on which it can be seen, and say which."""
    from game.app.example_papers import save_papers

    for file in save_papers(session.visit, session.record + session.visit, shown, renderer, folder):
        print(f"{file.stem}: {file}")


def _pages(activity: Activity) -> tuple[str, ...]:
    """What its screens are called."""
    return tuple(f"{activity.name}-{number}" for number, _ in enumerate(activity.steps, 1))


def _read(wanted: Wanted, folder: Path, library: "Library") -> tuple[Activity, Mapping[str, Activity]]:
    """The activity, and all of its folder. Raises Trouble where it cannot be read."""
    from game.authoring.any_folder import read_for

    file = folder / f"{Path(wanted.named).stem}.yaml"
    there = sorted(path.stem for path in folder.glob("*.yaml"))
    if file.stem not in there:
        said = Sentence("There is no activity called '{name}' in '{folder}'.", name=file.stem, folder=folder)
        raise Trouble(said.then(did_you_mean(file.stem, there)))
    loaded = read_for(file, library)
    tell(loaded.mistakes)
    if file.stem not in loaded.activities:
        raise Trouble(f"'{file.stem}' has mistakes, so there is nothing to see yet.")
    return loaded.activities[file.stem], loaded.activities


def _play_through(finger: "RoomDriver", wanted: Wanted) -> None:
    from game.child.demo.player import DemoPlayer
    from game.play.screens import ONWARD

    player = DemoPlayer(finger, wanted.seed, rests=False)
    for _ in range(MOST_STEPS):
        finger.look()
        if finger.visit.place != events.STEP:
            return
        if wanted.does:
            player.play_step()
        else:
            finger.tap(ONWARD)


def _said(visit: "Visit") -> Iterator[str]:
    """What the summary says of the visit."""
    from game.paper.chosen_words import none_chosen, running_text, summary_pages

    yield "The summary says:"
    for page in summary_pages(visit, str):
        yield f"  {page.title}"
        yield f"    {running_text((one.said for one in page.sentences), str)}"
    if none := none_chosen(visit, str):
        yield f"  {none}"
