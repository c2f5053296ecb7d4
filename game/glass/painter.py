"""Paints a Picture and all its motion: gliding, settling, breathing, glowing. Repaints only what changed.

This file knows pygame, Pictures and the time it is handed; it knows no activity, no journal, no file.
"""

import pygame
from msgspec import Struct

from game.core.picture import HEIGHT, WIDTH, Backdrop, Glow, Picture, Stamp
from game.core.sprite import PAD, Sprite, sprite_of
from game.glass.ink import Ink
from game.glass.sprites import PAPER, Sprites
from game.play.motion import Key, Motion, beat

KEPT_PIXELS = 1_500_000  # of pictures at the sizes of a breath, at one pixel to a design unit


class DrawnSprite(Struct, frozen=True):
    """Something as it is on the glass now, in pixels: its middle, its width without the room for the shadow.

    `exact` is False while `sprite`, a smaller or larger painting of it, must do.
    """

    sprite: Sprite
    x: int
    y: int
    width: int
    strength: float
    exact: bool

    def rect(self) -> pygame.Rect:
        """The rectangle that it covers with its shadow."""
        sprite = self.sprite
        factor = self.width / sprite.width
        size = round((sprite.width + 2 * PAD) * factor), round((sprite.height + 2 * PAD) * factor)
        rect = pygame.Rect(0, 0, *size)
        rect.center = self.x, self.y
        return rect


