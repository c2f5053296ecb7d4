"""The commands of `main.py`: their words, and what `--help` says of them. What they do is in `handlers.py`."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.app import handlers
from game.system.language import LANGUAGES

QUIET = "weather and lines instead of animals and faces, for 9 to 12"
WORDINGS = "what it says: whole-road (without this word), hard-days, quiet, or not-planned"
FRAMES = "how it looks: sunrise (without this word), lanterns, night, or plain (for little ink)"
SWITCH = "a marker walks by itself, one key or a tap chooses; it stays 0.75 to 5 seconds on each thing (else 1.5)"


class Subcommand:
    """One command: what it does with the words that were read, what help says of it, and its arguments."""

    def __init__(self, do: Callable[[Namespace], int | None], help: str, *arguments: "Argument"):
        self.do, self.help, self.arguments = do, help, arguments

    def fill(self, parser: ArgumentParser) -> None:
        """Hand this command, and what may stand behind it, to the parser."""
        parser.set_defaults(do=self.do)
        for argument in self.arguments:
            parser.add_argument(*argument.names, **argument.how)


class Argument:
    """As argparse's add_argument takes it."""

    def __init__(self, *names: str, **how: Any):
        self.names, self._how = names, how

    @property
    def how(self) -> dict[str, Any]:
        """What argparse is told of it."""
        return self._how


class OneOfThePapers(Argument):
    """A paper by its name. Which there are is looked up where it is read: every start would wait for their table."""

    @property
    def how(self) -> dict[str, Any]:
        """The same with all names."""
        from game.paper.registry import PAPER_KINDS

        return self._how | {"choices": PAPER_KINDS, "help": self._how["help"].format(papers=", ".join(PAPER_KINDS))}


def one_or_two_languages(said: str) -> str:
    """The code of a language, or two with a comma between them: the second stands small beneath the first. "" as it is:
    argparse reads the default, too.
    """
    codes = said.split(",") if said else []
    if len(codes) > 2 or not all(code in LANGUAGES for code in codes):
        known = ", ".join(LANGUAGES)
        raise ArgumentTypeError(f"'{said}' is no language here. Write one of {known}, or two, such as de,ar")
    return said


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
PAPER = Argument("--paper", choices=("a4", "letter"), default="", help="else as it is set")
IN_TWO = "else as it is set; two, such as de,ar, stand one beneath the other on papers that others read, too"
PRINTED = (PAPER, Argument("--language", choices=LANGUAGES, default="", help="else as it is set"))
TO_GIVE = (PAPER, Argument("--language", type=one_or_two_languages, default="", metavar="LANGUAGE", help=IN_TWO))

