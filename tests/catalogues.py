"""The catalogues of the grown-ups' languages: what must be translated, and `python -m tests.catalogues`, which brings
`assets/locale/` up to date with it.

Words in the code are found by Babel. The shipped workbook's own words, titles and labels, are in the catalogues too,
so that a desk in Spanish is Spanish throughout; a therapist's own activities fall through unchanged.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.art.library import Library
from game.art.picture_labels import name_in_words
from game.authoring.workbook_reader import read_workbook
from game.core.activity import WORDS, fields_of
from game.system.language import DOMAIN, LANGUAGES, LOCALE
from game.system.paths import ACTIVITIES, PROGRAM

KEYWORDS = {"_": None, "N_": None, "Trouble": (1,), "Sentence": (1,), "TooNew": (1,)}
TRANSLATED = tuple(code for code in LANGUAGES if code != "en")
WORKBOOK, PICTURES = "the workbook", "the pictures"


def wanted() -> Catalog:
    """Everything that a catalogue must have, with the places where it stands."""
    catalog = Catalog(project=DOMAIN, charset="utf-8")
    found = extract_from_dir(PROGRAM / "game", keywords=KEYWORDS, comment_tags=("Translators:",))
    for file, line, words, comments, _ in found:
        if words.strip():
            catalog.add(words, locations=[(f"game/{file}", line)], auto_comments=comments)
    for words in filter(None, dict.fromkeys(_of_the_workbook())):
        catalog.add(words, locations=[(WORKBOOK, 1)])
    for words in dict.fromkeys(_of_the_pictures()):
        catalog.add(words, locations=[(PICTURES, 1)])
    return catalog


def _of_the_workbook() -> Iterator[str]:
    """Titles, purposes, labels and sentences for papers of the chapters, sets and activities that we ship."""
    loaded = read_workbook(ACTIVITIES, Library())
    yield from (part.title for part in (*loaded.workbook.chapters, *loaded.workbook.sets))
    for activity in loaded.activities.values():
        yield activity.title
        yield activity.purpose
        for step in activity.steps:
            named = (getattr(step.written, field.name) for field in fields_of(type(step.written)))
            yield from (one.label for some in named if isinstance(some, tuple) for one in some if one.label)
            yield from step.written.of_kind(WORDS)
            yield step.says


def _of_the_pictures() -> Iterator[str]:
    """What papers call our pictures, their names in words, which records of before have, and their families."""
    library = Library()
    yield from map(name_in_words, library.names())
    yield from (library.label(name) for name in library.names())
    yield from (library.quiet_label(name) for name in library.names())
    yield from (library.label(family) for families in library.families() for family in families)


def path(language: str, ending: str) -> Path:
    """Where the catalogue of this language lies, as "po" or "mo"."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def kept(language: str) -> Catalog:
    """The catalogue as it is kept; an empty one where there is none."""
    file = path(language, "po")
    if not file.exists():
        return Catalog(locale=language, project=DOMAIN, charset="utf-8")
    with file.open("rb") as lines:
        return read_po(lines, locale=language)


def renew(language: str) -> Catalog:
    """The kept catalogue with whatever is wanted now; what is not wanted any more goes."""
    now = wanted()
    catalog = kept(language)
    catalog.update(now, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def save(language: str) -> Catalog:
    """Write both files of this language."""
    catalog, folder = renew(language), path(language, "po").parent
    folder.mkdir(parents=True, exist_ok=True)
    with path(language, "po").open("wb") as file:
        write_po(file, catalog, width=110, sort_output=True, omit_header=False, include_lineno=False)
    with path(language, "mo").open("wb") as file:
        write_mo(file, catalog)
    return catalog


if __name__ == "__main__":
    for code in TRANSLATED:
        made = save(code)
        missing = [message.id for message in made if message.id and not message.string]
        print(f"{code}: {len(made)} messages, {len(missing)} without a translation")