class Painter:
    """Keeps the surface of a window like the Picture that it is shown.

    `still` paints everything at rest: for golden pictures and for reduced motion.
    """

    def __init__(self, surface: pygame.Surface, sprites: Sprites, still: bool = False):
        self.surface, self.sprites, self.still = surface, sprites, still
        width, height = surface.get_size()
        self.scale = sprites.scale
        self.left, self.top = (width - WIDTH * self.scale) / 2, (height - HEIGHT * self.scale) / 2
        self.picture: Picture | None = None
        self._things: list[tuple[Key, Stamp | Glow]] = []
        self._motion = Motion(still)
        self._shown: dict[Key, DrawnSprite] = {}
        self._ink, self._smudged = Ink(self.scale, self._pixels), []
        self._scene = ""
        self._fitted: dict = {}
        self._fitted_pixels = 0
        self._beat: int | None = None
        surface.fill(PAPER)

    def show(self, picture: Picture, now: float) -> bool:
        """Take the Picture up. False while its art is still being made: the old screen stays until it is whole."""
        if picture is self.picture:
            return True
        if not self._ready(picture):
            return False
        self._smudged += self._ink.take(picture)
        self._things = list(_keyed(picture))
        self._motion.set_out(self._things, now)
        self.picture, self._beat = picture, None
        return True

    def ahead(self, picture: Picture) -> None:
        """Let the art of a Picture that may come next be made in good time."""
        self.sprites.ahead([sprite_of(thing) for _, thing in _keyed(picture)])

    @property
    def finished(self) -> bool:
        """True when everything on the glass is painted at its right size."""
        return all(shown.exact for shown in self._shown.values())

    def paint(self, now: float, loops: bool = True) -> list[pygame.Rect]:
        """Paint what differs from the last frame; the rectangles that changed, in pixels."""
        loops = loops and not self.still
        if self.picture is None or not self._due(now, loops):
            return []
        shown = {key: found for key, thing in self._things if (found := self._shown_now(key, thing, now, loops))}
        dirty = self._new_scene() or self._differences(shown)
        self._shown, self._smudged = shown, []
        for rect in dirty:
            self._repaint(rect)
        return dirty

    def _due(self, now: float, loops: bool) -> bool:
        """False when this frame would be just like the last: nothing moves and no loop's beat has come."""
        if self._motion.going_on(now) or not self.finished:
            self._beat = None  # one more frame after the last of the motion, exactly at its end
            return True
        last, self._beat = self._beat, beat(now) if loops else -1
        return self._beat != last

    def _ready(self, picture: Picture) -> bool:
        """True when the scene and some painting of every picture are there; what is missing is asked for."""
        found = [self.sprites.scene(thing.scene) for thing in picture.things if isinstance(thing, Backdrop)]
        found += [self.sprites.some(sprite_of(thing)) for _, thing in _keyed(picture)]
        return None not in found

    def _shown_now(self, key: Key, thing: Stamp | Glow, now: float, loops: bool) -> DrawnSprite | None:
        place, sprite = self._motion.place(key, now), sprite_of(thing)
        if place.strength < 0.02:
            return None
        swell = self._motion.swell(key, thing, now, loops)
        x, y = self._pixels(place.x, place.y)
        width = round(place.width * (1 + swell) * self.scale)
        found = self.sprites.some(sprite)
        used = found[0] if found else sprite
        return DrawnSprite(used, x, y, width, round(place.strength * 24) / 24, found is not None and used == sprite)

    def _pixels(self, x: float, y: float) -> tuple[int, int]:
        """A place in design units, in pixels of the window."""
        return round(self.left + x * self.scale), round(self.top + y * self.scale)

    def _new_scene(self) -> list[pygame.Rect]:
        """The whole window, when the scene is another one."""
        scene = next((thing.scene for thing in self.picture.things if isinstance(thing, Backdrop)), "")
        if scene == self._scene:
            return []
        self._scene = scene
        return [self.surface.get_rect()]

    def _differences(self, shown: dict[Key, DrawnSprite]) -> list[pygame.Rect]:
        before = self._shown
        changed = {key for key in before.keys() | shown.keys() if before.get(key) != shown.get(key)}
        changed |= _reordered(before, shown)
        rects = [found[key].rect().inflate(4, 4) for key in changed for found in (before, shown) if key in found]
        rects += self._smudged
        window = self.surface.get_rect()
        return _merged([rect.clip(window) for rect in rects if rect.colliderect(window)])

    def _repaint(self, rect: pygame.Rect) -> None:
        self.surface.set_clip(rect)
        backdrop = self.sprites.scene(self._scene) if self._scene else None
        if backdrop is not None:
            self.surface.blit(backdrop, rect, rect)
        for shown in self._shown.values():
            if rect.colliderect(shown.rect()):
                self._blit(shown)
        self._ink.paint(self.surface, rect)
        self.surface.set_clip(None)

    def _blit(self, shown: DrawnSprite) -> None:
        surface, rect = self.sprites.exact(shown.sprite), shown.rect()
        if surface is None:
            return
        self.surface.blit(self._fit(surface, rect.size, shown.strength), rect, special_flags=pygame.BLEND_PREMULTIPLIED)

    def _fit(self, surface: pygame.Surface, size: tuple[int, int], strength: float) -> pygame.Surface:
        """The surface at the size and strength on the glass. The few sizes of a breath are kept."""
        if surface.get_size() == size and strength == 1:
            return surface
        key = (surface, size, strength)
        if key not in self._fitted:
            fitted = surface if surface.get_size() == size else pygame.transform.smoothscale(surface, size)
            self._make_room(size[0] * size[1])
            self._fitted[key] = _faded(fitted, strength)
        return self._fitted[key]

    def _make_room(self, pixels: int) -> None:
        if self._fitted_pixels + pixels > KEPT_PIXELS * self.scale**2:
            self._fitted.clear()
            self._fitted_pixels = 0
        self._fitted_pixels += pixels


def _keyed(picture: Picture):
    """The things that are painted, each with the name by which it is known from one Picture to the next."""
    for index, thing in enumerate(picture.things):
        if isinstance(thing, Stamp):
            yield thing.id or (index, thing.x, thing.y), thing
        elif isinstance(thing, Glow):
            yield thing.id, thing


def _faded(surface: pygame.Surface, strength: float) -> pygame.Surface:
    if strength == 1:
        return surface
    faded, part = surface.copy(), round(255 * strength)
    faded.fill((part, part, part, part), special_flags=pygame.BLEND_RGBA_MULT)
    return faded


def _reordered(before: dict[Key, DrawnSprite], shown: dict[Key, DrawnSprite]) -> set[Key]:
    """What is the same but lies higher or lower among what is the same."""
    a = [key for key, found in before.items() if shown.get(key) == found]
    b = [key for key, found in shown.items() if before.get(key) == found]
    return {key for pair in zip(a, b, strict=True) if pair[0] != pair[1] for key in pair}


def _merged(rects: list[pygame.Rect]) -> list[pygame.Rect]:
    """The same area in rectangles that do not overlap."""
    merged: list[pygame.Rect] = []
    for rect in rects:
        while (hit := rect.collidelist(merged)) >= 0:
            rect = rect.union(merged.pop(hit))
        merged.append(rect)
    return merged
