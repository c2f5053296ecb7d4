"""An icon on the desktop and in the menu, and away again: the commands `install` and `uninstall`.

It needs no administrator and knows only the person's own folders. What goes where stands in `icons.py`; a receipt says
what was made, so that exactly this is taken away again.
"""

import base64
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from game.system import atomic
from game.system.errors import Trouble, reason
from game.system.icons import KEY, IconFile, IconFolders, Program, plan
from game.system.language import N_, Translate
from game.system.paths import PROGRAM

PUT = N_("Good Goodbye has an icon now: {path}")
GONE = N_("The icons are taken away again. Your records are untouched.")
NOTHING = N_("There is no icon of Good Goodbye to take away.")
NOT_OURS = N_("There is a file '{path}' already, and it is not ours. Move it elsewhere, then `install` again.")
NOT_PUT = N_("The icon cannot be put at '{path}': {why}.")
NOT_GONE = N_("'{path}' cannot be taken away: {why}.")


class Receipt(Struct, frozen=True):
    """What was made: files, and the folders that were not there before, outermost first."""

    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


def install_here(_: Translate) -> str:
    """Put the icons for the person at this computer; what was put where, in sentences. Raises Trouble."""
    put = install(sys.platform, places_here(), Program(Path(sys.executable), PROGRAM / "main.py"))
    return "\n".join(_(PUT).format(path=path) for path in put)


def uninstall_here(_: Translate) -> str:
    """Take them away again; a sentence. Raises Trouble."""
    return _(GONE) if uninstall(places_here()) else _(NOTHING)


def install(platform: str, places: IconFolders, program: Program) -> tuple[str, ...]:
    """Put the icons; the paths of those that a person sees. A second time makes them anew. Raises Trouble."""
    things = plan(platform, places, program)
    before = _receipt(places)
    for thing in things:
        if os.path.lexists(thing.path) and str(thing.path) not in before.files:
            raise Trouble(NOT_OURS, path=thing.path)
    path = places.data
    try:
        _keep(_together(before, things, places), places)
        for thing in things:
            path = thing.path
            _put(thing)
    except (OSError, subprocess.SubprocessError) as error:
        _back_to(before, places)
        raise Trouble(NOT_PUT, path=path, why=_why(error)) from error
    return tuple(str(thing.icon) for thing in things if thing.icon)


def uninstall(places: IconFolders) -> tuple[str, ...]:
    """Take away what was put, and nothing else; the paths of what is gone. Raises Trouble."""
    return _back_to(Receipt(), places)


def _back_to(before: Receipt, places: IconFolders) -> tuple[str, ...]:
    """Take away what was made since then; the paths of what is gone. Raises Trouble."""
    receipt, gone = _receipt(places), []
    for name in _but(before.files, receipt.files):
        try:
            Path(name).unlink()
            gone.append(name)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise Trouble(NOT_GONE, path=name, why=reason(error)) from error
    with suppress(OSError):
        _keep(before, places) if before.files else receipt_of(places).unlink()
    for name in reversed(_but(before.folders, receipt.folders)):
        with suppress(OSError):  # somebody else has put something there
            Path(name).rmdir()
    return tuple(gone)


def _but(before: tuple[str, ...], now: tuple[str, ...]) -> list[str]:
    return [name for name in now if name not in before]


def places_here(platform: str = sys.platform) -> IconFolders:
    """This person's own folders."""
    from platformdirs import user_data_path, user_desktop_path

    data, desktop = user_data_path(KEY, appauthor=False), user_desktop_path()
    if platform == "win32":
        menu = (
            Path(os.environ.get("APPDATA") or Path.home() / "AppData/Roaming") / "Microsoft/Windows/Start Menu/Programs"
        )
    else:
        menu = Path.home() / "Applications" if platform == "darwin" else data.parent
    there = desktop.is_dir() and desktop != Path.home()
    return IconFolders(data, menu, desktop if there else None)


# The disk


def receipt_of(places: IconFolders) -> Path:
    """Where it is written down what was made."""
    return places.data / "icons.json"


def _receipt(places: IconFolders) -> Receipt:
    try:
        return msgspec.json.decode(receipt_of(places).read_bytes(), type=Receipt)
    except (OSError, ValueError):
        return Receipt()


def _together(before: Receipt, things: tuple[IconFile, ...], places: IconFolders) -> Receipt:
    """What was made earlier and what will be made now."""
    paths = [receipt_of(places), *(thing.path for thing in things)]
    new = {folder for path in paths for folder in path.parents if not folder.exists()}
    files = dict.fromkeys([*before.files, *(str(thing.path) for thing in things)])
    folders = dict.fromkeys([*before.folders, *map(str, sorted(new, key=lambda folder: len(folder.parts)))])
    return Receipt(tuple(files), tuple(folders))


def _keep(receipt: Receipt, places: IconFolders) -> None:
    places.data.mkdir(parents=True, exist_ok=True)
    atomic.write(receipt_of(places), msgspec.json.encode(receipt) + b"\n")


def _put(thing: IconFile) -> None:
    thing.path.parent.mkdir(parents=True, exist_ok=True)
    if thing.script:
        _in_windows(thing.script)
    elif thing.link:
        thing.path.unlink(missing_ok=True)
        thing.path.symlink_to(thing.link)
    else:
        atomic.write(thing.path, thing.content, mode=0o755 if thing.runs else 0o644)


def _in_windows(script: str) -> None:
    coded = base64.b64encode(script.encode("utf-16-le")).decode()
    command = ["powershell", "-NoProfile", "-NonInteractive", "-EncodedCommand", coded]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def _why(error: Exception) -> str:
    return reason(error) if isinstance(error, OSError) else "Windows did not make the shortcut"
