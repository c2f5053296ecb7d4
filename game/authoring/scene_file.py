"""A scene's picture and the YAML beside it, while its places are drawn: read, looked at, and written.

This file knows both files; where a hand draws, and what a window shows, it does not know.
"""

from pathlib import Path

from msgspec import Struct

from game.art.library import Library
from game.art.picture_files import is_picture
from game.art.renderer import Renderer
from game.art.sanitize import PictureRefused, canvas
from game.authoring import scene_writer
from game.authoring.fields import open_page
from game.authoring.mistake import Mistake, Source, about
from game.authoring.own_scenes import read_text
from game.core.own_scene import OwnScene, PictureFrame, frame
from game.core.table import Spot
from game.system import atomic
from game.system.errors import Sentence, reason


class SeenScene(Struct, frozen=True):
    """What was read: the YAML's `text`, its places as far as they are good, its mistakes, and where the picture is
    shown, None where there is none that can be.
    """

    text: str = ""
    spots: tuple[Spot, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    where: PictureFrame | None = None


class SceneFile:
    """The scene of this picture or YAML. `renderer` draws with `library`, and keeps what it has drawn."""

    def __init__(self, file: Path, library: Library, renderer: Renderer):
        self.path, self._library, self._renderer = file.with_suffix(".yaml"), library, renderer

    def saved(self) -> object:
        """Another value each time that one of the files was saved, came or went."""
        return {path.name: path.stat().st_mtime_ns for path in (self.path, *self._pictures()) if path.exists()}

    def read(self, text: str | None = None) -> SeenScene:
        """What the YAML says, or would say with this text in it. That there is no place yet is no mistake here, but
        that what is there cannot be read.
        """
        source, there = open_page(self.path) if self.path.exists() else (Source(self.path), scene_writer.BEGIN)
        if source.found:
            return SeenScene(mistakes=source.mistakes(), where=self._where())
        text = there if text is None else text
        found, mistakes = read_text(text, Source(self.path, text), self._pictures(), self._library)
        where = self._where()
        if where and scene_writer.is_bare(text):
            return SeenScene(text, where=where)
        return SeenScene(text, found.spots if found and not mistakes else (), mistakes, where)

    def write(self, text: str) -> tuple[Mistake, ...]:
        """The text into the YAML, whole or not at all; a mistake where it cannot be written."""
        try:
            atomic.write_text(self.path, text)
        except OSError as error:
            return (about(self.path, Sentence("This file cannot be written: {why}.", why=reason(error))),)
        return ()

    def png(self, size: tuple[int, int]) -> bytes:
        """The picture without places, as it fills a screen of so many pixels; b"" where there is none."""
        if self._where() is None:
            return b""
        name = self.path.stem
        self._library.own_scenes = {name: OwnScene(name, str(self._pictures()[0]), ())}
        return self._renderer.scene(self._library.scene_art(name), *size)

    def _where(self) -> PictureFrame | None:
        try:
            return frame(*canvas(self._pictures()[0]))
        except (PictureRefused, IndexError):
            return None

    def _pictures(self) -> list[Path]:
        there = sorted(self.path.parent.glob("*"))
        return [path for path in there if path.stem == self.path.stem and is_picture(path)]
