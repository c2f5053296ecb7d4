"""What play asks about pictures, scenes and companions: what it needs, not where that comes from. No disk, no pygame.

`art/library.py` answers all of it.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Protocol

from game.core.picture_answer import PictureAnswer
from game.core.puppet import Point, Puppet
from game.core.road import Road, road_of
from game.core.table import PicturePart, SceneLayout, Spot

SpotsOf = Callable[[str], tuple[Spot, ...]]  # a scene's spots


class PictureSource(Protocol):
    """Knows pictures by the names that a record has for them, and scenes by theirs. Lengths are in design units."""

    def art(self, name: str) -> str:
        """How a record names this picture: by its content where it is the therapist's own."""

    def keep(self, names: Iterable[str]) -> None:
        """Of these pictures, those named by content lie with the traveller when this returns. Never raises."""

    def label(self, name: str) -> str:
        """A picture's name in words."""

    def quiet_label(self, name: str) -> str:
        """The same of what is seen of it in the quiet look."""

    def family(self, name: str) -> str:
        """The set that a picture belongs to."""

    def holds(self, name: str) -> tuple[float, float, float] | None:
        """Where it holds what was chosen: its middle, its foot and its width, as shares of the picture's width."""

    def quiet(self) -> frozenset[str]:
        """The pictures that have another one for the quiet look."""

    def opened(self, art: str) -> str:
        """The picture that this one is where a place lets it open; "" where it stays as it is."""

    def belongs(self, art: str) -> str:
        """Where in a landscape this picture is: "sky"; "" on its ground."""

    def body(self, art: str) -> tuple[float, ...]:
        """The ellipse that lies wholly on this picture: its middle, half its width and half its height, in shares of
        the picture's width; () where that is not known."""

    def named_parts(self, art: str) -> tuple[PicturePart, ...]:
        """The parts of this picture that papers name; () where it has none."""

    def shape(self, art: str) -> float:
        """How wide a therapist's own picture is for its height; 0 for all of ours."""

    def dark(self, art: str) -> str:
        """The picture of this light while nobody has lit it; "" for what is no light."""

    def answer(self, art: str) -> PictureAnswer:
        """How a picture answers when it is used."""

    def of_the_land(self) -> frozenset[str]:
        """The pictures that are muted with the land in the quiet look, by a name that ends as that of a quiet one."""

    def puppet(self, art: str) -> Puppet | None:
        """The companion of this picture as a puppet, for a picture in which it is awake; None for all others."""

    def scene_art(self, name: str, places: Collection[str] = ()) -> str:
        """How a record names this scene, in which one sees these places: by content where it is the therapist's own."""

    def scene_is_ours(self, name: str) -> bool:
        """True for our scenes alone."""

    def quiet_scene(self, name: str) -> str:
        """How a scene is called as it is in the quiet look."""

    def spots(self, scene: str) -> tuple[Spot, ...]:
        """The spots of a scene."""

    def over(self, scene: str) -> tuple[Spot, ...]:
        """What lies over the land of a scene in the quiet look alone, each by its sign."""

    def layout(self, scene: str) -> SceneLayout:
        """Where things lie ready in a scene."""

    def road(self, scene: str) -> tuple[Point, ...]:
        """The points through which the road of a scene goes; () where it has none."""

    def floor(self, scene: str) -> str:
        """What lies underfoot in a scene: "boards"; "" for grass, sand and the like."""

    def sound(self, scene: str) -> str:
        """The name of what is heard quietly in this scene; "" where there is no such scene."""


def road_in(scene: str, pictures: PictureSource) -> Road:
    """The points of a scene's road, or else the middles of its spots for one; () where it has neither."""
    return pictures.road(scene) or road_of(pictures.spots(scene))
