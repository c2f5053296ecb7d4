"""The pictures of one paper: what was chosen and the scenes as the child left them, drawn in the size of their print.

This file knows the renderer and Pictures. It decides nothing about what a paper shows.
"""

from game.art.renderer import Renderer
from game.core.companion import COMPANION_ID
from game.core.events import StepSummary
from game.core.ids import Control, Option, Scenery, Sign, SpotId
from game.core.layout import TRAY
from game.core.picture import HEIGHT, LIGHT, WIDTH, Art, Backdrop, Picture, Stamp, TouchArea, box, covers
from game.core.sprite import sprite_of
from game.core.table import Spot
from game.paper.typst_press import SheetPictures
from game.play.look import quieter, quieter_art, quieter_spots

SCENE_HEIGHT = 570  # design units of a scene that are shown at the least: a tray lies below, with the controls
BELOW_SPOTS = 30  # so much is shown of a scene without a tray below its lowest spot
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

        All measures are in design units; `height` says how much of the scene is shown: all of it where `whole`.
        """
        screen = self._as_seen(told)
        height = HEIGHT if whole else _height(screen) if screen else 0
        file = self._backdrop(screen, scale, height)
        if not file or screen is None:
            return None
        return {"file": file, "height": height, "stamps": [self._stamp(t, scale) for t in _laid(screen)]}

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
        if not self.renderer.library.has_scene(name):
            return ""
        left, top, right, bottom = (round(edge * scale) for edge in box)
        size = round(WIDTH * scale), round(HEIGHT * scale)
        return self.pictures.add(self.renderer.photo(name, *size, (left, top, right, bottom)), "jpg")

    def _backdrop(self, screen: Picture | None, scale: float, height: float) -> str:
        name = next((t.scene for t in screen.things if isinstance(t, Backdrop)), "") if screen else ""
        if not self.renderer.library.has_scene(name):
            return ""
        wide, high, shown = (round(units * scale) for units in (WIDTH, HEIGHT, height))
        if (name, wide, shown) not in self._drawn:
            photo = self.renderer.photo(name, wide, high, (0, 0, wide, shown))
            self._drawn[name, wide, shown] = self.pictures.add(photo, "jpg")
        return self._drawn[name, wide, shown]

    def _stamp(self, stamp: Stamp, scale: float) -> dict:
        sprite = sprite_of(stamp)
        width, height = sprite.canvas
        if (sprite, scale) not in self._drawn:
            self._drawn[sprite, scale] = self.pictures.add(self.renderer.sprite(sprite, scale))
        file = self._drawn[sprite, scale]
        return {"file": file, "x": stamp.x - width / 2, "y": stamp.y - height / 2, "width": width, "height": height}


def _height(screen: Picture) -> float:
    """How much of a scene is shown: where things lie ready in it, as much as holds all its places."""
    if any(isinstance(thing, Stamp) and thing.id == Scenery(TRAY.name) for thing in screen.things):
        return SCENE_HEIGHT
    places = [t for t in screen.things if isinstance(t, TouchArea | Stamp) and isinstance(t.means, SpotId)]
    return min(HEIGHT, max([SCENE_HEIGHT, *(place.y + box(place)[1] / 2 + BELOW_SPOTS for place in places)]))


def _laid(screen: Picture) -> list[Stamp]:
    """What belongs to the scene and what was laid there; not what lies ready, nor who or what waits beside it."""
    trays = [thing for thing in screen.things if isinstance(thing, TouchArea) and thing.means == TRAY]
    stamps = [
        thing for thing in screen.things if isinstance(thing, Stamp) and (thing.means or thing.id != COMPANION_ID)
    ]
    there = [t for t in stamps if t.lift != LIGHT and not isinstance(t.means, Control)]
    return [t for t in there if not any(covers(tray, t.x, t.y) for tray in trays)]


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
    lying = {stamp.means for stamp in _laid(screen)}
    rows = [row for row in told.rows if row.spot and SpotId(row.spot) not in means]
    return all(Option(picture.id) in lying for row in rows for picture in row.pictures)
