"""Good Goodbye: the door. `python main.py --help` names everything that it opens."""

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.system.errors import Trouble
from game.system.language import LANGUAGES

WORDINGS = "what it says: whole-road (without this word), hard-days, quiet, or not-planned"
FRAMES = "how it looks: sunrise (without this word), lanterns, night, or plain (for little ink)"
SWITCH = "a marker walks by itself, one key or a tap chooses; it stays 0.75 to 5 seconds on each thing (else 1.5)"


def main(words: list[str]) -> int:
    """Do what these words say; 0 when it went well, 1 when a sentence says what did not."""
    if sys.stdout is None:  # pythonw, as the icon on Windows starts it, has no terminal
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # letters that this terminal has not become question marks
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words = ["open", *words]
    try:
        said = _parser_of(words[0]).parse_args(words[1:]) if words[0] in COMMANDS else _parser().parse_args(words)
        code = said.do(said) or 0
        sys.stdout.flush()
        return code
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except BrokenPipeError:  # `main.py summary fox-moon | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        gc.enable()


def _parser() -> ArgumentParser:
    """What reads the words of every command, and tells of all of them."""
    parser = ArgumentParser(prog="main.py", description="Good Goodbye: a wordless picture book for the end of therapy.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.fill(commands.add_parser(name, help=command.help, description=command.help))
    return parser


def _parser_of(name: str) -> ArgumentParser:
    """What reads the words of this one command: to make all of them ready would take a twentieth of a start."""
    parser = ArgumentParser(prog=f"main.py {name}", description=COMMANDS[name].help)
    COMMANDS[name].fill(parser)
    return parser


def open_(said: Namespace) -> None:
    """The desk or the room."""
    _start().start(said.home, said.kiosk, said.desk, _flags(said))


def play(said: Namespace) -> None:
    """The child's room."""
    start = _start()
    from game.core.events import Plan
    from game.records.open_visit import Preparation

    plan = None
    if said.planned is not None or said.missed or said.paused or said.last:
        plan = Plan(said.planned or 0, tuple(said.missed), said.paused, said.last)
    today = Preparation(tuple(said.open), plan, said.envelope)
    start.play(said.home, said.traveller, said.kiosk, said.band, today, _flags(said))


def _start() -> Any:
    """What opens desk and room. Until they are there, nothing that is made is looked through for garbage."""
    gc.disable()  # it stays to the end, and to look through it again and again would take a tenth of the start
    from game.app import start

    return start


def _flags(said: Namespace) -> dict:
    """How the room is, where it was said here; else it is as the desk's settings say."""
    flags = {name: True for name in ("still", "sound") if getattr(said, name)}
    if said.switch is not None:
        from game.play.scanning import seconds

        flags["switch"] = seconds(said.switch)
    return flags


def demo(said: Namespace) -> None:
    """A story that plays itself."""
    from game.app import demonstration

    demonstration.play(said.home, said.shots, said.seed, said.visits, said.film, tuple(said.screen))


def check(said: Namespace) -> int:
    """What is wrong in the activities."""
    from game.authoring import check
    from game.system import paths

    return check.check(said.paths or [paths.from_here(paths.ACTIVITIES)], private=paths.own_cache())


def preview(said: Namespace) -> None:
    """One activity while it is being written."""
    from game.app import start

    start.preview(said.file, said.band)


def new(said: Namespace) -> None:
    """A new activity file."""
    from game.authoring import template
    from game.system import paths

    print(template.what_next(template.begin(said.name, paths.ACTIVITIES)))


def pictures(said: Namespace) -> None:
    """All pictures and scenes, by name."""
    from game.app.start import tell
    from game.art.library import Library
    from game.art.renderer import Renderer
    from game.paper.contact_sheet import listing, save_companions, save_sheet
    from game.paper.options import PaperOptions
    from game.system.paths import ACTIVITIES, cache_folder, own_cache

    library, options = Library(ACTIVITIES / "pictures", own_cache()), PaperOptions(paper=said.paper)
    if said.sheet is None and said.companions is None:
        print(listing(library), end="")
    if said.sheet is not None:
        tell(save_sheet(Renderer(library, cache_folder(), own_cache()), said.sheet, options))
    if said.companions is not None:
        save_companions(said.companions, options)


def schema(said: Namespace) -> None:
    """What an editor needs to know of activities."""
    from game.authoring import schema

    if said.out is None:
        print(schema.text(said.of), end="")
    else:
        schema.save(said.out)


def travellers(said: Namespace) -> None:
    """Everybody who has a record."""
    from game.app import commands

    commands.travellers(said.home)


def summary(said: Namespace) -> None:
    """The faithful text, or the picture summary."""
    from game.app import commands

    commands.summary(said.home, said.traveller, said.pdf, commands.options(said.home, said.paper, said.language))


def papers(said: Namespace) -> None:
    """What the child takes home, where it has made something for it."""
    from game.app import commands

    commands.papers(said.home, said.traveller, said.out, commands.options(said.home, said.paper, said.language))


def certificate(said: Namespace) -> None:
    """The certificate, with the letter where there is one."""
    from game.app import commands

    asked = {"name": said.name, "wording": said.wording, "frame": said.frame}
    options = commands.options(said.home, said.paper, said.language, **asked)
    commands.certificate(said.home, said.traveller, said.letter, said.out, options)


def install(said: Namespace) -> None:
    """An icon, to start without a terminal."""
    from game.system import install
    from game.system.language import of_the_system, words

    print(install.install_here(words(of_the_system())))


def uninstall(said: Namespace) -> None:
    """The icon is taken away again."""
    from game.system import install
    from game.system.language import of_the_system, words

    print(install.uninstall_here(words(of_the_system())))


class Command:
    """One command: what it does with the words that were read, what help says of it, and its arguments."""

    def __init__(self, do: Callable[[Namespace], int | None], help: str, *arguments: "Argument"):
        self.do, self.help, self.arguments = do, help, arguments

    def fill(self, parser: ArgumentParser) -> None:
        """The parser reads this command."""
        parser.set_defaults(do=self.do)
        for argument in self.arguments:
            parser.add_argument(*argument.names, **argument.how)


class Argument:
    """As argparse's add_argument takes it."""

    def __init__(self, *names: str, **how: Any):
        self.names, self.how = names, how


HOME = Argument(
    "--home",
    type=Path,
    metavar="DIR",
    help="the records folder (else GOOD_GOODBYE_HOME, else 'Good Goodbye' in your own folder)",
)
TRAVELLER = Argument("traveller", metavar="TRAVELLER")
BAND = Argument(
    "--band",
    choices=("little", "middle", "big"),
    default="middle",
    help="how many pictures lie out at once: for about 4 years, 6 to 8, and 9 to 12",
)
ROOM = (
    Argument("--kiosk", action="store_true", help="full screen and locked; it begins in the child's room"),
    Argument("--still", action="store_true", help="nothing moves by itself"),
    Argument("--sound", action="store_true", help="soft, quiet sounds; without this word as at the desk"),
    Argument("--switch", nargs="?", const="1.5", metavar="SECONDS", help=SWITCH),
)
PRINTED = (
    Argument("--paper", choices=("a4", "letter"), default="", help="else as it is set"),
    Argument("--language", choices=LANGUAGES, default="", help="else as it is set"),
)

COMMANDS = {
    "open": Command(
        open_,
        "the desk once there is a traveller, else the child's room; the same as no command",
        HOME,
        *ROOM,
        Argument("--desk", action="store_true", help="begin at the desk in any case"),
    ),
    "play": Command(
        play,
        "open the child's room",
        HOME,
        *ROOM,
        Argument("traveller", nargs="?", default="", metavar="TRAVELLER", help="such as fox-moon, or new"),
        BAND,
        Argument("--open", action="append", default=[], metavar="NAME", help="open a sensitive activity"),
        Argument("--planned", type=int, metavar="N", help="so many visits are planned in all"),
        Argument("--missed", type=int, action="append", default=[], metavar="N", help="the Nth of them was missed"),
        Argument("--paused", action="store_true", help="the visits pause after this one"),
        Argument("--last", action="store_true", help="this is the last visit: the gate opens"),
        Argument("--envelope", type=Path, metavar="FILE", help="a picture for the envelope on the last visit"),
    ),
    "demo": Command(
        demo,
        "play the whole workbook by itself, with or without a screen",
        HOME,
        Argument("--shots", type=Path, metavar="DIR", help="save every distinct screen as a PNG"),
        Argument("--film", type=Path, metavar="DIR", help="save the first ten seconds of every screen as a WebP"),
        Argument("--screen", action="append", default=[], metavar="NAME", help="film only this, as when-we-are-done-1"),
        Argument("--seed", default="1", metavar="N", help="the same seed makes the same choices"),
        Argument("--visits", type=int, choices=(1, 6), default=1, help="all in one visit, or a story of six"),
    ),
    "check": Command(
        check,
        "tell every mistake in activities, in plain words",
        Argument("paths", nargs="*", type=Path, metavar="FILE or FOLDER"),
    ),
    "preview": Command(
        preview,
        "show one activity, anew each time that its file is saved; nothing is recorded",
        Argument("file", type=Path, metavar="FILE"),
        BAND,
    ),
    "new": Command(
        new,
        "begin an activity file from a commented example",
        Argument("name", metavar="NAME"),
    ),
    "pictures": Command(
        pictures,
        "name the pictures that an activity may use, by family",
        Argument(
            "--sheet", type=Path, metavar="FILE", help="show them, and the scenes with their places: a PDF or a PNG"
        ),
        Argument("--companions", type=Path, metavar="FILE", help="show the companions in all poses: a PDF or a PNG"),
        Argument("--paper", choices=("a4", "letter"), default="a4"),
    ),
    "schema": Command(
        schema,
        "print what an editor needs to complete and check activities while you type (JSON Schema)",
        Argument("of", nargs="?", choices=("activity", "workbook"), default="activity"),
        Argument("--out", type=Path, metavar="DIR", help="save both, such as in activities/.schema"),
    ),
    "travellers": Command(
        travellers,
        "list the travellers",
        HOME,
    ),
    "summary": Command(
        summary,
        "print what the child chose, for the therapist",
        HOME,
        *PRINTED,
        TRAVELLER,
        Argument("--pdf", type=Path, metavar="FILE", help="make the picture summary instead"),
    ),
    "papers": Command(
        papers,
        "make the other papers that the child takes home, as far as it has made them",
        HOME,
        *PRINTED,
        TRAVELLER,
        Argument("--out", type=Path, required=True, metavar="DIR"),
    ),
    "certificate": Command(
        certificate,
        "make the certificate that the child takes home",
        HOME,
        *PRINTED,
        TRAVELLER,
        Argument("--name", default="", help="the child's name, for this one print; it is kept nowhere"),
        Argument("--letter", type=Path, metavar="FILE", help="a text file with your letter, as a second page"),
        Argument("--wording", default="", metavar="NAME", help=WORDINGS),
        Argument("--frame", default="", metavar="NAME", help=FRAMES),
        Argument("--out", type=Path, required=True, metavar="FILE"),
    ),
    "install": Command(
        install,
        "put an icon on the desktop and in the menu, to start without a terminal",
    ),
    "uninstall": Command(
        uninstall,
        "take these icons away again; the records stay",
    ),
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
