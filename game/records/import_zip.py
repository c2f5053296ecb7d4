"""A traveller that was packed by `export.py` is brought here, or what is new of it.

This file knows the store and journals. The zip may have been changed by anybody: everything in it is looked through in
a hidden folder first, and where anything in it is wrong, nothing comes. No line that is kept here is ever lost.
"""

import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from game.authoring.own_files import PART, LaidActivities, is_laid, lay, looked_through, new_names
from game.core.events import Begun
from game.core.scene import SCENE_WIDTH
from game.paper import everything
from game.play.record import Record, Traveller
from game.play.state import Visit
from game.records import journal_reader, own_words, settings
from game.records.journal_reader import LoadedJournal
from game.records.leaving import redacted, why_broken, without_private
from game.records.store import COMING, ID, Store
from game.records.zip_reader import CHANGED, JOURNAL, read_zip
from game.system.errors import Trouble, reason
from game.system.language import N_
from game.system.record_folder import RecordFolder
from game.system.scratch import scratch_folder

DEEPEST, LARGEST, PLANNED = 100, 4_000, 1_000  # a line's depth, design units of a picture, planned visits
NAMES = ("id", "art", "envelope", "personal", "companion", "cover", "scene", "sign", "vessel")  # a picture is called so
NUMBERS = (int, float)  # of JSON
SIZES = {"width": LARGEST, "height": LARGEST, "radius": LARGEST, "planned": PLANNED}

LATER = N_("'{file}' was saved by a later version of Good Goodbye. Please update the program to bring it here.")
APART = N_(
    "'{file}' and the record here are of the same traveller, but tell visit {number} differently. "
    "Both stay as they are, and nothing was brought here."
)
HERE = N_("Everything in '{file}' is here already.")


class Brought(Struct, frozen=True):
    """Who was brought, and what of the therapist's own activities came along."""

    traveller: Traveller
    laid: LaidActivities = LaidActivities()


def unpack(store: Store, file: Path, activities: Path | None = None) -> Brought:
    """Bring the traveller in this zip here, or what is new in it. Then the activities that go along, into that folder;
    what is there under the same name stays as it is.

    Everything is looked through first. A traveller that is new comes whole or not at all; of one that is here each file
    does, so that the next try goes on where one broke off. Where activities cannot be laid, what is `laid` says so.

    Raises Trouble: a sentence why nothing was brought, also where everything is here already.
    """
    files = read_zip(file)
    try:
        store.make()
        with scratch_folder(COMING, store.travellers_folder) as folder:
            staged = RecordFolder(folder / "record")
            staged.make()
            id = _laid_out(files, staged, file)
            new = _brought(store, id, staged, file)
            laid = _with_activities(store, id, files, activities) if activities else LaidActivities()
    except OSError as error:
        said = N_("'{file}' could not be brought to {folder}: {why}.")
        raise Trouble(said, file=file.name, folder=store.folder, why=reason(error)) from error
    if not (new or laid.more or laid.kept):
        raise Trouble(HERE, file=file.name)
    return Brought(store.traveller(id), laid)


def _with_activities(store: Store, id: str, files: dict[str, bytes], activities: Path) -> LaidActivities:
    """Whatever is new is left unused before it is there: no child meets what nobody here has looked at."""
    own = {name: looked_through(name, data) for name, data in files.items() if PART.fullmatch(name)}
    stops = [tuple(stop.activity for stop in visit.begun.stops) for visit in store.traveller(id).record.visits]
    try:
        if new := new_names(own, activities):
            settings.change(store.folder, lambda now: now.without(*new), activities)
    except Trouble as trouble:
        return LaidActivities(kept=(trouble.sentence,))
    return lay(own, activities, stops)


def is_here(store: Store, id: str, file: Path, activities: Path | None = None) -> bool:
    """True where the record of this id, and this folder, hold all that is in this zip: there is nothing to bring.
    Writes nothing.
    """
    folder, journals = store.folder_of(id), store.journals(id)
    try:
        files = read_zip(file)
        own = [name for name in files if PART.fullmatch(name)]
        rest = ((name, data) for name, data in files.items() if name not in own)
        laid = all(is_laid(name, activities) for name in own) if activities else True
        return laid and all(_is_in(folder, journals, name, data) for name, data in rest)
    except (OSError, ValueError, Trouble):  # such a zip is offered: whoever brings it reads what is wrong with it
        return False


def _is_in(folder: RecordFolder, journals: dict[int, Path], name: str, data: bytes) -> bool:
    """True where this file of a zip adds nothing to the record in the folder. Raises OSError, ValueError, Trouble."""
    if number := JOURNAL.fullmatch(name):
        ours = folder.read(journals[int(number[1])].name) if int(number[1]) in journals else b""
        return b"".join(map(redacted, ours.splitlines(keepends=True))).startswith(data)
    if name == own_words.FILE:
        here = own_words.read(folder.path)
        return not here.trouble and own_words.merged(here, own_words.decode(data)) == here
    return folder.is_file(name) and not why_broken(folder, name)  # what is in a picture is in its name


def _laid_out(files: dict[str, bytes], staged: RecordFolder, file: Path) -> str:
    """All files in the hidden folder, each looked through; whose they are. Raises Trouble, OSError."""
    visits = []
    for name, data in sorted(files.items()):
        try:
            visits += _laid(name, data, staged)
        except journal_reader.TooNew:
            raise Trouble(LATER, file=file.name) from None
        except (ValueError, Trouble):
            raise Trouble(CHANGED, file=file.name, name=name) from None
    id, *others = {visit.begun.traveller for visit in visits}
    if others or not _can_be_told(Traveller(id, Record(tuple(visits)))):
        raise Trouble(CHANGED, file=file.name, name=min(files, key=lambda name: not JOURNAL.fullmatch(name)))
    return id


