"""Taking a traveller's record away for good, whatever happens meanwhile, and all that must go with it.

This file knows folders and the store. What is being removed is first renamed: from then on no list shows it.
"""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from msgspec import Struct

from game.core.same import keep_nothing
from game.records import exported, journal_reader, own_words, personal_pictures
from game.records.exported import Exported
from game.records.store import COMING, GONE, ID, NOT_HERE, PAPERS, Store
from game.system.errors import Trouble, reason
from game.system.language import N_
from game.system.record_folder import RecordFolder
from game.system.scratch import sweep


class Deletion(Struct, frozen=True):
    """What goes with a traveller that is deleted: so many visits, from the first ISO day to the last ("": unreadable).

    `papers` names what is kept in the traveller's own folder; a paper saved elsewhere stays where it is. `personal`
    counts the pictures that were for this traveller alone. An export holds all of this but the private page;
    `exported` says when there was one.
    """

    visits: int
    first: str
    last: str
    own_words: bool
    private_page: bool
    papers: tuple[str, ...]
    personal: int = 0
    exported: Exported = Exported()


def what_goes(store: Store, id: str) -> Deletion:
    """What `delete` would take away, for the one question before it. Raises Trouble."""
    folder, journals = _folder(store, id), store.journals(id).values()
    days = [day for path in journals if (day := journal_reader.begun_on(path))]
    kept = filter(folder.is_file, (*folder.names(f"{PAPERS}/**/*"), *folder.names("summary.*")))
    papers = tuple(dict.fromkeys(Path(name).stem for name in kept))
    first, last = min(days, default=""), max(days, default="")
    private = bool(own_words.read(folder.path).private)
    personal = len(personal_pictures.names(store, id))
    own = own_words.exist(folder.path)
    return Deletion(len(journals), first, last, own, private, papers, personal, exported.read(store, id))


def delete(store: Store, id: str) -> None:
    """Everything of this traveller, for good: from the first step on no list shows it. Raises Trouble.

    Where not all can be removed now, `finish` goes on with it at the next start.
    """
    folder = _folder(store, id)
    try:
        with store.exclusively(id):
            if os.name == "nt":  # Windows renames no folder in which a file is open
                store.let_go(id)
            gone = _hidden(store)
            folder.rename(gone)
    except OSError as error:
        raise Trouble(N_("{folder} cannot be deleted: {why}."), folder=folder.path, why=reason(error)) from error
    discard(RecordFolder(store.pictures_folder))  # while `gone` is there, the next start knows that this must be done
    discard(RecordFolder(gone))
    store.forget()
    keep_nothing()


def leave_no_trace(store: Store, id: str) -> None:
    """Of somebody who never woke the companion nothing stays, such as a picture in the envelope."""
    folder = store.folder_of(id)
    if folder.is_there() and not store.journals(id):
        store.let_go(id)
        discard(folder)


def finish(store: Store) -> None:
    """Remove what an end of the program in the middle of a deletion, or of bringing a traveller here, has left."""
    sweep(COMING, store.travellers_folder)
    gone = sorted(store.travellers_folder.glob(f"{GONE}*"))
    for path in (store.pictures_folder, *gone) if gone else ():
        try:
            discard(RecordFolder(path))
        except Trouble as trouble:
            store.tell([trouble.sentence])
    with suppress(Trouble):  # a folder that cannot be read is told where somebody looks into it
        for id in store.ids():
            _remove_orphan(store, id)


def _remove_orphan(store: Store, id: str) -> None:
    """What no list shows: of somebody who was deleted, or whose visit was cut off before it began."""
    folder = store.folder_of(id)
    with suppress(OSError, Trouble):  # somebody may be about to begin, here or elsewhere
        if ID.fullmatch(id) and not store.is_locked(id) and not _holds_a_record(folder):
            with store.exclusively(id):
                pass
            discard(folder)


def _holds_a_record(folder: RecordFolder) -> bool:
    """True where there is a journal, a part or a copy of one, or words that somebody has typed. Raises OSError."""
    here = any("visit-" in name or name.startswith("words.") for name in folder.entries())
    return here or bool(folder.names("*/**/*visit-*"))


def _hidden(store: Store) -> Path:
    """A name in the travellers' folder that no list shows, and that nothing has."""
    names = (store.travellers_folder / f"{GONE}{number}" for number in count(1))
    return next(path for path in names if not os.path.lexists(path))


def discard(folder: RecordFolder) -> None:
    """Remove a folder of ours, where it is there, and all that is in it. Raises Trouble."""
    if not os.path.lexists(folder.path):
        return
    try:
        folder.remove_all()
    except FileNotFoundError:  # another process of ours has been quicker
        return
    except OSError as error:
        said = N_("Not everything in {folder} could be removed: {why}. It is tried again at the next start.")
        raise Trouble(said, folder=folder.path, why=reason(error)) from error


def _folder(store: Store, id: str) -> RecordFolder:
    if id not in store.ids():
        raise Trouble(NOT_HERE)
    return store.folder_of(id)
