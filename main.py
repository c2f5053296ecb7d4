"""Good Goodbye: the door. `python main.py --help` names everything that it opens."""

import gc
import os
import sys
from pathlib import Path

from game.app.command_line import parse
from game.system.errors import Trouble


def main(words: list[str]) -> int:
    """Do what these words say; 0 when it went well, 1 when a sentence says what did not."""
    if sys.stdout is None:  # pythonw, as the icon on Windows starts it, has no terminal
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # letters that this terminal has not become question marks
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words = ["open", *words]
    try:
        said = parse(words)
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
