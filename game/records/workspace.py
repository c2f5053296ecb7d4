"""Library and renderer put together: which folders are looked into, and whose drawings are kept where.

Ours are painted into the system's cache folder, once for all; a therapist's own pictures lie with the records, and
what is drawn of one child's things lies in that child's folder, so that it goes when the child is deleted. This file
knows folders; it knows no visit and no screen.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.art.library import Library
from game.art.picture_files import OWN_PICTURES
from game.records.store import CACHE, Store
from game.system.paths import cache_folder

if TYPE_CHECKING:  # the renderer is imported only where something is drawn
    from game.art.renderer import Draw, Renderer


class Workspace:
    """The pictures for these activities and these records. `draw` is what renderers draw with."""

    def __init__(self, store: Store, activities: Path, draw: "Draw"):
        self.store, self.activities, self.draw = store, activities, draw

    def library(self, id: str = "", keeps: bool = False) -> Library:
        """All pictures, with those that the traveller of this id was given or alone may be; "" is nobody.

        `keeps`: a picture of the therapist's that is laid out is kept with the traveller.
        """
        record = self.store.folder_of(id) if id else None
        give = partial(self.store.keep_given, id) if keeps else None
        return Library(self.activities / OWN_PICTURES, self.store.pictures_folder, record, give)

    def renderer(self, id: str = "", library: Library | None = None) -> "Renderer":
        """Who draws for this traveller, or for nobody; what is a child's own is kept in the child's folder."""
        from game.art.renderer import Renderer

        private = self.store.travellers_folder / id / CACHE if id else self.store.pictures_folder
        return Renderer(library or self.library(id), cache_folder(), private, self.draw)
