"""Fonts for the words of a paper: which have every sign of them, and which signs no font here has.

Only our own fonts and those inside typst are used, so that a paper looks the same everywhere; for other scripts
pygame_gui's help, and then the system's. typst itself says what a font has: this file knows typst and no paper.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unicodedata import category

import msgspec
from msgspec import Struct

from game.system.paths import ASSETS
from game.system.scratch import scratch_folder

TEMPLATES, FONTS = ASSETS / "paper", ASSETS / "fonts"
SETTING = {"format": "pdf", "pdf_standards": "a-2u"}  # the only one that tells of a sign without a font
NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
IN_ITS_PLACE = "?"  # is printed for a sign without a font
_printed: dict[str, set[str]] = {}  # by language, the signs that our own fonts were seen to have
KEPT = 32  # texts whose fonts are known for the next time: a paper is shown, saved and printed


class Fitting(Struct, frozen=True):
    """The fonts to print some words with, and the signs that none of them has."""

    fonts: dict[str, Any]
    missing: tuple[str, ...]

    def replaced(self, data: Any) -> Any:
        """The same data with another sign in the place of each that is missing."""
        if isinstance(data, str):
            return _without(data, self.missing)
        if isinstance(data, dict):
            return {key: self.replaced(value) for key, value in data.items()}
        return [self.replaced(value) for value in data] if isinstance(data, list | tuple) else data


@lru_cache(KEPT)
def fitting(words: str, language: str) -> Fitting:
    """What these words in this language are printed with. Raises TypstError, and OSError from the disk."""
    import typst

    ours, signs = _fonts()[0], set(words)
    if signs <= _printed.get(language, set()):
        return Fitting(ours, ())
    with scratch_folder() as folder:
        for name in ("proof.typ", "shared.typ"):
            (folder / name).write_bytes((TEMPLATES / name).read_bytes())
        data = msgspec.json.encode({"language": language}).decode()
        proof = partial(_proof, partial(typst.Compiler, folder / "proof.typ", root=folder), data)
        *better, last = _fonts()
        missing = (
            _missing(words, partial(proof, last)) if not any(proof(fonts, words) == "" for fonts in better) else ()
        )
        fonts = next((fonts for fonts in better if proof(fonts, _without(words, missing)) == ""), last)
    if fonts == ours and not missing:
        _printed.setdefault(language, set()).update(filter(_stands_alone, signs))
    return Fitting(fonts, missing)


def _stands_alone(sign: str) -> bool:
    """True for a sign that no other one changes: a mark may want another font than the letter that it stands on."""
    return sign.isspace() or category(sign)[0] in "LNPS"


def unprintable(words: str) -> tuple[str, ...]:
    """The signs of these words that no font here has; () where there is none, or nobody can tell."""
    import typst

    with suppress(typst.TypstError, OSError):
        return fitting(words, "en").missing
    return ()


def _proof(press: Callable, data: str, fonts: dict[str, Any], words: str) -> str:
    """A sign of these words that these fonts do not have; "" where they have all. Raises TypstError."""
    import typst

    try:
        press(sys_inputs={"data": data, "words": words}, **fonts).compile(**SETTING)
    except typst.TypstError as error:
        if sign := NO_GLYPH.search(str(error)):
            return sign[1]
        raise
    return ""


def _missing(words: str, proof: Callable[[str], str]) -> tuple[str, ...]:
    """The signs without a font, in the order in which they come: typst tells them one by one."""
    found: list[str] = []
    while sign := proof(_without(words, found)):
        found.append(sign)
    return tuple(found)


def _without(words: str, signs: tuple[str, ...] | list[str]) -> str:
    for sign in signs:
        words = words.replace(sign, IN_ITS_PLACE)
    return words


def _fonts() -> tuple[dict[str, Any], ...]:
    """Our fonts, the desk's too, the system's too."""
    return (
        {"font_paths": [FONTS], "ignore_system_fonts": True},
        {"font_paths": [FONTS, *_fonts_of_the_desk()], "ignore_system_fonts": True},
        {"font_paths": [FONTS, *_fonts_of_the_desk()], "ignore_system_fonts": False},
    )


def _fonts_of_the_desk() -> list[Path]:
    """What pygame_gui brings for Chinese, Japanese, Korean and Georgian, as open fonts."""
    found = find_spec("pygame_gui")
    folders = found.submodule_search_locations if found else None
    return [Path(folder) / "data" for folder in folders or ()]
