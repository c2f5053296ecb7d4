"""The pictures of one paper: what was chosen and the scenes as the child left them, drawn in the size of their print.

This file knows the renderer and Pictures. It decides nothing about what a paper shows.
"""

from game.art.renderer import Renderer
from game.core.events import StepSummary
from game.core.ids import Option, Sign, SpotId
from game.core.picture import HEIGHT, WIDTH, Art, Backdrop, Picture, Stamp, TouchArea
from game.core.sprite import sprite_of
from game.core.table import Spot
from game.paper.scene_cut import Edges, cut, left_on
from game.paper.typst_press import SheetPictures
from game.play.look import quieter, quieter_art, quieter_spots

VIEW, BELOW = 260, 80  # design units around a spot that are shown of its scene: what it is about lies rather below it


class PaperImages:
    """Draws for one paper and keeps what it has drawn in `pictures`."""

    def __init__(self, renderer: Renderer):
        self.renderer, self.pictures = renderer, SheetPictures()
        self._drawn: dict[object, str] = {}  # a flip-book shows the same things on every page

    def picture(self, art: Art | None, pixels: int, quiet: bool = False) -> str:
        """A square PNG of the picture, as large in it as its shape allows: its name for a template, "" for None.

        Where `quiet`, it is as the child saw it in the quiet look.
        """
        if not art:
            return ""
        seen = quieter_art(art, self.renderer.library) if quiet else art
        return self.pictures.add(self.renderer.paper_png(seen, pixels))

    def scene(self, told: StepSummary, scale: float, whole: bool = False) -> dict | None:
        """The scene with what the child laid on it, `scale` pixels to a design unit; None where there is none any more.

        All measures are in design units; `left`, `width` and `height` say which part of the scene is shown: all of it
        where `whole`.
        """
        screen = self._as_seen(told)
        if screen is None:
            return None
        away = [spot for spot in self.spots(told) if spot.name in told.stays_here]
        around = cut(screen, close=bool(told.stays_here), away=away)
        left, top, right, bottom = part = (0, 0, WIDTH, HEIGHT) if whole else _in_pixels(around, scale)
        file = self._backdrop(screen, scale, part)
        if not file:
            return None
        stamps = [self._stamp(thing, scale, left, top) for thing in left_on(screen)]
        return {"file": file, "left": left, "width": right - left, "height": bottom - top, "stamps": stamps}

    def _as_seen(self, told: StepSummary) -> Picture | None:
        """The screen as the child saw it: in the quiet look, where it had that."""
        return quieter(told.screen, self.renderer.library) if told.screen and told.quiet else told.screen

    def spots(self, told: StepSummary) -> tuple[Spot, ...]:
        """The spots of the scene as the child saw them; () where there is no scene any more."""
        library = self.renderer.library
        found = library.spots(told.scene)
        return quieter_spots(found, library.quiet()) if told.quiet else found

    def view(self, told: StepSummary, spot: Spot, scale: float) -> str:
        """What the scene looks like around one of its spots, for a template; "" where there is no scene any more."""
        left = min(max(spot.x - VIEW / 2, 0), WIDTH - VIEW)
        top = min(max(spot.y + BELOW - VIEW / 2, 0), HEIGHT - VIEW)
        return self.part(told.scene, (left, top, left + VIEW, top + VIEW), scale, told.quiet)

    def part(self, name: str, box: tuple[float, float, float, float], scale: float, quiet: bool = False) -> str:
        """A part of a scene (left, top, right, bottom in design units), as it is in the quiet look where `quiet`, for a
        template; "" where there is no scene.
        """
        name = self.renderer.library.quiet_scene(name) if quiet else name
        return self._photo(name, box, scale) if self.renderer.library.has_scene(name) else ""

    def _backdrop(self, screen: Picture, scale: float, part: Edges) -> str:
        name = next((t.scene for t in screen.things if isinstance(t, Backdrop)), "")
        if not self.renderer.library.has_scene(name):
            return ""
        if (name, scale, part) not in self._drawn:
            self._drawn[name, scale, part] = self._photo(name, part, scale)
        return self._drawn[name, scale, part]

    def _photo(self, name: str, part: Edges, scale: float) -> str:
        left, top, right, bottom = (round(edge * scale) for edge in part)
        size = round(WIDTH * scale), round(HEIGHT * scale)
        return self.pictures.add(self.renderer.photo(name, *size, (left, top, right, bottom)), "jpg")

    def _stamp(self, stamp: Stamp, scale: float, left: float, top: float) -> dict:
        sprite = sprite_of(stamp)
        width, height = sprite.canvas
        if (sprite, scale) not in self._drawn:
            self._drawn[sprite, scale] = self.pictures.add(self.renderer.sprite(sprite, scale))
        file = self._drawn[sprite, scale]
        x, y = stamp.x - width / 2 - left, stamp.y - height / 2 - top
        return {"file": file, "x": x, "y": y, "width": width, "height": height}


def _in_pixels(part: Edges, scale: float) -> Edges:
    """The same from pixel to pixel, so that what is laid lies on its photo where it did."""
    left, top, right, bottom = (round(edge * scale) / scale for edge in part)
    return left, top, right, bottom


def shape(art: Art) -> float:
    """How high the picture is for its width: 1 for most, less for a landscape or a drawing."""
    return art.height / art.width if isinstance(art, Picture) else 1


def sign_at(told: StepSummary, spot: str) -> Art | None:
    """The picture that stood at this spot before the child; None where none did."""
    things = told.screen.things if told.screen else ()
    return next((thing.art for thing in things if isinstance(thing, Stamp) and thing.id == Sign(spot)), None)


def can_be_seen(told: StepSummary) -> bool:
    """True where the screen has all that was chosen: the spots on which it lies (small children see one jar at a time),
    or the things themselves, where they stand on no spot."""
    screen = told.screen or Picture(())
    means = {t.means for t in screen.things if isinstance(t, Stamp | TouchArea)}
    lying = {stamp.means for stamp in left_on(screen)}
    rows = [row for row in told.rows if row.spot and SpotId(row.spot) not in means]
    return all(Option(picture.id) in lying for row in rows for picture in row.pictures)
