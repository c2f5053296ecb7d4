"""Pictures as surfaces: asked for by the painter, made in a thread, so that no frame ever waits.

This file knows pygame and the renderer; it knows no activity and no touch.
"""

from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from queue import PriorityQueue
from threading import Thread

import pygame

from game.art.renderer import Renderer
from game.art.svg_text import scene_scale
from game.core.picture import HEIGHT, WIDTH, Art
from game.core.scene import Light, ScenePart, is_trail
from game.core.sprite import AnySprite, PartSprite, PuppetSprite, Sprite
from game.glass.air import in_air
from game.glass.kept import KeptSurfaces
from game.glass.layers import layer, transparent, whole_size
from game.glass.lighting import NO_LIGHT, Lit
from game.glass.opened import surface_of
from game.glass.puppet_sprites import PuppetSprites
from game.glass.shadow import casts_shadow, lay_shadow
from game.glass.trimmed import trimmed
from game.glass.vignette import lay_shade, lit_places, shade
from game.system.memory import give_back

KEPT_SCENES = 2  # whole screens are large; the rest waits on disk
KEPT_PIXELS = 1_400_000  # of sprites, at one pixel to a design unit, the least lately used go first: two large screens
PAPER = "#f3e3cc"  # where no scene is painted yet, or can be
NOW, SOON, NEVER = 0, 1, 2  # what the next screen needs comes before what may be wanted later


