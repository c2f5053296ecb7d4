"""Good Goodbye: the door. `python main.py --help` names everything that it opens."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

COMMANDS = ("play", "demo", "check", "preview", "new", "summary", "certificate", "travellers")


def main(words: list[str]) -> int:
    """Do what these words say; 0 when it went well, 1 when a sentence says what did not."""
    if not any(word in COMMANDS for word in words[:1]) and not {"-h", "--help"} & set(words):
        words = ["play", *words]
    try:
        said = _parser().parse_args(words)
        return said.do(said) or 0
    except KeyboardInterrupt:
        return 0
    except Exception as error:
        if type(error).__name__ not in ("Trouble", "NoScreen", "TooNew"):
            raise
        print(error, file=sys.stderr)
        return 1


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="main.py", description="Good Goodbye: a wordless picture book for the end of therapy.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    home = ArgumentParser(add_help=False)
    home.add_argument("--home", type=Path, metavar="DIR", help="the records folder (else GOOD_GOODBYE_HOME, else ~/Good Goodbye)")

    def command(name: str, do, help: str):
        made = commands.add_parser(name, help=help, parents=[home])
        made.set_defaults(do=do)
        return made

    play = command("play", _play, "open the child's room (this is also what happens without a command)")
    play.add_argument("traveller", nargs="?", default="", metavar="TRAVELLER | new", help="whose visit it is, such as fox-moon")
    play.add_argument("--kiosk", action="store_true", help="full screen and locked; hold both upper corners for three seconds to leave")
    play.add_argument("--band", choices=("little", "middle", "big"), default="middle", help="how many pictures lie out at once: for about 4, 6 to 8, and 9 to 12 years")
    return parser


def _play(said: Namespace) -> None:
    from game import app

    app.play(said.home, said.traveller, said.kiosk, said.band)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
