"""The grown-ups' languages: what the desk says and what stands on papers, by gettext.

This file knows the catalogues in `assets/locale/` and nothing of who asks. A new language is an entry here, in the one
table of all languages, and a catalogue. English stands in the code; what a
catalogue has not falls back to it. A child's screen has no words, so nothing in `child/` uses this.
"""

import gettext
import os
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from game.system.paths import ASSETS

LOCALE = ASSETS / "locale"
DOMAIN = "good-goodbye"


class KeyRows(Struct, frozen=True):
    """What the keyboard on the glass shows: three rows each, as on the keyboards of the language.

    `letters` has at its end what those keyboards have on dead keys; `shifted` () are its capitals. `comma` is on the
    key beside the full stop, `page` on the key that leads back from the signs to the letters.
    """

    letters: tuple[str, str, str]
    signs: tuple[str, str, str]
    shifted: tuple[str, ...] = ()
    comma: str = ","
    page: str = "ABC"


class Language(Struct, frozen=True):
    """A language of the grown-ups: its code, its own name, what Windows calls it, and the keyboard on the glass.

    `rtl`: its lines run from right to left. `joined`: its letters are joined, so that papers never space them out.
    `capitals`: the name of an animal keeps its capital inside a sentence.
    """

    code: str
    name: str
    windows: str
    keys: KeyRows
    rtl: bool = False
    joined: bool = False
    capitals: bool = False


ENGLISH = Language(
    "en",
    "English",
    "English",
    KeyRows(("qwertyuiop", "asdfghjkl'", "zxcvbnm"), ("1234567890", '-/:;()@&"#', "?!'_+=*%")),
)
SPANISH = Language(
    "es",
    "Español",
    "Spanish",
    KeyRows(("qwertyuiopáé", "asdfghjklñíó", "zxcvbnmúü"), ("1234567890", "-/:;()@&«»ºª", "¿?¡!'_+=*%€")),
)
GERMAN = Language(
    "de",
    "Deutsch",
    "German",
    KeyRows(("qwertzuiopü", "asdfghjklöä", "yxcvbnmß"), ("1234567890", "-/:;()@&„“", "?!'_+=*%€")),
    capitals=True,
)
ARABIC = Language(
    "ar",
    "العربية",
    "Arabic",
    KeyRows(
        ("ضصثقفغعهخحجد", "شسيبلاتنمكطذ", "ئءؤرىةوزظأإآ"),
        ("1234567890", "١٢٣٤٥٦٧٨٩٠", '؟!؛:()-/@"'),
        shifted=("ًٌٍَُِّْٰ", "ـ«»<>[]{}", "\u2018\u2019“”…٪"),
        comma="،",
        page="أبج",
    ),
    rtl=True,
    joined=True,
)
LANGUAGES = {language.code: language for language in (ENGLISH, SPANISH, GERMAN, ARABIC)}  # in the order of their keys

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


def small_inside(name: str, _: Translate) -> str:
    """A name as it stands inside a sentence of this language: "moon", in German "Mond"."""
    capital = any(language.capitals and words(language.code) is _ for language in LANGUAGES.values())
    return name if capital else name.lower()


def language_names() -> dict[str, str]:
    """Each language's code, and what it calls itself."""
    return {code: language.name for code, language in LANGUAGES.items()}


def of_the_system() -> str:
    """The code of the system's own language where we have it, else of English."""
    said = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "") or _locale()
    code = said[:2].lower()  # "es_ES.UTF-8"; Windows says "Spanish_Spain"
    by_name = {language.windows.lower(): language.code for language in LANGUAGES.values()}
    code = by_name.get(said.partition("_")[0].lower(), code)
    return code if code in LANGUAGES else ENGLISH.code


def _locale() -> str:
    from locale import getlocale  # only where the environment does not say it: on Windows, and on some a Mac

    return getlocale()[0] or ""
