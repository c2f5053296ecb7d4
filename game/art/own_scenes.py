"""A therapist's own scenes among ours: by the name of their file, or by what is in it, as records have them.

What stands in their YAML is read in `authoring/own_scenes.py`, which lays it here. Only the picture of a scene that is
asked for is opened. No pygame.
"""

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct

from game.art.scene_reader import Drawing
from game.art.scenes import Scenes
from game.core.own_scene import OwnScene, answering, road_past
from game.core.scene import Light
from game.core.table import Spot

SCENES = "scenes"  # the folder of own scenes, beside the activities
NONE: Mapping[str, OwnScene] = {}
SAND = (  # where the picture of a scene is no longer there
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000"><rect width="1600" height="1000" fill="#f2e3c6"/>'
    "</svg>"
)


class TornScene(Struct, frozen=True):
    """A scene that cannot be used: the file that has mistakes, and how many there are.

    `places` are the names of its places, () where one of them cannot be read: then nobody knows which there are.
    """

    file: Path
    many: int
    places: tuple[str, ...] = ()


NONE_TORN: Mapping[str, TornScene] = {}


class OwnScenes(Scenes):
    """Our scenes and a therapist's own."""

    own_scenes: Mapping[str, OwnScene] = NONE
    torn_scenes: Mapping[str, TornScene] = NONE_TORN  # by name

    @cached_property
    def _drawings(self) -> dict[str, Drawing]:
        """What was said of the own scenes that were asked for: it is asked with every frame."""
        return {}

    @property
    def folder(self) -> Path:
        """Where own pictures are kept once they were made safe."""
        raise NotImplementedError

    def by_content(self, name: str) -> bytes | None:
        """The PNG that is called so by its content, None where there is none."""
        raise NotImplementedError

    def scenes(self) -> tuple[str, ...]:
        """The scenes that an activity may use, ours first."""
        return (*super().scenes(), *(name for name in self.own_scenes if name not in self._files))

    def is_half_read(self, name: str) -> bool:
        """True for a scene that cannot be used, of which one knows which places it has."""
        return name in self.torn_scenes and bool(self.torn_scenes[name].places)

    def scene_art(self, name: str, places: Collection[str] = ()) -> str:
        """How a record names this scene: by the content of its picture, in which one sees these places, where it is the
        therapist's own.
        """
        path = self._own_picture(name, frozenset(places))
        return path.stem if path else name

    def has_scene(self, name: str) -> bool:
        """True where the scene of this name can be shown."""
        return self.scene_is_ours(name) or self._picture(name) is not None

    def scene_svg(self, name: str) -> str:
        """The drawing of the scene; plain sand where there is none any more."""
        if self.scene_is_ours(name):
            return super().scene_svg(name)
        from game.art.scene_picture import svg  # with Pillow, which only own scenes need

        picture = self._picture(name)
        return svg(picture) if picture else SAND

    def backdrop_svg(self, name: str) -> str:
        """The same without the parts that are cut out of it."""
        return super().backdrop_svg(name) if self.scene_is_ours(name) else self.scene_svg(name)

    def _drawing(self, scene: str) -> Drawing:
        if self.scene_is_ours(scene):
            return super()._drawing(scene)
        if self.is_half_read(scene):
            places = tuple(Spot(name, 0, 0, 0, 0) for name in self.torn_scenes[scene].places)
            return _said(OwnScene(scene, "", places), "")
        if scene not in self._drawings and (drawn := self._drawing_of_own(scene)):
            self._drawings[scene] = drawn
        return self._drawings.get(scene, Drawing())

    def _drawing_of_own(self, scene: str) -> Drawing | None:
        """By its name, as activities are read: no picture is opened. As it was laid: in the picture's light."""
        if own := self.own_scenes.get(normalize("NFC", scene)):
            return _said(own, "")
        if (picture := self.by_content(scene)) is None:
            return None
        from game.art.scene_picture import light, scene_name

        return _said(self.own_scenes.get(scene_name(picture)) or OwnScene("", "", ()), light(picture))

    def _picture(self, name: str) -> bytes | None:
        """The PNG of a scene that is not ours; None where there is none, or where it cannot be made."""
        if (laid := self.by_content(name)) is not None:
            return laid
        made = self._own_picture(name)
        return made.read_bytes() if made else None

    def _own_picture(self, name: str, places: frozenset[str] = frozenset()) -> Path | None:
        own = None if name in self._files else self.own_scenes.get(normalize("NFC", name))
        if own is None:
            return None
        made = self._made.get((name, places))
        if made is None or not made.exists():  # a deletion empties the cache
            made = self._made[name, places] = _safe(own, places, self.folder)
        return made

    @cached_property
    def _made(self) -> dict[tuple[str, frozenset[str]], Path | None]:
        return {}


def _said(own: OwnScene, light: str) -> Drawing:
    return Drawing(
        spots=own.spots,
        layout=own.layout,
        road=road_past(own.spots),
        parts=answering(own.spots),
        light=Light(light),
        sound="quiet",
    )


def _safe(own: OwnScene, places: frozenset[str], folder: Path) -> Path | None:
    from game.art.sanitize import PictureRefused
    from game.art.scene_picture import safe_scene

    try:
        return safe_scene(own, tuple(spot for spot in own.spots if spot.name in places), folder)
    except (PictureRefused, OSError):
        return None
