"""A traveller in one zip, to be kept elsewhere or brought to another computer; `import_zip.py` brings it back.

This file knows the store, journals and zips. It packs the journals as they are, all that was chosen as a page for any
browser and a line that says what it is, the therapist's own words, pictures and activities; nothing that was typed for
one print, no place on this computer, no time of day.
"""

import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from html import escape
from io import BytesIO
from pathlib import Path

from msgspec.structs import replace

from game.authoring.own_files import OwnFiles
from game.core.own_words import OwnWords
from game.paper import everything
from game.paper.everything import OWN_WORDS
from game.play.record import Traveller
from game.play.typed_labels import labelled
from game.records import journal_reader, own_words
from game.records.leaving import redacted, why_broken, without_private
from game.records.store import Store
from game.records.zip_reader import PICTURE
from game.system import atomic
from game.system.errors import Sentence, Trouble, reason
from game.system.language import LANGUAGES, N_, Translate, words
from game.system.paths import GIVEN, PERSONAL, safe_file_name
from game.system.record_folder import RecordFolder

Tell = Callable[[Iterable[str]], None]

WORDS_STAY = N_("Your own words are not in it. {why}")
VISIT_STAYS = N_("Visit {number} is not in it: nothing of its file can be read.")
PAGE, README = "summary.html", "README.txt"
STYLE = (
    "body{margin:2em auto;max-width:44em;padding:0 1em;font:18px/1.5 system-ui,sans-serif;color:#2b2140;"
    "background:#fbf6ec}pre{font:inherit;white-space:pre-wrap}section{margin-top:2em;border-top:2px solid #c9bfae}"
)


def file_name(traveller: Traveller) -> str:
    """What the zip is called: the picture pair and the day it began, such as "fox-moon-2026-11-20.zip"."""
    return f"{safe_file_name(traveller.name)}-{traveller.since}.zip"


def pack(
    store: Store, id: str, out: Path, language: str = "en", activities: Path | None = None, tell: Tell | None = None
) -> Path:
    """Save the traveller as a zip, whole or not at all: at `out`, or in it where it is a folder. Raises Trouble.

    The therapist's words and letter go along, never the private page; so does every picture of the therapist's that
    was laid out, lay in an envelope, or is for this traveller alone. Of the folder of `activities` go those of the
    therapist's own that a visit has used, with what they need. What is broken stays here, since with it nothing of the
    zip could be brought anywhere: `tell` is given the sentences, else they are among the store's troubles.
    """
    tell = tell or store.tell
    traveller, folder = store.traveller(id), store.folder_of(id)
    if not traveller.record.visits:
        raise Trouble(N_("There is nothing of this traveller to be saved yet."))
    out = out / file_name(traveller) if out.is_dir() else out
    try:
        journals = store.journals(id)
        files = dict(_files(traveller, folder, journals, language, tell)) | dict(_pictures(folder, tell))
        files |= dict(_own_activities(traveller, activities, tell)) if activities else {}
        atomic.write(out, _zipped(files))
    except OSError as error:
        raise Trouble(N_("'{file}' could not be saved: {why}."), file=out, why=reason(error)) from error
    return out


def _files(
    traveller: Traveller, folder: RecordFolder, journals: dict[int, Path], language: str, tell: Tell
) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of what goes into the zip."""
    kept = own_words.read(folder.path)
    tell([Sentence(WORDS_STAY, why=kept.trouble)] if kept.trouble else [])
    own = without_private(kept)
    yield README, _readme(traveller, words(language)).encode()
    yield PAGE, html_page(traveller, own, language).encode()
    for number, path in journals.items():
        if journal_reader.look(path).visit:
            lines = folder.read(path.name).splitlines(keepends=True)
            yield f"visit-{number:04}.jsonl", b"".join(map(redacted, lines))
        else:
            tell([Sentence(VISIT_STAYS, number=number)])
    if own != OwnWords():
        yield own_words.FILE, own_words.encode(own)


def _pictures(folder: RecordFolder, tell: Tell) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the therapist's pictures."""
    for name in filter(PICTURE.fullmatch, (*folder.names(f"{GIVEN}/*.png"), *folder.names(f"{PERSONAL}/*.png"))):
        if why := why_broken(folder, name):
            tell([why])
        else:
            yield name, folder.read(name)


def _own_activities(traveller: Traveller, activities: Path, tell: Tell) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of what goes along of the folder of activities; of what cannot, that is told."""
    from game.art.sanitize import PictureRefused

    visits = traveller.record.visits
    opened = (name for visit in visits for name in (*visit.opened, *(page.activity for page in visit.pages or ())))
    own = OwnFiles(activities, dict.fromkeys(opened))
    tell(own.left_here())
    for name, read in own.files():
        try:
            yield name, read()
        except PictureRefused as refused:
            tell([refused.sentence])


def _zipped(files: dict[str, bytes]) -> bytes:
    """The same files make the same zip, on any day and any computer."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o600) << 16
            parcel.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _readme(traveller: Traveller, _: Translate) -> str:
    said = N_(
        "{page} tells what {name} chose, in words; open it in any browser. The other files are for Good Goodbye: "
        "bring this zip there on another computer, and the record goes on."
    )
    return _(said).format(page=PAGE, name=traveller.name) + "\n"


def html_page(traveller: Traveller, own: OwnWords, language: str) -> str:
    """All that was chosen as one page for any browser: words only, nothing that runs, nothing that leads anywhere."""
    told = everything.text(replace(labelled(traveller, own.pictures), people=own.people), language)
    way = "rtl" if LANGUAGES[language].rtl else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{way}"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(traveller.name)}</title><style>{STYLE}</style></head><body>\n"
        f'<pre dir="auto">{escape(told)}</pre>\n{_own_section(own, words(language))}</body></html>\n'
    )


def _own_section(own: OwnWords, _: Translate) -> str:
    """The therapist's own words, visibly apart."""
    said = [(_("Visit {number}").format(number=number), text) for number, text in sorted(own.visits.items())]
    said += [(_("Letter"), letter) for letter in (own.letter, own.letter_beneath) if letter]
    parts = "".join(f'<h2>{escape(title)}</h2><pre dir="auto">{escape(text)}</pre>' for title, text in said)
    return f"<section><h1>{escape(_(OWN_WORDS))}</h1>{parts}</section>\n" if parts else ""
