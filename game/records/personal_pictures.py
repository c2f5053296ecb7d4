"""Pictures for one traveller alone: a grown-up brings them into its record, its activities can offer them, and with the
record they go.

This file knows one folder in a traveller's folder; what a picture shows is typed among the own words, and in no
journal. What was laid out for the child is kept among the record's pictures besides (`Library.keep`), so that the
record stays as it was when one is taken away here.
"""

from pathlib import Path

from msgspec.structs import replace

from game.art.picture_files import is_picture
from game.core.picture import CONTENT
from game.records import own_words
from game.records.store import CACHE, Store
from game.system.errors import Trouble, reason
from game.system.language import N_
from game.system.paths import PERSONAL

MOST = 12  # of one traveller: so many can be seen side by side at the desk
FULL = N_("There are {most} pictures for this child alone already. Take one away first.")


def names(store: Store, id: str) -> tuple[str, ...]:
    """How they are called by their content; () where there are none."""
    found = (Path(name).stem for name in store.folder_of(id).names(f"{PERSONAL}/*.png"))
    return tuple(name for name in found if CONTENT.fullmatch(name))


def add(store: Store, id: str, file: Path) -> None:
    """The picture lies with this traveller when this returns, made safe and without its file's name. Raises Trouble."""
    if not is_picture(file):
        raise Trouble("'{file}' is no picture. Choose a PNG, a JPG or an SVG.", file=file.name)
    from game.art.sanitize import PictureRefused, safe_copy

    try:
        name, png = safe_copy(file)
        if len({*names(store, id), name}) > MOST:
            raise Trouble(FULL, most=MOST)
        store.folder_of(id).replace(f"{PERSONAL}/{name}.png", png)
    except PictureRefused as refused:
        raise Trouble(refused.sentence) from None
    except OSError as error:
        raise Trouble("'{file}' cannot be copied: {why}.", file=file.name, why=reason(error)) from error


def remove(store: Store, id: str, name: str) -> None:
    """The picture is offered no more, and nothing that the desk has painted of it, or somebody typed, is left. Raises
    Trouble.
    """
    folder = store.folder_of(id)
    own = own_words.read(folder.path)
    if name in own.pictures:
        own_words.keep(folder.path, replace(own, pictures={n: said for n, said in own.pictures.items() if n != name}))
    try:
        for file in (f"{PERSONAL}/{name}.png", *folder.names(f"{CACHE}/*")):
            folder.remove(file)
    except OSError as error:
        raise Trouble(N_("The picture cannot be taken away: {why}."), why=reason(error)) from error
