"""What each command does with the words that were read: `command_line.py` names them.

Each imports what it needs when it is called, so that no command waits for another one's modules.
"""

import gc
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.app.room_options import RoomOptions


def open_(said: Namespace) -> None:
    """Open the desk, or the child's room where nobody has a record yet. Raises Trouble."""
    _start().start(said.home, said.kiosk, said.desk, _room(said))


def play(said: Namespace) -> None:
    """Open the child's room for this traveller. Raises Trouble."""
    start = _start()
    from game.core.events import Plan
    from game.records.open_visit import Preparation

    more = Plan(
        said.planned, tuple(said.missed), said.paused, said.last, may_return=said.may_return, may_show=said.may_show
    )
    today = Preparation(tuple(said.open), envelope=said.envelope, more=more, quiet=said.quiet or None)
    start.play(said.home, said.traveller, said.kiosk, said.band, today, _room(said))


def _start() -> Any:
    """What opens desk and room. Until they are there, nothing that is made is looked through for garbage."""
    gc.disable()  # it stays to the end, and to look through it again and again would take a tenth of the start
    from game.app import start

    return start


def _room(said: Namespace) -> "RoomOptions":
    """What was said here of the child's room."""
    from game.app.room_options import RoomOptions

    switch = 0.0
    if said.switch is not None:
        from game.play.scanning import interval_of

        switch = interval_of(said.switch)
    return RoomOptions(said.still, said.sound, switch)


def demo(said: Namespace) -> None:
    """Let a story play itself, or one activity alone. Raises Trouble."""
    from msgspec.structs import replace

    from game.app import demonstration, one_activity

    screens = tuple(said.screen)
    if said.only:
        wanted = one_activity.Wanted(said.only, said.shots, said.film, screens, said.seed, said.band)
        wanted = replace(wanted, papers=said.papers, chose=not said.nothing_chosen, quiet=said.quiet)
        wanted = replace(wanted, does=not said.nothing_done)
        one_activity.play_activity(wanted, home=said.home)
        return
    demonstration.play_story(said.home, said.shots, said.seed, said.visits, said.film, screens, said.band)


def check(said: Namespace) -> int:
    """Print what is wrong in the activities; the exit code."""
    from game.authoring import check
    from game.paper.fonts import unprintable
    from game.system import paths

    wanted = said.paths or [paths.from_here(paths.ACTIVITIES)]
    return check.check(wanted, private=_made_safe(said.home), unprintable=unprintable)


def _made_safe(home: Path | None) -> Path:
    """Where a therapist's own pictures are kept once they were made safe: with the records, since they are private."""
    from game.records.store import Store
    from game.system.paths import home_folder

    return Store(home_folder(home)).pictures_folder


def preview(said: Namespace) -> None:
    """Show one activity, or a scene, while it is being written. Raises Trouble."""
    from game.app import start

    start.preview(said.file, said.band, said.home)


def new(said: Namespace) -> None:
    """Write a new activity file, and print what to do next. Raises Trouble."""
    from game.authoring import template
    from game.system import paths

    print(template.what_next(template.write_new(said.name, said.folder or paths.ACTIVITIES)))


def pictures(said: Namespace) -> None:
    """Print the names of pictures and scenes and what activities make, or save sheets of them. Raises Trouble."""
    from game.app.start import tell
    from game.art.library import Library
    from game.art.picture_files import OWN_PICTURES
    from game.art.renderer import Renderer
    from game.authoring import makes
    from game.authoring.any_folder import read_folder
    from game.paper.contact_sheet import listing, save_companions, save_sheet
    from game.paper.options import PaperOptions
    from game.system.errors import Trouble
    from game.system.paths import ACTIVITIES, cache_folder

    folder = said.folder or ACTIVITIES
    if not folder.is_dir():
        raise Trouble(f"There is no folder '{folder}'.")
    private, options = _made_safe(said.home), PaperOptions(paper=said.paper)
    library = Library(folder / OWN_PICTURES, private)
    loaded = read_folder(folder, library, library.broken)
    if said.sheet is None and said.companions is None:
        print(f"{listing(library)}\n{makes.what_is_made(loaded.activities.values())}", end="")
    if said.sheet is not None:
        tell(save_sheet(Renderer(library, cache_folder(), private), said.sheet, options))
    if said.companions is not None:
        save_companions(said.companions, options)


def schema(said: Namespace) -> None:
    """Print or save what an editor needs to know of activities. Raises Trouble."""
    from game.authoring import schema

    if said.out is None:
        print(schema.schema_text(said.of), end="")
    else:
        schema.save(said.out)


def travellers(said: Namespace) -> None:
    """Print everybody who has a record."""
    from game.app import commands

    commands.travellers(said.home)


def summary(said: Namespace) -> None:
    """Print or save what was chosen, in short or everything. Raises Trouble."""
    from game.app import commands

    options = commands.paper_options(said.home, said.paper, said.language)
    commands.summary(said.home, said.traveller, said.everything, said.pdf, options)


def papers(said: Namespace) -> None:
    """Save what the child takes home, as far as there is something, or the papers that were named. Raises Trouble."""
    from game.app import commands

    options = commands.paper_options(said.home, said.paper, said.language)
    commands.papers(said.home, said.traveller, said.out, options, tuple(said.only))


def certificate(said: Namespace) -> None:
    """Save the certificate, with the letter where there is one. Raises Trouble."""
    from game.app import commands

    asked = {"name": said.name, "wording": said.wording, "frame": said.frame}
    options = commands.paper_options(said.home, said.paper, said.language, **asked)
    commands.certificate(said.home, said.traveller, said.letter, said.out, options)


def install(said: Namespace) -> None:
    """Put an icon, to start without a terminal, and print where. Raises Trouble."""
    from game.system import install
    from game.system.language import of_the_system, words

    print(install.install_here(words(of_the_system())))


def uninstall(said: Namespace) -> None:
    """Take the icon away again, and say so. Raises Trouble."""
    from game.system import install
    from game.system.language import of_the_system, words

    print(install.uninstall_here(words(of_the_system())))
