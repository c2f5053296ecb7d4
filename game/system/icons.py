"""What an icon is on Linux, Windows and macOS: which files where, and every sign in them. Pure but for our own picture.

`install.py` puts these things on the disk; here they are only described, so that each system's can be tested on any.
"""

import io
import plistlib
import shlex
from pathlib import Path

from msgspec import Struct

from game.system.language import LANGUAGES, N_, words
from game.system.paths import ASSETS

ICON = ASSETS / "install" / "icon-256.png"
KEY = "good-goodbye"
NAME = N_("Good Goodbye")
COMMENT = N_("A wordless picture book for the end of therapy")


class IconFolders(Struct, frozen=True):
    """A person's own folders: `data` for what programs keep, `menu` for icons; `desktop` None where there is none."""

    data: Path
    menu: Path
    desktop: Path | None


class Program(Struct, frozen=True):
    """What an icon starts: this Python with this `main.py`."""

    python: Path
    main: Path


class IconFile(Struct, frozen=True):
    """One thing to be put at `path`: a file with this `content`, a `link` to elsewhere, or what a `script` makes there.

    `icon` is what a person sees of it, where that is an icon.
    """

    path: Path
    content: bytes = b""
    link: Path | None = None
    script: str = ""
    runs: bool = False
    icon: Path | None = None


def plan(platform: str, places: IconFolders, program: Program) -> tuple[IconFile, ...]:
    """What goes where on this system; `platform` as `sys.platform` says it."""
    if platform == "win32":
        return _on_windows(places, program)
    return _on_mac(places, program) if platform == "darwin" else _on_linux(places, program)


# Linux


def _on_linux(places: IconFolders, program: Program) -> tuple[IconFile, ...]:
    entry = desktop_entry(program).encode()
    picture = places.menu / "icons" / "hicolor" / "256x256" / "apps" / f"{KEY}.png"
    folders = [folder for folder in (places.menu / "applications", places.desktop) if folder]
    paths = [folder / f"{KEY}.desktop" for folder in folders]
    return (IconFile(picture, ICON.read_bytes()), *(IconFile(path, entry, runs=True, icon=path) for path in paths))


def desktop_entry(program: Program) -> str:
    """The .desktop file, with the name in each language that has one."""
    lines = ["[Desktop Entry]", "Type=Application", "Version=1.0"]
    for key, said in (("Name", NAME), ("Comment", COMMENT)):
        lines.append(f"{key}={said}")
        other = {language: words(language)(said) for language in LANGUAGES}
        lines += [f"{key}[{language}]={there}" for language, there in other.items() if there != said]
    # desktops look for the first word as it is written, with its doubled percent signs: then another must come first
    first = [Path("/usr/bin/env")] if "%" in str(program.python) else []
    lines += [f"Exec={exec_of(*first, program.python, program.main)}", f"Icon={KEY}", "Terminal=false"]
    lines += ["Categories=Education;", f"StartupWMClass={KEY}"]
    return "\n".join(lines) + "\n"


def exec_of(*said: Path) -> str:
    r"""The Exec line: each word in quotes, with what is special there escaped, and then escaped again as a value.

    >>> print(exec_of(Path("/my house/100 %/main.py")))
    "/my house/100 %%/main.py"
    >>> print(exec_of(Path("/a$b")))
    "/a\\$b"
    """
    return " ".join(f'"{_quoted(str(word))}"' for word in said)


def _quoted(word: str) -> str:
    for sign in '\\"`$':
        word = word.replace(sign, "\\" + sign)
    word = word.replace("\\", "\\\\").replace("%", "%%")
    return word.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


# Windows


def _on_windows(places: IconFolders, program: Program) -> tuple[IconFile, ...]:
    icon = places.data / f"{KEY}.ico"
    folders = [folder for folder in (places.menu, places.desktop) if folder]
    links = [folder / f"{NAME}.lnk" for folder in folders]
    made = (IconFile(path, script=shortcut(path, program, icon), icon=path) for path in links)
    return (IconFile(icon, picture_as("ICO")), *made)


def shortcut(path: Path, program: Program, icon: Path) -> str:
    """PowerShell that makes a shortcut; `pythonw.exe` opens no terminal."""
    said = {
        "TargetPath": str(program.python.with_name("pythonw.exe")),
        "Arguments": f'"{program.main}"',
        "WorkingDirectory": str(program.main.parent),
        "IconLocation": f"{icon},0",
        "Description": COMMENT,
    }
    lines = [f"$s = (New-Object -ComObject WScript.Shell).CreateShortcut({_in_powershell(str(path))})"]
    lines += [f"$s.{key} = {_in_powershell(value)}" for key, value in said.items()]
    return "\n".join(["$ErrorActionPreference = 'Stop'", *lines, "$s.Save()"]) + "\n"


def _in_powershell(said: str) -> str:
    for sign in "'\u2018\u2019\u201a\u201b":  # PowerShell takes curly quotes for straight ones
        said = said.replace(sign, sign * 2)
    return f"'{said}'"


# macOS


def _on_mac(places: IconFolders, program: Program) -> tuple[IconFile, ...]:
    app = places.menu / f"{NAME}.app"
    script = f"#!/bin/sh\nexec {shlex.quote(str(program.python))} {shlex.quote(str(program.main))}\n"
    things = [
        IconFile(app / "Contents" / "Info.plist", info_plist(), icon=app),
        IconFile(app / "Contents" / "MacOS" / KEY, script.encode(), runs=True),
        IconFile(app / "Contents" / "Resources" / f"{KEY}.icns", picture_as("ICNS")),
    ]
    return (
        *things,
        *([IconFile(places.desktop / app.name, link=app, icon=places.desktop / app.name)] if places.desktop else []),
    )


def info_plist() -> bytes:
    """What makes a folder a program of the Mac."""
    said = {
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleIdentifier": f"org.{KEY}.{KEY}",
        "CFBundleExecutable": KEY,
        "CFBundleIconFile": KEY,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": "0.1.0",
        "NSHighResolutionCapable": True,
    }
    return plistlib.dumps(said)


def picture_as(kind: str) -> bytes:
    """The icon in the form that this system reads: "ICO" or "ICNS"."""
    from PIL import Image

    made = io.BytesIO()
    with Image.open(ICON) as picture:
        picture.save(made, kind)
    return made.getvalue()
