"""The press: the one place that calls typst. A Sheet goes in, a PDF comes out, and is saved whole or not at all.

This file knows typst, the templates of `assets/paper/` and the disk. It knows no record and no child. Words come to
a template as data and are never read as its language; only the fonts inside typst are used, so that a paper looks
the same everywhere.
"""

import os
import re
import tempfile
from datetime import UTC, datetime
from errno import EDQUOT, ENOSPC
from hashlib import sha256
from pathlib import Path
from typing import Any
from unicodedata import category

import msgspec
from msgspec import Struct

from game.home import Trouble

TEMPLATES = Path(__file__).parents[2] / "assets" / "paper"
PAPERS = {"a4": "a4", "letter": "us-letter"}
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
        raise Trouble(f"There is no paper called '{paper}'. Write a4 or letter.")
    return PAPERS[paper]


def plain(words: str) -> str:
    """The words in one line: signs that cannot be seen become spaces, and spaces beside each other one."""
    return " ".join("".join(" " if category(sign) in ("Cc", "Cs", "Co", "Cn") else sign for sign in words).split())


def pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF/A-2u. Raises Trouble where a sign cannot be printed."""
    return _compile(sheet, format="pdf", pdf_standards="a-2u")[0]


def pngs(sheet: Sheet, ppi: float) -> list[bytes]:
    """The pages as they look, `ppi` pixels to an inch."""
    return _compile(sheet, format="png", ppi=ppi)


def _compile(sheet: Sheet, **how: Any) -> list[bytes]:
    import typst  # only where a paper is made

    try:
        with tempfile.TemporaryDirectory() as folder:
            main = _spread_out(sheet, Path(folder))
            inputs = {"data": msgspec.json.encode(sheet.data).decode()}
            press = typst.Compiler(main, folder, font_paths=[], ignore_system_fonts=True, sys_inputs=inputs)
            made = press.compile(timestamp=datetime.fromisoformat(sheet.day).replace(tzinfo=UTC), **how)
    except typst.TypstError as error:
        raise Trouble(_sentence(str(error))) from error
    except OSError as error:
        raise Trouble(f"The paper could not be made: {_reason(error)}.") from error
    return made if isinstance(made, list) else [made]


def _spread_out(sheet: Sheet, folder: Path) -> Path:
    """The templates and the pictures in one folder, which is all that typst can see; the template to print."""
    for path in TEMPLATES.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    for name, picture in sheet.pictures.items():
        (folder / name).write_bytes(picture)
    return folder / f"{sheet.template}.typ"


def _sentence(error: str) -> str:
    sign = NO_GLYPH.search(error)
    if sign is None:
        return f"The paper could not be made: {plain(error)}"
    return f"The sign '{sign[1]}' cannot be printed: no font here has it. Please write it with other letters."


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
        raise Trouble(_not_saved(out, error)) from error


def _not_saved(out: Path, error: OSError) -> str:
    if not out.parent.is_dir():
        return f"There is no folder '{out.parent}'. Please make it first, or save the paper somewhere else."
    if out.is_dir():
        return f"'{out}' is a folder. Please write the name of a file, such as '{out / 'paper.pdf'}'."
    return f"'{out}' could not be saved: {_reason(error)}."


def _reason(error: OSError) -> str:
    if error.errno in (ENOSPC, EDQUOT):
        return "the disk is full"
    if isinstance(error, PermissionError):
        return "this folder may not be written to"
    return plain(error.strerror or str(error))