class Sprites:
    """Surfaces for one window size. `scale` is pixels to a design unit; `after` is what has been closed for these."""

    def __init__(
        self,
        renderer: Renderer,
        size: tuple[int, int],
        scale: float,
        grain: bool = True,
        after: "Sprites | None" = None,
    ):
        self.renderer, self.size, self.scale, self._grain = renderer, size, scale, grain
        self._of_scenes = scene_scale(size)
        self._made = KeptSurfaces(KEPT_PIXELS * scale**2)
        self._scenes: OrderedDict[str, pygame.Surface] = OrderedDict()
        self._shades: dict[str, pygame.Surface | None] = {}
        self._sizes: dict[Art, Sprite] = {}
        self._asked: dict = {}  # what is waiting or being made, and how urgent it is
        self._ahead: list[AnySprite] = []
        self._queue: PriorityQueue = PriorityQueue()
        self._order = count()
        self._tile: pygame.Surface | None = None
        self._puppets = PuppetSprites(renderer.puppet, scale, self._lay_grain)
        self.failed: set = set()
        before = after._artist if after else None
        self._artist: Thread = Thread(target=self._work, args=(before,), daemon=True, name="artist")
        self._artist.start()

    def close(self) -> None:
        """Begin nothing more. What a thread is making now is finished, and not waited for: see `join`."""
        self._queue.put((-1, 0, None, None))

    def join(self) -> None:
        """Wait, after `close`, until nothing is being made, here and in what was closed before.

        A thread that is still at work while pygame or the interpreter ends brings the process down.
        """
        self._artist.join()

    def exact(self, sprite: AnySprite, lit: Lit = NO_LIGHT) -> pygame.Surface | None:
        """The surface at just this size without its clear edges (`trimmed.py`), or None and it is made. A puppet is in
        this light.
        """
        surface = self._puppets.surface(sprite, lit) if isinstance(sprite, PuppetSprite) else self._made.get(sprite)
        if surface is None:
            self._ask(NOW, sprite, self._make)
        return surface

    def some(self, sprite: AnySprite, lit: Lit = NO_LIGHT) -> tuple[AnySprite, pygame.Surface] | None:
        """The surface with its sprite, as `exact` has it; while it is being made, the same picture at another size or
        lift.
        """
        surface = self.exact(sprite, lit)
        if surface is not None:
            return sprite, surface
        other = self._sizes.get(sprite.art) if isinstance(sprite, Sprite) else None
        found = self._made.get(other) if other else None
        return (other, found) if other and found else None

    def ready(self, scene: str, sprites: Sequence[AnySprite]) -> bool:
        """True when the scene ("" for none) and some painting of every sprite are there; what is missing is made.

        What is made for one screen never drops what was made for it: it would be made again and again.
        """
        found = [self._is_there(sprite) for sprite in sprites]
        if scene or not all(found):
            self._made.hold(sprites, more=not scene)
        return all(found) and (not scene or self.scene(scene) is not None)

    def _is_there(self, sprite: AnySprite) -> bool:
        """True where some painting of it is there; of a puppet its parts: no pose is laid only to be asked for."""
        if not isinstance(sprite, PuppetSprite):
            return self.some(sprite) is not None
        if there := self._puppets.has(sprite):
            return there
        self._ask(NOW, sprite, self._make)
        return False

    def scene(self, name: str) -> pygame.Surface | None:
        """The scene filling the window, or None and it is made."""
        surface = self._scenes.get(name)
        if surface is None:
            self._ask(NOW, name, self._scene)
        else:
            with suppress(KeyError):  # the artist has let go of it just now: this frame shows it once more
                self._scenes.move_to_end(name)
        return surface

    def parts(self, scene: str) -> tuple[ScenePart, ...]:
        """The parts of a scene: those that are cut are not in what `scene` gives."""
        return self.renderer.library.parts(scene)

    def light(self, scene: str) -> Light:
        """The light of a scene."""
        return self.renderer.library.light(scene)

    def place(self, sprite: AnySprite, x: float, y: float) -> tuple[int, int]:
        """A place in design units, in pixels of the window; for a part of the scene, where the scene has it."""
        return pixels(self.size, self.scale_of(sprite), x, y)

    def scale_of(self, sprite: AnySprite) -> float:
        """Pixels to a design unit; a part is as large as its scene, which is larger on very wide glass."""
        return self._of_scenes if isinstance(sprite, PartSprite) else self.scale

    def soon(self, scenes: Sequence[str]) -> None:
        """Let these scenes be painted to disk when there is nothing else to do."""
        for name in scenes:
            self._ask(SOON, ("soon", name), lambda key: self._to_disk(key[1]))

    def _to_disk(self, scene: str) -> None:
        self.renderer.backdrop(scene, *self.size)
        for part in self.parts(scene):
            if part.cut:
                self._part_pixels(scene, part)

    def ahead(self, sprites: Sequence[AnySprite]) -> None:
        """Let these be made when there is nothing else to do; what was wanted so before and still waits is dropped."""
        for sprite in self._ahead:
            if self._asked.get(sprite) == SOON:
                self._asked.pop(sprite, None)  # the thread may have made it just now
        self._ahead = [sprite for sprite in sprites if sprite not in self._made]
        for sprite in self._ahead:
            self._ask(SOON, sprite, self._make)

    def _ask(self, urgency: int, key, make) -> None:
        if key in self.failed:
            self._leave_blank(key)
        elif urgency < self._asked.get(key, NEVER):
            self._asked[key] = urgency
            self._queue.put((urgency, next(self._order), key, make))

    def _work(self, before: Thread | None) -> None:
        if before:
            before.join()
        while True:
            urgency, _, key, make = self._queue.get()
            if make is None:
                return
            if self._asked.get(key) != urgency:
                continue  # it became urgent since, and is made already
            try:
                make(key)
            except Exception:  # one picture that cannot be made must not stop the others
                self.failed.add(key)
                self._leave_blank(key)
            self._asked.pop(key, None)
            if urgency == SOON or (self._queue.empty() and len(self._scenes) > 1):  # the first screen is there
                give_back()

    def _leave_blank(self, key) -> None:
        if isinstance(key, PuppetSprite):
            self._puppets.leave_out(key)
        elif isinstance(key, Sprite | PartSprite):
            self._made.keep(key, pygame.Surface((1, 1), pygame.SRCALPHA))
        elif isinstance(key, str):
            self._scenes[key] = pygame.Surface(self.size)
            self._scenes[key].fill(PAPER)

    def _make(self, sprite: AnySprite) -> None:
        match sprite:
            case PuppetSprite():
                self._puppets.load(sprite)
            case PartSprite():
                part = next(part for part in self.parts(sprite.scene) if part.name == sprite.part)
                self._keep(sprite, self._part(sprite.scene, part))
            case Sprite():
                self._sprite(sprite)

    def _sprite(self, sprite: Sprite) -> None:
        self._keep(sprite, self._lifted(sprite))
        self._sizes[sprite.art] = sprite

    def _lifted(self, sprite: Sprite) -> pygame.Surface:
        """The picture over its shadow."""
        wide, high = sprite.width * self.scale, sprite.height * self.scale
        picture = in_air(layer(self.renderer, sprite.art, wide, high, sprite.lift, sprite.tilt), sprite.air)
        if not casts_shadow(sprite.lift):
            return picture
        canvas = self._room_around(picture, sprite)
        at = picture.get_rect(center=canvas.get_rect().center).topleft
        lay_shadow(canvas, picture, at, sprite.lift, self.scale)
        canvas.blit(picture, at, special_flags=pygame.BLEND_PREMULTIPLIED)
        return canvas

    def _room_around(self, picture: pygame.Surface, sprite: Sprite) -> pygame.Surface:
        """A clear canvas, as much larger than the picture as that of the sprite is than its paper."""
        sizes = (sprite.width, sprite.height), sprite.canvas
        paper, canvas = (whole_size(*(side * self.scale for side in size)) for size in sizes)
        sides = zip(picture.get_size(), canvas, paper, strict=True)
        return transparent(*(side + more - less for side, more, less in sides))

    def _keep(self, sprite: Sprite | PartSprite, canvas: pygame.Surface) -> None:
        self._lay_grain(canvas)
        self._made.keep(sprite, trimmed(canvas))

    def _part(self, scene: str, part: ScenePart) -> pygame.Surface:
        """A part of the scene, as deep as the land around it where it stands at rest. Premultiplied."""
        surface = surface_of(self._part_pixels(scene, part))
        if scene not in self._shades:
            self._scene(scene)
        at = surface.get_rect(center=pygame.Rect(self._rect(part)).center).topleft
        self.lay_shade(surface, scene, at)
        surface.premul_alpha_ip()
        return surface

    def _part_pixels(self, scene: str, part: ScenePart) -> bytes:
        """A part of the scene, pixel by pixel as it is seen where the scene has it."""
        return self.renderer.scene_part(scene, part.name, self._rect(part), self.size)

    def _rect(self, part: ScenePart) -> tuple[int, int, int, int]:
        """Left, top, width and height of a part at rest, in pixels of the window."""
        scale, (_, _, wide, high) = self._of_scenes, part.box
        (x, y), width = pixels(self.size, scale, *part.middle), round(wide * scale)
        height = round(high * (width / wide))  # as a Blit of it has it
        return x - width // 2, y - height // 2, width, height

    def lay_shade(self, surface: pygame.Surface, scene: str, at: tuple[int, int] = (0, 0)) -> None:
        """The land is deeper where nothing lies or waits, and so is what stands `at` this place of it."""
        if found := self._shades[scene]:
            lay_shade(surface, found, self.size, at)

    def shade_of(self, scene: str, land: pygame.Surface) -> pygame.Surface | None:
        """None where nothing lies or waits, and on a trail: its lands slide past one another without an edge."""
        library = self.renderer.library
        spots = library.spots(scene) + library.over(scene)
        light = () if is_trail(scene) else lit_places(library.layout(scene), spots)
        return shade(land, light, self.scale) if light else None

    def _scene(self, name: str) -> None:
        if name in self._scenes:  # one of its parts was made first
            return
        while len(self._scenes) >= KEPT_SCENES:  # first, so that there is never one more
            self._shades.pop(self._scenes.popitem(last=False)[0], None)
        surface = surface_of(self.renderer.backdrop(name, *self.size), opaque=True)
        self._shades[name] = self.shade_of(name, surface)
        self.lay_shade(surface, name)
        self._lay_grain(surface)
        self._scenes[name] = surface

    def _lay_grain(self, surface: pygame.Surface) -> None:
        """Paper grain over the picture. Only colours are multiplied: what is clear stays clear."""
        if not self._grain:
            return
        if self._tile is None:
            self._tile = surface_of(self.renderer.grain(), opaque=True)
        width, height = self._tile.get_size()
        for x in range(0, surface.get_width(), width):
            for y in range(0, surface.get_height(), height):
                surface.blit(self._tile, (x, y), special_flags=pygame.BLEND_RGB_MULT)


def pixels(size: tuple[int, int], scale: float, x: float, y: float) -> tuple[int, int]:
    """A place in design units, in pixels of a window of this size: the middle of both is the same."""
    return round((size[0] - WIDTH * scale) / 2 + x * scale), round((size[1] - HEIGHT * scale) / 2 + y * scale)
