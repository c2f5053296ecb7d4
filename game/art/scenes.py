"""Which scenes there are, by name, and what the drawing of each says.

This file knows the folder of our scenes; a scene's file is read when it is asked for.
"""

from functools import cached_property
from pathlib import Path

from game.art import scene_reader
from game.art.muted import LAND, muted
from game.art.scene_reader import Drawing, read_scene, without_parts
from game.core.puppet import QUIET, Point
from game.core.scene import OUR_SCENES, Light, ScenePart
from game.core.table import SceneLayout, Spot
from game.system.paths import ASSETS


class Scenes:
    """Our scenes; their folder is listed once."""

    def scenes(self) -> tuple[str, ...]:
        """The scenes that an activity may use."""
        return tuple(name for name in self._files if name not in OUR_SCENES)

    def scene_path(self, name: str) -> Path | None:
        """The file of the scene with this name, of the program's own too."""
        return self._files.get(name)

    def scene_svg(self, name: str) -> str:
        """The drawing of this scene. Raises KeyError where there is none."""
        return self._seen(name, self._ours(name).text.decode())

    def backdrop_svg(self, name: str) -> str:
        """The same without the parts that are cut out of it. Raises KeyError where there is none."""
        return self._seen(name, without_parts(self._ours(name)))

    def part_svg(self, name: str, part: str) -> str:
        """One part of a scene of ours that is cut out of it, alone. Raises KeyError where there is none."""
        return self._seen(name, scene_reader.part_alone(self._ours(name), part))

    def scene_is_ours(self, name: str) -> bool:
        """True for our scenes alone, in each of their looks."""
        return name in self._files or self._is_quiet(name)

    def quiet_scene(self, name: str) -> str:
        """The scene as it is in the quiet look; a therapist's own is the same in both."""
        return name + QUIET if name in self._files else name

    def _is_quiet(self, name: str) -> bool:
        return name.endswith(QUIET) and name.removesuffix(QUIET) in self._files

    def _seen(self, name: str, drawing: str) -> str:
        return muted(drawing, LAND) if self._is_quiet(name) else drawing

    def spots(self, scene: str) -> tuple[Spot, ...]:
        """The spots of a scene, in design units, in the order of its file; () where there is no such scene."""
        return self._drawing(scene).spots

    def over(self, scene: str) -> tuple[Spot, ...]:
        """What lies over the land in the quiet look alone, each by its sign; nothing can be laid there."""
        return self._drawing(scene).over

    def layout(self, scene: str) -> SceneLayout:
        """Where things lie ready in a scene; nothing said where there is no such scene."""
        return self._drawing(scene).layout

    def road(self, scene: str) -> tuple[Point, ...]:
        """The points through which the road of a scene goes, in design units; () where it has none."""
        return self._drawing(scene).road

    def parts(self, scene: str) -> tuple[ScenePart, ...]:
        """The parts of a scene that live or answer, from back to front; () where there is no such scene."""
        return self._drawing(scene).parts

    def light(self, scene: str) -> Light:
        """The light in which things stand here; plain daylight where there is no such scene."""
        return self._drawing(scene).light

    def floor(self, scene: str) -> str:
        """What lies underfoot in this scene: "boards"; "" for grass and the like, and where there is no such scene."""
        return self._drawing(scene).floor

    def sound(self, scene: str) -> str:
        """The name of what is heard quietly in this scene; "" where there is no such scene."""
        return self._drawing(scene).sound

    def _drawing(self, scene: str) -> Drawing:
        return self._ours(scene) if self.scene_is_ours(scene) else Drawing()

    def _ours(self, scene: str) -> Drawing:
        if path := self._files.get(scene):
            return read_scene(path)
        return read_scene(self._files[scene.removesuffix(QUIET)], scene_reader.QUIET)

    @cached_property
    def _files(self) -> dict[str, Path]:
        return {path.stem: path for path in sorted((ASSETS / "scenes").glob("*.svg"))}
