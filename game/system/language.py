"""The grown-ups' languages: what the desk says and what stands on papers, by gettext.

This file knows the catalogues in `assets/locale/` and nothing of who asks. English stands in the code; what a
catalogue has not falls back to it. A child's screen has no words, so nothing in `child/` uses this.
"""

import gettext
import locale
import os
from collections.abc import Callable
from functools import cache

from game.system.paths import ASSETS

LOCALE = ASSETS / "locale"
DOMAIN = "good-goodbye"
LANGUAGES = {"en": "English", "es": "Español", "de": "Deutsch", "ar": "العربية"}
RIGHT_TO_LEFT = ("ar",)

Translate = Callable[[str], str]


def N_(words: str) -> str:
    """The words as they stand: marks for the catalogues what is translated only later."""
    return words


@cache
def words(language: str) -> Translate:
    """What turns English into this language; itself where there is no catalogue.

    >>> words("en")("Hand over")
    'Hand over'
    """
    found = gettext.translation(DOMAIN, LOCALE, [language], fallback=True).gettext
    return lambda said: found(said) if said else ""  # gettext answers "" with the head of its file


def of_the_system() -> str:
    """The system's own language where we have it, else English."""
    said = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "") or locale.getlocale()[0] or ""
    code = said[:2].lower()  # "es_ES.UTF-8"; Windows says "Spanish_Spain"
    by_name = {"spanish": "es", "german": "de", "arabic": "ar"}
    code = by_name.get(said.partition("_")[0].lower(), code)
    return code if code in LANGUAGES else "en"
