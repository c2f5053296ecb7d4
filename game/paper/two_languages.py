"""Two languages on one paper: the first large, the second small beneath each of its words.

This file knows languages and no paper.
"""

from collections.abc import Callable
from typing import Any

from game.paper.options import PaperOptions
from game.system.language import LANGUAGES

InLanguage = Callable[[str], dict[str, Any]]


def in_both(options: PaperOptions, said: InLanguage) -> dict[str, Any]:
    """What `said` gives a template of its words in the first language, and as `second` the same in the second; None
    where one is wanted."""
    other = options.second if options.second != options.language else ""
    return said(options.language) | {"second": _second(other, said) if other else None}


def _second(language: str, said: InLanguage) -> dict[str, Any]:
    spoken = LANGUAGES[language]
    return said(language) | {"language": spoken.code, "mirrored": spoken.rtl, "joined": spoken.joined}
