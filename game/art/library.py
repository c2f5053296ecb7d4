"""Which pictures and scenes there are, by name: ours, and a therapist's own.

This file knows folders. It draws nothing; only a scene that is asked for is read, only a therapist's picture that is
asked for is opened. No pygame, no Pillow.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from unicodedata import normalize

from game.art import picture_reader
from game.art.drawn_words import STAND, DrawnWords, of_the_land
from game.art.muted import LAND, PAPER, muted
from game.art.own_scenes import OwnScenes
from game.art.picture_files import inside, is_on_offer, is_picture, name_of_file, our_names, ours_on_offer
from game.art.picture_labels import LABELS, QUIET_LABELS, name_in_words
from game.core.company import company
from game.core.feelings import worn
from game.core.partings import parted
from game.core.picture import CONTENT
from game.core.puppet import QUIET
from game.system.errors import Sentence, Trouble, reason
from game.system.language import N_
from game.system.paths import GIVEN, PERSONAL
from game.system.record_folder import RecordFolder
from game.system.scratch import scratch_folder

FEELINGS = "feelings"  # the family of feelings, and of companions that wear them
OWN = "own"  # the family of a therapist's own pictures

NOT_KEPT = N_(
    "A picture of your own cannot be kept with this child's record: {why}. It is tried again while the visit goes on."
)
Give = Callable[[str, bytes], None]  # a name by content, and the PNG


class Library(OwnScenes, DrawnWords):
    """Our pictures and scenes, and those in the folder `own`, which may be missing. Folders are listed once.

    Where a picture of the therapist's has the name of one that we offer, ours is shown; what the program lays out by
    itself takes no name away. `private` is where a therapist's pictures are kept as safe PNGs; without it, in a folder
    that goes with the Library. `record` is the folder of one traveller, with the pictures that it was given and those
    for it alone, by their content; `give` lays a PNG there, and may raise OSError or Trouble. `trouble` is "" or the
    sentence that a picture could not be laid with the traveller.
    """

    def __init__(
        self,
        own: Path | None = None,
        private: Path | None = None,
        record: RecordFolder | None = None,
        give: Give | None = None,
    ):
        self.own, self.private, self._record, self._give = own, private, record, give
        self.trouble = ""
        self._looked_at: dict[str, Path | Sentence] = {}
        self._there: set[str] = set()
        self._waiting: dict[str, None] = {}

    def read(self, name: str) -> str | bytes | None:
        """The picture of this name, ready to show: our SVG, or a safe PNG of the therapist's own.

        None where there is none, or where the therapist's cannot be used. The first time takes a moment.
        """
        if (by_content := self.by_content(name)) is not None:
            return by_content
        found = self._safe(name) if self.is_own(name) else self.file(name)
        if not isinstance(found, Path):
            return None
        if found.suffix != ".svg":
            return found.read_bytes()
        drawing = found.read_text("utf-8")
        return drawing if name in self._all else muted(drawing, PAPER if found.stem in STAND else LAND)

    def by_content(self, name: str) -> bytes | None:
        """The PNG that this traveller was or may be given, else one that was made safe on this computer."""
        if not CONTENT.fullmatch(name):  # a journal may be anybody's
            return None
        if record := self._record:
            for folder in (GIVEN, PERSONAL):
                with suppress(OSError):
                    return record.read(f"{folder}/{name}.png")
        with suppress(OSError):
            return (self.folder / f"{name}.png").read_bytes()
        return None

    def art(self, name: str) -> str:
        """How a record names this picture: by its content where it is the therapist's own, else as it is called.

        So a record stays as it was when the file is changed, renamed or removed. The first time takes a moment.
        """
        found = self._safe(name) if self._offers_theirs(name) else name
        return found.stem if isinstance(found, Path) else name

    def keep(self, names: Iterable[str]) -> None:
        """Of these pictures, those named by content lie with the traveller when this returns. Never raises.

        What cannot be laid there now is tried again the next time.
        """
        if self._give:
            self._waiting |= {name: None for name in names if CONTENT.fullmatch(name) and name not in self._there}
        try:
            for name in tuple(self._waiting):
                self._lay_with_traveller(name)
        except (OSError, Trouble) as error:
            self.trouble = Sentence(NOT_KEPT, why=reason(error) if isinstance(error, OSError) else error.sentence)
        else:
            self.trouble = ""

    def _lay_with_traveller(self, name: str) -> None:
        lies_there = self._record is not None and self._record.is_file(f"{GIVEN}/{name}.png")
        if self._give and not lies_there and (png := self.by_content(name)) is not None:
            self._give(name, png)
        self._there.add(name)
        del self._waiting[name]

    def file(self, name: str) -> Path | None:
        """The file as it lies in its folder, not looked into; None where there is none. What is muted with the land has
        that of the picture itself.
        """
        base = name.removesuffix(QUIET)
        return self._all.get(normalize("NFC", name)) or (our_names()[base] if base in of_the_land() else None)

    def is_own(self, name: str) -> bool:
        """True for a therapist's own picture."""
        return self.family(name) == OWN

    def broken(self, name: str) -> Sentence | None:
        """The sentence why the therapist's own picture cannot be used; None where it can, and for all of ours."""
        found = self._safe(name) if self._offers_theirs(name) else None
        return found if isinstance(found, Sentence) else None

    def names(self) -> tuple[str, ...]:
        """The pictures that an activity may use; what the program lays out by itself is not among them."""
        return tuple(self._on_offer)

    def families(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        """The names by family, a therapist's own first: on offer to activities, and laid out by the program itself."""
        return self._families

    def _by_family(self, files: dict[str, Path]) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {OWN: []}
        for name, path in files.items():
            found.setdefault(OWN if path.parent == self.own else path.parent.name, []).append(name)
        return {family: tuple(names) for family, names in found.items() if names}

    def on_offer(self, name: str) -> bool:
        """True where an activity may use the picture of this name."""
        return normalize("NFC", name) in self._on_offer

    def family(self, name: str) -> str:
        """The set that a picture belongs to, OWN for a therapist's; "" where there is no such picture. One of the quiet
        look is of the set of what it is seen for.
        """
        if worn(name):
            return FEELINGS
        two = parted(name) or company(name)
        path = self.file(two[1] if two else name)
        if path is not None and path == our_names().get(path.stem):
            path = our_names().get(path.stem.removesuffix(QUIET), path)
        return "" if path is None else OWN if path.parent == self.own else path.parent.name

    def label(self, name: str) -> str:
        """What papers call it, unless an activity says otherwise: most by the name in words, "Jade stone"."""
        return LABELS.get(name) or name_in_words(name)

    def quiet_label(self, name: str) -> str:
        """The same of what is seen of it in the quiet look."""
        return QUIET_LABELS.get(name) or self.label(name)

    def taken(self) -> tuple[Path, ...]:
        """The therapist's own pictures that have the name of one that we offer; they are not shown."""
        return tuple(path for path in self._own_files if is_picture(path) and name_of_file(path) in ours_on_offer())

    def useless(self, name: str) -> Path | None:
        """A file of this name in the therapist's folder that is no PNG, JPG or SVG; None where there is none."""
        return self._useless.get(normalize("NFC", name))

    def twins(self, name: str) -> tuple[Path, ...]:
        """The therapist's own pictures of this name, where there are several."""
        found = [path for path in self._own_files if name_of_file(path) == normalize("NFC", name) and is_picture(path)]
        return tuple(found) if len(found) > 1 else ()

    def shape(self, art: str) -> float:
        """How wide a therapist's own picture is for its height, by its content; 0 for all of ours."""
        data = self.by_content(art)
        return picture_reader.png_shape(data) if data else 0

    def _safe(self, name: str) -> Path | Sentence:
        """The safe PNG, or the sentence why there is none."""
        from game.art.sanitize import PictureRefused, safe_png

        before = self._looked_at.get(name)
        if before is None or (isinstance(before, Path) and not before.exists()):  # a deletion empties the cache
            try:
                self._looked_at[name] = safe_png(self._theirs[normalize("NFC", name)], self.folder)
            except PictureRefused as refused:
                self._looked_at[name] = refused.sentence
            except OSError as error:
                self._looked_at[name] = Sentence("'{name}' cannot be made ready: {why}.", name=name, why=reason(error))
        return self._looked_at[name]

    @cached_property
    def folder(self) -> Path:
        """Where own pictures are kept once they were made safe."""
        if self.private:
            return self.private
        self._passing = scratch_folder()  # it goes with the library; what is left where that is killed is swept away
        return self._passing.__enter__()

    def _offers_theirs(self, name: str) -> bool:
        """True where an activity that names this picture means the therapist's own."""
        path = self._on_offer.get(normalize("NFC", name))
        return path is not None and path.parent == self.own

    @cached_property
    def _theirs(self) -> dict[str, Path]:
        return {name_of_file(path): path for path in self._own_files if is_picture(path)}

    @cached_property
    def _all(self) -> dict[str, Path]:
        return self._theirs | our_names()

    @cached_property
    def _on_offer(self) -> dict[str, Path]:
        theirs = {name: path for name, path in self._theirs.items() if is_on_offer(name, path)}
        return theirs | ours_on_offer()

    @cached_property
    def _families(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        others = {name: path for name, path in self._all.items() if not is_on_offer(name, path)}
        return self._by_family(self._on_offer), self._by_family(others)

    @cached_property
    def _own_files(self) -> list[Path]:
        return inside(self.own) if self.own else []

    @cached_property
    def _useless(self) -> dict[str, Path]:
        return {name_of_file(path): path for path in self._own_files if not is_picture(path)}
