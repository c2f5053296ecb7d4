"""Good Goodbye: the door. `python main.py --help` names everything that it opens."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.system.errors import Trouble
from game.system.language import LANGUAGES

HOME = "the records folder (else GOOD_GOODBYE_HOME, else 'Good Goodbye' in your own folder)"
BANDS = "how many pictures lie out at once: for about 4 years, 6 to 8, and 9 to 12"
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
        said = _parser().parse_args(words)
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


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="main.py", description="Good Goodbye: a wordless picture book for the end of therapy.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    home = ArgumentParser(add_help=False)
    home.add_argument("--home", type=Path, metavar="DIR", help=HOME)
    printed = ArgumentParser(add_help=False)
    printed.add_argument("--paper", choices=("a4", "letter"), default="", help="else as it is set")
    printed.add_argument("--language", choices=tuple(LANGUAGES), default="", help="else as it is set")

    def command(do, help: str, *parents: ArgumentParser) -> ArgumentParser:
        made = commands.add_parser(do.__name__.rstrip("_"), help=help, description=help, parents=parents)
        made.set_defaults(do=do)
        return made

    room = ArgumentParser(add_help=False)
    room.add_argument("--kiosk", action="store_true", help="full screen and locked; it begins in the child's room")
    room.add_argument("--still", action="store_true", help="nothing moves by itself")
    room.add_argument("--sound", action="store_true", help="soft, quiet sounds; without this word as at the desk")
    room.add_argument("--switch", nargs="?", const="1.5", metavar="SECONDS", help=SWITCH)

    made = command(
        open_, "the desk once there is a traveller, else the child's room; the same as no command", home, room
    )
    made.add_argument("--desk", action="store_true", help="begin at the desk in any case")

    made = command(play, "open the child's room", home, room)
    made.add_argument("traveller", nargs="?", default="", metavar="TRAVELLER", help="such as fox-moon, or new")
    made.add_argument("--band", choices=("little", "middle", "big"), default="middle", help=BANDS)
    made.add_argument("--open", action="append", default=[], metavar="NAME", help="open a sensitive activity")
    made.add_argument("--planned", type=int, metavar="N", help="so many visits are planned in all")
    made.add_argument("--missed", type=int, action="append", default=[], metavar="N", help="the Nth of them was missed")
    made.add_argument("--paused", action="store_true", help="the visits pause after this one")
    made.add_argument("--envelope", type=Path, metavar="FILE", help="a picture for the envelope on the last visit")

    made = command(demo, "play the whole workbook by itself, with or without a screen", home)
    made.add_argument("--shots", type=Path, metavar="DIR", help="save every distinct screen as a PNG")
    made.add_argument("--seed", default="1", metavar="N", help="the same seed makes the same choices")
    made.add_argument("--visits", type=int, choices=(1, 6), default=1, help="all in one visit, or a story of six")

    made = command(check, "tell every mistake in activities, in plain words")
    made.add_argument("paths", nargs="*", type=Path, metavar="FILE or FOLDER")

    made = command(preview, "show one activity, anew each time that its file is saved; nothing is recorded")
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument("--band", choices=("little", "middle", "big"), default="middle", help=BANDS)

    made = command(new, "begin an activity file from a commented example")
    made.add_argument("name", metavar="NAME")

    made = command(pictures, "name the pictures that an activity may use, by family")
    made.add_argument(
        "--sheet", type=Path, metavar="FILE", help="show them, and the scenes with their places: a PDF or a PNG"
    )
    made.add_argument("--paper", choices=("a4", "letter"), default="a4")

    made = command(schema, "print what an editor needs to complete and check activities while you type (JSON Schema)")
    made.add_argument("of", nargs="?", choices=("activity", "workbook"), default="activity")
    made.add_argument("--out", type=Path, metavar="DIR", help="save both, such as in activities/.schema")

    command(travellers, "list the travellers", home)

    made = command(summary, "print what the child chose, for the therapist", home, printed)
    made.add_argument("traveller", metavar="TRAVELLER")
    made.add_argument("--pdf", type=Path, metavar="FILE", help="make the picture summary instead")

    made = command(papers, "make the other papers that the child takes home, as far as it has made them", home, printed)
    made.add_argument("traveller", metavar="TRAVELLER")
    made.add_argument("--out", type=Path, required=True, metavar="DIR")

    made = command(certificate, "make the certificate that the child takes home", home, printed)
    made.add_argument("traveller", metavar="TRAVELLER")
    made.add_argument("--name", default="", help="the child's name, for this one print; it is kept nowhere")
    made.add_argument("--letter", type=Path, metavar="FILE", help="a text file with your letter, as a second page")
    made.add_argument("--wording", default="", metavar="NAME", help=WORDINGS)
    made.add_argument("--frame", default="", metavar="NAME", help=FRAMES)
    made.add_argument("--out", type=Path, required=True, metavar="FILE")

    command(install, "put an icon on the desktop and in the menu, to start without a terminal")
    command(uninstall, "take these icons away again; the records stay")
    return parser


def open_(said: Namespace) -> None:
    """The desk or the room."""
    from game.app import start

    start.start(said.home, said.kiosk, said.desk, _flags(said))


def play(said: Namespace) -> None:
    """The child's room."""
    from game.app import start
    from game.core.events import Plan
    from game.records.open_visit import Preparation

    plan = None
    if said.planned is not None or said.missed or said.paused:
        plan = Plan(said.planned or 0, tuple(said.missed), said.paused)
    today = Preparation(tuple(said.open), plan, said.envelope)
    start.play(said.home, said.traveller, said.kiosk, said.band, today, _flags(said))


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

    demonstration.play(said.home, said.shots, said.seed, said.visits)


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
    from game.paper.contact_sheet import listing, save_sheet
    from game.paper.options import PaperOptions
    from game.system.paths import ACTIVITIES, cache_folder, own_cache

    library = Library(ACTIVITIES / "pictures", own_cache())
    if said.sheet is None:
        print(listing(library), end="")
    else:
        tell(save_sheet(Renderer(library, cache_folder(), own_cache()), said.sheet, PaperOptions(paper=said.paper)))


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
