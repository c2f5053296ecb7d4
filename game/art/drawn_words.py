"""What our drawings say of themselves, by their names: how they answer, what becomes of them, what holds what.

A therapist's pictures say nothing. This file knows SVG by `picture_reader.py` alone; it draws nothing.
"""

from functools import cache
from pathlib import Path

from game.art import picture_reader
from game.art.picture_files import our_names
from game.core.feelings import worn
from game.core.picture import CONTENT
from game.core.picture_answer import PLAIN, PictureAnswer
from game.core.puppet import AWAY, LOOKING, QUIET, Puppet
from game.core.table import PicturePart
from game.system.paths import ASSETS

OF_THE_LAND = ("ground", "landmarks", "places", "waiting")  # the families of which each picture goes over into a scene
# What stands on every page is a piece of each land.
STAND = tuple(f"{control}{foot}" for control in ("rest", "trail", "onward") for foot in ("", "-on-boards"))


class DrawnWords:
    """Of the pictures for which `file` has a drawing and which `is_own` does not call a therapist's."""

    def file(self, name: str) -> Path | None:
        """The file of this name; None where there is none."""
        raise NotImplementedError

    def is_own(self, name: str) -> bool:
        """True for a therapist's own picture."""
        raise NotImplementedError

    def answer(self, art: str) -> PictureAnswer:
        """How the picture of this name answers when it is used: as our drawing says, else as plainly as any."""
        path = self._drawing_of_ours(art)
        return picture_reader.answer(path) if path else PLAIN

    def opened(self, art: str) -> str:
        """The picture that this one is where a place lets it open; "" where it stays as it is."""
        path = self._drawing_of_ours(art)
        return picture_reader.opened_name(path) if path else ""

    def belongs(self, art: str) -> str:
        """Where in a landscape this picture is: "sky"; "" on its ground, as all of a therapist's are."""
        path = self._drawing_of_ours(art)
        return picture_reader.belongs(path) if path else ""

    def body(self, art: str) -> tuple[float, ...]:
        """The ellipse that lies wholly on this picture: its middle, half its width and half its height, in shares of
        the picture's width; () where that is not known."""
        path = self._drawing_of_ours(art)
        return picture_reader.body(path) if path else ()

    def named_parts(self, art: str) -> tuple[PicturePart, ...]:
        """The parts of this picture that papers name; () where it has none."""
        path = self._drawing_of_ours(art)
        return picture_reader.named_parts(path) if path else ()

    def dark(self, art: str) -> str:
        """The picture of this light while nobody has lit it; "" for what is no light."""
        path = self._drawing_of_ours(art)
        return picture_reader.dark_name(path) if path else ""

    def holds(self, name: str) -> picture_reader.Holds | None:
        """Where the landmark of this name holds what was chosen there; None for any other picture."""
        path = self._drawing_of_ours(name)
        return picture_reader.holds(path) if path else None

    def puppet(self, art: str) -> Puppet | None:
        """The companion of this picture as a puppet, for a picture in which it is awake; None for all others."""
        wears = worn(art)
        return _puppet(wears[0] if wears else art.removesuffix(LOOKING))

    def worn_svg(self, art: str) -> str:
        """The drawing of a companion that wears a feeling or is seen from behind, of two that part, or of a picture in
        which a companion is; "" for any other picture.
        """
        from game.art.composed_svg import composed_svg

        return composed_svg(art)

    def quiet(self) -> frozenset[str]:
        """The names of the pictures of ours that have another one for the quiet look."""
        return _quiet()

    def of_the_land(self) -> frozenset[str]:
        """The names of the pictures that are muted with the land in the quiet look, as `NAME-quiet`."""
        return of_the_land()

    def feelings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the pleasant feelings, and of the unpleasant ones."""
        return _feelings()

    def _drawing_of_ours(self, name: str) -> Path | None:
        """The file of our drawing of this name."""
        return None if self.is_own(name) else self.file(name)


@cache
def _feelings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    import yaml

    written = yaml.load((ASSETS / "pictures/feelings/feelings.yaml").read_text("utf-8"), yaml.BaseLoader)
    return tuple(written["pleasant"]), tuple(written["unpleasant"])


@cache
def _quiet() -> frozenset[str]:
    return frozenset(name.removesuffix(QUIET) for name in our_names() if name.endswith(QUIET))


@cache
def of_the_land() -> frozenset[str]:
    """The names of our pictures that are a piece of the land, and have no quiet drawing of their own."""
    of_families = frozenset(name for name, path in our_names().items() if path.parent.name in OF_THE_LAND)
    return of_families.union(STAND) - _quiet()


@cache
def _puppet(name: str) -> Puppet | None:
    from game.art.puppet_reader import PUPPETS, puppet

    path = PUPPETS / f"{name.removesuffix(AWAY)}.svg"
    return puppet(name) if CONTENT.fullmatch(name) is None and path.is_file() else None