def _laid(name: str, data: bytes, staged: RecordFolder) -> list[Visit]:
    """The file in the hidden folder; the visit that it tells, where it is a journal. Raises ValueError, Trouble,
    OSError.
    """
    if JOURNAL.fullmatch(name):
        visit = _looked_through(name, data, staged).visit
        if visit is None:
            raise ValueError(name)
        return [visit]
    if PART.fullmatch(name):
        _checked(name, data)
    elif name == own_words.FILE:
        staged.replace(name, own_words.encode(without_private(own_words.decode(data))))
    else:
        staged.replace(name, _safe(name, data))
    return []


def _checked(name: str, data: bytes) -> None:
    """Raises ValueError where this cannot be laid among the activities."""
    from game.art.sanitize import PictureRefused

    try:
        looked_through(name, data)
    except PictureRefused as refused:
        raise ValueError(refused.sentence) from None


def _looked_through(name: str, data: bytes, staged: RecordFolder) -> LoadedJournal:
    """The journal in its place, and what it holds. Raises ValueError where it is not one that we have written."""
    staged.replace(name, data)
    kept = journal_reader.look(staged.path / name)
    begun, number = [event for event in kept.events if isinstance(event, Begun)], int(Path(name).stem[-4:])
    if len(begun) != 1 or not ID.fullmatch(begun[0].traveller) or begun[0].number != number:
        raise ValueError("not a visit of ours")
    if date.fromisoformat(begun[0].day).isoformat() != begun[0].day:
        raise ValueError("not a day")
    for line in kept.text.splitlines():
        _no_harm(msgspec.json.decode(line))
    return kept


def _no_harm(value: Any, key: str = "", depth: int = 0) -> None:
    """Raises ValueError where something would be drawn too deep or too large, or a picture's name is a path."""
    if depth > DEEPEST:
        raise ValueError("too deep")
    if isinstance(value, NUMBERS):  # first, since a drawing has thousands
        if abs(value) > SIZES.get(key, 1e9):
            raise ValueError("too large")
    elif isinstance(value, dict):
        for name, part in value.items():
            _no_harm(part, name, depth + 1)
    elif isinstance(value, list):
        for part in value:
            _no_harm(part, key, depth + 1)
    elif isinstance(value, str) and key in NAMES and re.search(r"[/\\\0]|^\.", value):
        raise ValueError("a path for a picture")


def _can_be_told(traveller: Traveller) -> bool:
    """True where it can be told in words: whoever looks at the list of travellers must not stumble over it."""
    try:
        return bool(everything.text(traveller))
    except Exception:  # a changed journal can make anything raise anything
        return False


def _safe(name: str, data: bytes) -> bytes:
    """A picture from an envelope, made safe once more. Raises ValueError."""
    from game.art.sanitize import PictureRefused, png

    try:
        return png(Path(name), data, SCENE_WIDTH)  # as large as a kept scene is
    except PictureRefused as refused:
        raise ValueError(refused.sentence) from None


def _brought(store: Store, id: str, staged: RecordFolder, file: Path) -> bool:
    """From the hidden folder to its place; True where anything of it is new here. Raises Trouble, OSError."""
    here = store.folder_of(id)
    if not here.is_there():
        staged.rename(here.path)
        return True
    with store.exclusively(id):
        grown = _grown(here, store.journals(id), staged, file)
        if staged.is_file(own_words.FILE):
            grown |= _with_words(here, staged)
        for name, data in grown.items():
            if name.endswith(".jsonl") and here.is_file(name) and journal_reader.look(here.path / name).rest:
                here.copy_aside(name)
            here.replace(name, data)
        return bool(grown)


def _grown(here: RecordFolder, journals: dict[int, Path], staged: RecordFolder, file: Path) -> dict[str, bytes]:
    """The journals that are new or longer than here, the pictures that are new or broken here. Raises Trouble where
    both went on.
    """
    grown: dict[str, bytes] = {}
    for name in staged.names("**/*.png"):
        if not here.is_file(name) or why_broken(here, name):
            grown[name] = staged.read(name)
    for name in staged.names("visit-*.jsonl"):
        number = int(Path(name).stem[-4:])
        ours = journals.get(number, here.path / name)
        if not here.is_file(ours.name):
            grown[ours.name] = staged.read(name)
            continue
        lines = journal_reader.look(ours).text
        both = _both(lines, journal_reader.look(staged.path / name).text)
        if both is None:
            raise Trouble(APART, file=file.name, number=number)
        grown |= {ours.name: both} if both != lines else {}
    return grown


def _both(ours: bytes, theirs: bytes) -> bytes | None:
    """Our lines and the later ones of theirs; None where one does not go on from the other."""
    here, there = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    if any(redacted(a) != redacted(b) for a, b in zip(here, there, strict=False)):
        return None
    return b"".join((*here, *there[len(here) :]))


def _with_words(folder: RecordFolder, staged: RecordFolder) -> dict[str, bytes]:
    """The file with the therapist's words of both, where theirs has any that ours has not. Raises Trouble."""
    here = own_words.read(folder.path)
    if here.trouble:
        raise Trouble(here.trouble)
    both = own_words.merged(here, own_words.read(staged.path))
    return {own_words.FILE: own_words.encode(both)} if both != here else {}
