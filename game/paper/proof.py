"""Papers as a proof: all as on the paper that is printed, its pictures with few pixels, which are what takes long."""

from typing import Self

from game.art.renderer import Renderer
from game.core.picture import Art
from game.core.sprite import Sprite


class ProofRenderer(Renderer):
    """Draws for papers, with fewer pixels than it is asked for. A template lays pictures by their size on paper."""

    coarser = 12  # times fewer pixels to a side: 25 to an inch instead of 300

    @classmethod
    def of(cls, renderer: Renderer) -> Self:
        """The same pictures, kept in the same places."""
        return cls(renderer.library, renderer.cache, renderer.private, renderer._draw)

    def paper_png(self, art: Art, pixels: int) -> bytes:
        """A square PNG of the picture."""
        return super().paper_png(art, pixels // self.coarser)

    def sprite(self, sprite: Sprite, scale: float) -> bytes:
        """A PNG of the picture with its shadow."""
        return super().sprite(sprite, scale / self.coarser)

    def photo(self, name: str, width: int, height: int, box: tuple[int, int, int, int] | None = None) -> bytes:
        """A JPEG of the scene, or of a part of it."""
        left, top, right, bottom = (side // self.coarser for side in box or (0, 0, width, height))
        return super().photo(name, width // self.coarser, height // self.coarser, (left, top, right, bottom))
