"""The press, where typst makes a paper. A Sheet goes in, a PDF comes out, and is saved whole or not at all.

This file knows typst, the templates of `assets/paper/`, the fonts of `assets/fonts/` and the disk. It knows no record
and no child. Words come to a template as data and are never read as its language. A sign that no font has costs no
paper: another stands in its place (`fonts.py`), and `unprinted` says so.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from unicodedata import category

import msgspec
from msgspec import Struct

from game.paper.fonts import IN_ITS_PLACE, SETTING, TEMPLATES, Fitting, fitting
from game.paper.options import PaperOptions
from game.paper.own_direction import in_own_direction
from game.system import atomic
from game.system.errors import Sentence, Trouble, reason
from game.system.language import LANGUAGES, N_
from game.system.memory import give_back
from game.system.scratch import scratch_folder

SIZE_NAMES = {"a4": "a4", "letter": "us-letter"}
PAGE = re.compile(rb"/Type/Page\b")  # as typst writes each page of a PDF; a template cannot ask how many there are
FORGOTTEN = 11  # compiles after which typst lets go of what none of them has needed
UNPRINTED = N_("No font here has {signs}: '{instead}' is printed in its place.")


class Sheet(Struct, frozen=True):
    """A paper before it is printed: its template's stem, words and pictures, and the ISO day that dates the file.

    `shown` is what a screen shows in its place; None: the paper itself.
    """

    template: str
    data: dict[str, Any]
    pictures: dict[str, bytes]
    day: str
    shown: "Sheet | None" = None


class SheetPictures(dict):
    """Picture files by name, each kept once."""

    def add(self, png: bytes, ending: str = "png") -> str:
        """The name under which a template finds this picture."""
        name = f"{sha256(png).hexdigest()[:20]}.{ending}"
        self[name] = png
        return name


def paper_name(paper: str) -> str:
    """The template's word for "a4" or "letter". Raises Trouble."""
    if paper not in SIZE_NAMES:
        raise Trouble("There is no paper called '{paper}'. Write a4 or letter.", paper=paper)
    return SIZE_NAMES[paper]


def basics(options: PaperOptions) -> dict[str, Any]:
    """What every template needs: the paper, its language, and whether this is read from the right. Raises Trouble."""
    spoken = LANGUAGES[options.language]
    there = {"language": spoken.code, "mirrored": spoken.rtl, "joined": spoken.joined}
    return {"paper": paper_name(options.paper), **there}


def one_line(words: str) -> str:
    """The words in one line: signs that cannot be seen become spaces, and spaces beside each other one."""
    if words.isprintable():  # as most are
        return " ".join(words.split())
    return " ".join("".join(" " if category(sign) in ("Cc", "Cs", "Co", "Cn") else sign for sign in words).split())


def pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF/A-2u. Raises Trouble."""
    return _compile(sheet, **SETTING)[0]


def bound(papers: Sequence[bytes], day: str) -> bytes:
    """These PDFs as one, in their order, each page in its own size; `day` is ISO and dates the file. Raises Trouble.

    It is no PDF/A: typst lays no PDF into one.
    """
    names = {f"{number}.pdf": paper for number, paper in enumerate(papers)}
    files = [{"name": name, "pages": len(PAGE.findall(paper))} for name, paper in names.items()]
    return _compile(Sheet("bound", {"language": "en", "files": files}, names, day), format="pdf")[0]


def pngs(sheet: Sheet, ppi: float) -> list[bytes]:
    """The pages as they look, `ppi` pixels to an inch. Raises Trouble."""
    return _compile(sheet, format="png", ppi=ppi)


def _compile(sheet: Sheet, **how: Any) -> list[bytes]:
    import typst  # only where a paper is made

    try:
        with scratch_folder() as folder:
            main = _spread_out(sheet, folder)
            fit = _fitting(sheet)
            data = in_own_direction(fit.replaced(sheet.data))
            inputs = {"data": msgspec.json.encode(data).decode()}
            day = datetime.fromisoformat(sheet.day).replace(tzinfo=UTC)
            made = typst.Compiler(main, root=folder, sys_inputs=inputs, **fit.fonts).compile(timestamp=day, **how)
    except typst.TypstError as error:
        raise Trouble("The paper could not be made: {why}", why=one_line(str(error))) from error
    except OSError as error:
        raise Trouble("The paper could not be made: {why}.", why=reason(error)) from error
    return made if isinstance(made, list) else [made or b""]


def unprinted(sheet: Sheet) -> Sentence | str:
    """The sentence about signs of its words that stand otherwise on the paper; "" where none does."""
    import typst

    try:
        signs = _fitting(sheet).missing
    except (typst.TypstError, OSError):  # making the paper tells of it
        return ""
    return Sentence(UNPRINTED, signs=" ".join(signs), instead=IN_ITS_PLACE) if signs else ""


def _fitting(sheet: Sheet) -> Fitting:
    return fitting("\n".join(_words(sheet.data)), sheet.data["language"])


def forget() -> None:
    """Let go of what typst keeps for the next paper, such as each picture at its full size: it may be 200 MB.

    It cannot be told to (https://github.com/messense/typst-py/issues/104), but it forgets what is not used for long.
    """
    if "typst" not in sys.modules:
        return
    import typst

    fitting.cache_clear()  # it holds words that were typed for one print
    with suppress(typst.TypstError, OSError), scratch_folder() as folder:
        empty = folder / "empty.typ"
        empty.touch()
        press = typst.Compiler(empty, root=folder, ignore_system_fonts=True)
        for _ in range(FORGOTTEN):
            press.compile(format="svg")
    give_back()


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


def print_to(out: Path, sheet: Sheet) -> Sentence | str:
    """Save the sheet as PDF; gives what `unprinted` says of it. Raises Trouble."""
    save(out, pdf(sheet))
    return unprinted(sheet)


def check_place(out: Path) -> None:
    """Raises Trouble where no paper can be saved, before it is made."""
    if out.is_dir() or not out.parent.is_dir():
        raise _not_saved(out, OSError())


def save(out: Path, paper: bytes) -> None:
    """Write the paper whole or not at all, for its owner only. Raises Trouble."""
    try:
        atomic.write(out, paper)
    except OSError as error:
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