COMMANDS = {
    "open": Subcommand(
        handlers.open_,
        "the desk once there is a traveller, else the child's room; the same as no command",
        HOME,
        *ROOM,
        Argument("--desk", action="store_true", help="begin at the desk in any case"),
    ),
    "play": Subcommand(
        handlers.play,
        "open the child's room",
        HOME,
        *ROOM,
        Argument("traveller", nargs="?", default="", metavar="TRAVELLER", help="such as fox-moon, or new"),
        BAND,
        Argument("--open", action="append", default=[], metavar="NAME", help="open a sensitive activity"),
        Argument("--planned", type=int, default=0, metavar="N", help="so many visits are planned in all"),
        Argument("--missed", type=int, action="append", default=[], metavar="N", help="the Nth of them was missed"),
        Argument("--paused", action="store_true", help="the visits pause after this one"),
        Argument("--last", action="store_true", help="this is the last visit: the gate opens"),
        Argument("--may-return", action="store_true", help="the child can come back after the last visit"),
        Argument("--may-show", action="store_true", help="the summary has the people near and far, the child is asked"),
        Argument("--quiet", action="store_true", help=QUIET),
        Argument("--envelope", type=Path, metavar="FILE", help="a picture for the envelope on the last visit"),
    ),
    "demo": Subcommand(
        handlers.demo,
        "play the whole workbook by itself, with or without a screen",
        HOME,
        Argument("--shots", type=Path, metavar="DIR", help="save every distinct screen as a PNG"),
        Argument("--film", type=Path, metavar="DIR", help="save the first ten seconds of every screen as a WebP"),
        Argument("--screen", action="append", default=[], metavar="NAME", help="film only this, as when-we-are-done-1"),
        Argument("--seed", default="1", metavar="N", help="the same seed makes the same choices"),
        Argument(
            "--only",
            default="",
            metavar="NAME",
            help="this activity, or its file, alone, within seconds; a sensitive one is open",
        ),
        Argument("--papers", type=Path, metavar="DIR", help="with --only: save the papers on which it is seen"),
        Argument("--nothing-chosen", action="store_true", help="with --only: nothing was chosen in other activities"),
        Argument("--nothing-done", action="store_true", help="with --only: the child only goes on"),
        Argument("--quiet", action="store_true", help=f"with --only: {QUIET}"),
        BAND,
        Argument("--visits", type=int, choices=(1, 6), default=1, help="all in one visit, or a story of six"),
    ),
    "check": Subcommand(
        handlers.check,
        "tell every mistake in activities, in plain words",
        Argument("paths", nargs="*", type=Path, metavar="FILE or FOLDER"),
        HOME,
    ),
    "preview": Subcommand(
        handlers.preview,
        "show one activity, or let the places of a scene be drawn; anew at each save, nothing is recorded",
        Argument("file", type=Path, metavar="FILE"),
        BAND,
        HOME,
    ),
    "new": Subcommand(
        handlers.new,
        "begin an activity file from a commented example",
        Argument("name", metavar="NAME"),
        Argument("folder", nargs="?", type=Path, metavar="FOLDER", help="of yours; without it, the program's"),
    ),
    "pictures": Subcommand(
        handlers.pictures,
        "name what an activity may use: pictures by family, scenes, and what other activities make",
        Argument("folder", nargs="?", type=Path, metavar="FOLDER", help="of activities; without it, the program's"),
        HOME,
        Argument(
            "--sheet", type=Path, metavar="FILE", help="show them, and the scenes with their places: a PDF or a PNG"
        ),
        Argument("--companions", type=Path, metavar="FILE", help="show the companions in all poses: a PDF or a PNG"),
        Argument("--paper", choices=("a4", "letter"), default="a4"),
    ),
    "schema": Subcommand(
        handlers.schema,
        "print what an editor needs to complete and check activities while you type (JSON Schema)",
        Argument("of", nargs="?", choices=("activity", "workbook", "scene"), default="activity"),
        Argument("--out", type=Path, metavar="DIR", help="save both, such as in activities/.schema"),
    ),
    "travellers": Subcommand(
        handlers.travellers,
        "list the travellers",
        HOME,
    ),
    "summary": Subcommand(
        handlers.summary,
        "print what the child chose, for the therapist",
        HOME,
        *PRINTED,
        TRAVELLER,
        Argument("--everything", action="store_true", help="all that was offered, chosen and put back, step by step"),
        Argument("--pdf", type=Path, metavar="FILE", help="save it with pictures instead"),
    ),
    "papers": Subcommand(
        handlers.papers,
        "make the other papers that the child takes home, as far as it has made them, or any others by name",
        HOME,
        *TO_GIVE,
        TRAVELLER,
        OneOfThePapers("--only", action="append", default=[], metavar="NAME", help="only this paper, of: {papers}"),
        Argument("--out", type=Path, required=True, metavar="DIR"),
    ),
    "certificate": Subcommand(
        handlers.certificate,
        "make the certificate that the child takes home",
        HOME,
        *TO_GIVE,
        TRAVELLER,
        Argument("--name", default="", help="the child's name, for this one print; it is kept nowhere"),
        Argument("--letter", type=Path, metavar="FILE", help="a text file with your letter, as a second page"),
        Argument("--wording", default="", metavar="NAME", help=WORDINGS),
        Argument("--frame", default="", metavar="NAME", help=FRAMES),
        Argument("--out", type=Path, required=True, metavar="FILE"),
    ),
    "install": Subcommand(
        handlers.install,
        "put an icon on the desktop and in the menu, to start without a terminal",
    ),
    "uninstall": Subcommand(
        handlers.uninstall,
        "take these icons away again; the records stay",
    ),
}


def parse(words: list[str]) -> Namespace:
    """The words of one command, its function as `do`. Where they are wrong, or for help, argparse ends the program."""
    return _parser_of(words[0]).parse_args(words[1:]) if words[0] in COMMANDS else _parser().parse_args(words)


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
