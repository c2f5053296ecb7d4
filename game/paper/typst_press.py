"""The press: the one place that calls typst. A Sheet goes in, a PDF comes out, and is saved whole or not at all.

This file knows typst, the templates of `assets/paper/`, the fonts of `assets/fonts/` and the disk. It knows no record
and no child. Words come to a template as data and are never read as its language. Only our own fonts and those inside
typst are used, so that a paper looks the same everywhere; for other scripts pygame_gui's help, and then the system's.
"""

import ctypes
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unicodedata import category

import msgspec
from msgspec import Struct

from game.paper.options import PaperOptions
from game.system.errors import Trouble, reason
from game.system.language import LANGUAGES
from game.system.paths import ASSETS
from game.system.scratch import scratch_folder

TEMPLATES, FONTS = ASSETS / "paper", ASSETS / "fonts"
PAPERS = {"a4": "a4", "letter": "us-letter"}
SETTING = {"format": "pdf", "pdf_standards": "a-2u"}  # the only one that tells of a sign without a font
FORGOTTEN = 11  # compiles after which typst lets go of what none of them has needed
NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


class Sheet(Struct, frozen=True):
    """A paper before it is printed: its template's stem, words and pictures, and the ISO day that dates the file."""

    template: str
    data: dict[str, Any]
    pictures: dict[str, bytes]
    day: str


class Pictures(dict):
    """Picture files by name, each kept once."""

    def add(self, png: bytes, ending: str = "png") -> str:
        """The name under which a template finds this picture."""
        name = f"{sha256(png).hexdigest()[:20]}.{ending}"
        self[name] = png
        return name


def paper_name(paper: str) -> str:
    """The template's word for "a4" or "letter". Raises Trouble."""
    if paper not in PAPERS:
        raise Trouble("There is no paper called '{paper}'. Write a4 or letter.", paper=paper)
    return PAPERS[paper]


def basics(options: PaperOptions) -> dict[str, Any]:
    """What every template needs: the paper, its language, and whether this is read from the right. Raises Trouble."""
    spoken = LANGUAGES[options.language]
    there = {"language": spoken.code, "mirrored": spoken.rtl, "joined": spoken.joined}
    return {"paper": paper_name(options.paper), **there}


def plain(words: str) -> str:
    """The words in one line: signs that cannot be seen become spaces, and spaces beside each other one."""
    if words.isprintable():  # as most are
        return " ".join(words.split())
    return " ".join("".join(" " if category(sign) in ("Cc", "Cs", "Co", "Cn") else sign for sign in words).split())


def pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF/A-2u. Raises Trouble where a sign cannot be printed."""
    return _compile(sheet, **SETTING)[0]


def pngs(sheet: Sheet, ppi: float) -> list[bytes]:
    """The pages as they look, `ppi` pixels to an inch. Raises Trouble where a sign cannot be printed."""
    return _compile(sheet, format="png", ppi=ppi)


def _compile(sheet: Sheet, **how: Any) -> list[bytes]:
    import typst  # only where a paper is made

    try:
        with scratch_folder() as folder:
            main = _spread_out(sheet, folder)
            inputs = {"data": msgspec.json.encode(sheet.data).decode(), "words": "\n".join(_words(sheet.data))}
            press = partial(typst.Compiler, root=folder, sys_inputs=inputs)
            fonts = _fonts(partial(press, folder / "proof.typ"))
            day = datetime.fromisoformat(sheet.day).replace(tzinfo=UTC)
            made = press(main, **fonts).compile(timestamp=day, **how)
    except typst.TypstError as error:
        raise _trouble(str(error)) from error
    except OSError as error:
        raise Trouble("The paper could not be made: {why}.", why=reason(error)) from error
    return made if isinstance(made, list) else [made or b""]


def forget() -> None:
    """Let go of what typst keeps for the next paper, such as each picture at its full size: it may be 200 MB.

    It cannot be told to (https://github.com/messense/typst-py/issues/104), but it forgets what is not used for long.
    """
    if "typst" not in sys.modules:
        return
    import typst

    with suppress(typst.TypstError, OSError), scratch_folder() as folder:
        empty = folder / "empty.typ"
        empty.touch()
        press = typst.Compiler(empty, root=folder, ignore_system_fonts=True)
        for _ in range(FORGOTTEN):
            press.compile(format="svg")
    with suppress(AttributeError, OSError, TypeError):  # glibc alone must be told to give back what is free
        ctypes.CDLL(None).malloc_trim(0)


def _fonts(proof: Callable) -> dict[str, Any]:
    """Our fonts where they have every sign, else the desk's too, else the system's too. Raises TypstError."""
    import typst

    *better, last = (
        {"font_paths": [FONTS], "ignore_system_fonts": True},
        {"font_paths": [FONTS, *_fonts_of_the_desk()], "ignore_system_fonts": True},
        {"font_paths": [FONTS, *_fonts_of_the_desk()], "ignore_system_fonts": False},
    )
    for fonts in better:
        with suppress(typst.TypstError):
            proof(**fonts).compile(**SETTING)
            return fonts
    proof(**last).compile(**SETTING)
    return last


def _fonts_of_the_desk() -> list[Path]:
    """What pygame_gui brings for Chinese, Japanese, Korean and Georgian, as open fonts."""
    found = find_spec("pygame_gui")
    folders = found.submodule_search_locations if found else None
    return [Path(folder) / "data" for folder in folders or ()]


def _words(data: Any) -> Iterator[str]:
    """Every word that a template is given."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list | tuple):
        for one in data.values() if isinstance(data, dict) else data:
            yield from _words(one)


def _spread_out(sheet: Sheet, folder: Path) -> Path:
    """The templates and the pictures in one folder, which is all that typst can see; the template to print."""
    for path in TEMPLATES.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    for name, picture in sheet.pictures.items():
        (folder / name).write_bytes(picture)
    return folder / f"{sheet.template}.typ"


def _trouble(error: str) -> Trouble:
    sign = NO_GLYPH.search(error)
    if sign is None:
        return Trouble("The paper could not be made: {why}", why=plain(error))
    return Trouble(
        "The sign '{sign}' cannot be printed: no font here has it. Please write it with other letters.", sign=sign[1]
    )


def check_place(out: Path) -> None:
    """Raises Trouble where no paper can be saved, before it is made."""
    if out.is_dir() or not out.parent.is_dir():
        raise _not_saved(out, OSError())


def save(out: Path, paper: bytes) -> None:
    """Write the paper whole or not at all, for its owner only. Raises Trouble."""
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=out.parent, prefix=".paper-")
        with os.fdopen(handle, "wb") as file:
            file.write(paper)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, out)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise _not_saved(out, error) from error


def _not_saved(out: Path, error: OSError) -> Trouble:
    if not out.parent.is_dir():
        return Trouble(
            "There is no folder '{folder}'. Please make it first, or save the paper somewhere else.", folder=out.parent
        )
    if out.is_dir():
        return Trouble(
            "'{folder}' is a folder. Please write the name of a file, such as '{file}'.",
            folder=out,
            file=out / "paper.pdf",
        )
    return Trouble("'{file}' could not be saved: {why}.", file=out, why=reason(error))
