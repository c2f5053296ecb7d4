"""A disk or a program that fails at a moment of our choosing: at the first, the second, the third ... use of a folder.

Python tells every use of the disk to an audit hook, which may forbid it. The ways of syncing are not among them.
"""

import sys
from contextlib import contextmanager
from errno import ENOSPC
from itertools import count
from pathlib import Path

USES = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod")


class Killed(BaseException):
    """`kill -9`: from here on nothing that the program still wants to do reaches the disk."""


class _Fate:
    folder, left, strikes, hit = "", 0, None, False


def _hook(event: str, args: tuple) -> None:
    if not _Fate.folder or event not in USES or isinstance(args[0], int):
        return
    path = str(args[0].decode() if isinstance(args[0], bytes) else args[0])
    if path.startswith("/") and not path.startswith(_Fate.folder):
        return
    _Fate.left -= 1
    if _Fate.left == 0 or (_Fate.hit and _Fate.strikes is Killed):
        _Fate.hit = True
        raise Killed if _Fate.strikes is Killed else OSError(ENOSPC, "No space left on device", path)


sys.addaudithook(_hook)


@contextmanager
def struck(folder: Path, at: int, strikes: type[BaseException]):
    """The so-manieth use of this folder fails, by Killed all later ones too. Whoever is killed comes out of it."""
    _Fate.folder, _Fate.left, _Fate.strikes, _Fate.hit = str(folder), at, strikes, False
    try:
        yield
    except Killed:
        pass
    finally:
        _Fate.folder = ""


def at_each_use(folder: Path, strikes: type[BaseException], before, act, after) -> int:
    """Do `before`, `act` and `after` until no strike hits any more; how many have."""
    for number in count(1):
        before()
        with struck(folder, number, strikes):
            act()
        if not _Fate.hit:
            return number - 1
        after()
    raise AssertionError
