"""Papers as a proof: all as on the paper that is printed, its pictures with few pixels, which are what takes long."""

from game.art.renderer import Renderer
from game.core.picture import Art
from game.core.sprite import Sprite

COARSER = 4  # times fewer pixels to a side: 75 to an inch instead of 300


class ProofRenderer(Renderer):
    """Draws for papers, with fewer pixels than it is asked for. A template lays pictures by their size on paper."""

    def paper_png(self, art: Art, pixels: int) -> bytes:
        """A square PNG of the picture."""
        return super().paper_png(art, pixels // COARSER)

    def sprite(self, sprite: Sprite, scale: float) -> bytes:
        """A PNG of the picture with its shadow."""
        return super().sprite(sprite, scale / COARSER)

    def photo(self, name: str, width: int, height: int, box: tuple[int, int, int, int] | None = None) -> bytes:
        """A JPEG of the scene, or of a part of it."""
        left, top, right, bottom = box or (0, 0, width, height)
        box = left // COARSER, top // COARSER, right // COARSER, bottom // COARSER
        return super().photo(name, width // COARSER, height // COARSER, box)
