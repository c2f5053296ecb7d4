"""Puts a Frame on the surface of a window, and repaints only where it differs from the last one.

This file knows pygame and pixels. What lies where, `play/display_list.py` says; it knows no Picture and no time.
"""

from math import ceil, cos, radians, sin
from weakref import WeakKeyDictionary, ref

import pygame
from msgspec import Struct
from msgspec.structs import replace

from game.core.companion import FEET
from game.core.picture import GLOWING, LIGHT, PAINTED, STANDING
from game.core.scene import Light
from game.core.sprite import CUT, AnySprite, PuppetSprite, Sprite
from game.glass.faint import lay_faint
from game.glass.ink import Ink
from game.glass.kept import KeptSurfaces
from game.glass.lighting import NO_LIGHT, Lit, Stands, lay_light, side_of, thrown
from game.glass.sprites import PAPER, Sprites, pixels
from game.glass.trimmed import painted
from game.play.drawn import Drawn, Frame
from game.play.figure import ABOVE, WIDER
from game.play.motion import ThingId

PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
FINE = 3  # digits of how many times as large as made a puppet is laid: few, so that what is laid can be kept
OPAQUE = 200  # of 255: what is more so is paint and no shadow
LOW, WIDE = (FEET + ABOVE) / WIDER, 0.5  # of a puppet's width: how far below its middle it stands, and how wide
KEPT_PIXELS = 600_000  # of pictures at the sizes of a breath, at one pixel to a design unit
Fit = tuple[ref[pygame.Surface], tuple[int, int], float, Lit]  # of what, and at which size, angle and in which light


class Blit(Struct, frozen=True):
    """Something as it is on the glass now, in pixels: its middle, its width without the room for the shadow.

    `size` is width and height of what is painted of its canvas, before it is turned. `exact` is False while `sprite`,
    a smaller or larger painting of it, must do. `lit` is the light in which it stands: none for what gives light
    itself; where it `stands`, it throws a shadow.
    """

    sprite: AnySprite
    x: int
    y: int
    width: int
    size: tuple[int, int]
    angle: float
    strength: float
    exact: bool
    lit: Lit = NO_LIGHT
    stands: Stands | None = None

    def body(self) -> tuple[int, int]:
        """Width and height without the shadow, of the upright box around it."""
        size = self.width, round(self.width / self.sprite.width * self.sprite.height)
        return _turned(*size, self.angle) if self.angle else size

    def rect(self, scale: float) -> pygame.Rect:
        """The rectangle that it covers with its shadow; `scale` is pixels to a design unit."""
        rect = pygame.Rect((0, 0), _turned(*self.size, self.angle) if self.angle else self.size)
        rect.center = self.x, self.y
        if self.stands and self.lit.side is not None:
            rect.union_ip(thrown(self.lit.side, self.stands, scale)[1])
        return rect


class Painter:
    """Keeps the surface of a window like the Frame that was put on it last."""

    def __init__(self, surface: pygame.Surface, sprites: Sprites):
        self.surface, self.sprites = surface, sprites
        self.scale = sprites.scale
        self._frame = Frame()
        self._shown: dict[ThingId, Blit] = {}
        self._covered: dict[ThingId, pygame.Rect] = {}
        self._holes: set[ThingId] = set()
        self._ink = Ink(self.scale, self._pixels)
        self._fitted = KeptSurfaces(KEPT_PIXELS * self.scale**2)
        self._fits: dict[ThingId, Fit] = {}  # of what is on the glass
        self._paints: WeakKeyDictionary[pygame.Surface, pygame.Rect] = WeakKeyDictionary()
        surface.fill(PAPER)

    @property
    def finished(self) -> bool:
        """True when everything on the glass is painted at its right size."""
        return not self._holes and all(shown.exact for shown in self._shown.values())

    def put(self, frame: Frame) -> list[pygame.Rect]:
        """Paint what differs from the last Frame; the rectangles that changed, in pixels."""
        if frame is self._frame and self.finished:
            return []
        light = self.sprites.light(frame.scene) if frame.scene else Light()
        shown = {drawn.id: self._blit(drawn, light) for drawn in frame.things}
        dirty = self._dirty(frame, shown)
        self._frame, self._shown, self._holes = frame, shown, set()
        if dirty:
            self._covered = {key: each.rect(self.scale) for key, each in shown.items()}
            self._fits = {key: fit for key, fit in self._fits.items() if key in shown}
            self._fitted.hold(self._fits.values())  # else a breath would drop the sheet on which one draws
        for rect in dirty:
            self._repaint(rect)
        for key in self._holes:  # dropped since it was asked for: it is painted once it is there again
            del self._shown[key]
        return dirty

    def lay_ahead(self, things: tuple[Drawn, ...]) -> None:
        """Lay the puppets among these, which come soon, in a frame that has nothing else to do."""
        light = self.sprites.light(self._frame.scene) if things else Light()
        for drawn in things:
            if isinstance(drawn.sprite, PuppetSprite):
                self._blit(drawn, light)

    def _repaint(self, rect: pygame.Rect) -> None:
        """Paint everything that lies in this rectangle, as it was put there last."""
        self.surface.set_clip(rect)
        for scene, left in self._scenes():
            backdrop = self.sprites.scene(scene) if scene else None
            if backdrop is not None:
                self.surface.blit(backdrop, rect, rect.move(-left, 0))
        for key, shown in self._shown.items():
            if rect.colliderect(self._covered[key]) and not self._lay(key, shown):
                self._holes.add(key)
        self._ink.paint(self.surface, rect)
        self.surface.set_clip(None)

    def _scenes(self) -> tuple[tuple[str, int], ...]:
        """The scene and, while a land slides, what lies beside it; how far from the left of the glass each begins."""
        frame, left = self._frame, self._aside(self._frame.aside)
        width = self.surface.get_width()
        return (frame.scene, left), (frame.beside, left - width if left > 0 else left + width)

    def _aside(self, share: float) -> int:
        """A share of the glass's width in pixels."""
        return round(share * self.surface.get_width())

    def _blit(self, drawn: Drawn, light: Light) -> Blit:
        """Where it comes to lie in pixels, and which painting of it is there."""
        sprite = drawn.sprite
        x, y = self.sprites.place(sprite, drawn.x, drawn.y)
        x, width = x + self._aside(drawn.aside), round(drawn.width * self.sprites.scale_of(sprite))
        if isinstance(sprite, PuppetSprite):
            sprite = replace(sprite, times=round(drawn.width / sprite.width, FINE))
        lit = _lit(drawn, light)
        found = self.sprites.some(sprite, lit)
        used = found[0] if found else sprite
        exact = found is not None and used == sprite
        if found is None:
            return Blit(used, x, y, width, (0, 0), drawn.angle, drawn.strength, exact)
        size = _size(drawn, used, found[1])
        shown = Blit(used, x, y, width, size, drawn.angle, drawn.strength, exact, lit)
        throws = lit.side is not None and not drawn.angle
        return replace(shown, stands=self._stands(found[1], shown)) if throws else shown

    def _pixels(self, x: float, y: float) -> tuple[int, int]:
        """A place in design units, in pixels of the window."""
        return pixels(self.surface.get_size(), self.scale, x, y)

    def _dirty(self, frame: Frame, shown: dict[ThingId, Blit]) -> list[pygame.Rect]:
        """The whole window, when the scene is another one; else what has changed on it."""
        smudged = self._ink.take(frame.strokes) if frame.strokes is not self._frame.strokes else []
        if _land(frame) != _land(self._frame):
            return [self.surface.get_rect()]
        rects = [blit.rect(self.scale).inflate(4, 4) for blit in _changed(self._shown, shown)]
        window = self.surface.get_rect()
        return _merged([rect.clip(window) for rect in rects + smudged if rect.colliderect(window)])

    def _lay(self, key: ThingId, shown: Blit) -> bool:
        """False where its surface is not there any more."""
        surface = self.sprites.exact(shown.sprite, shown.lit)
        if surface is None:
            return False
        fitted = self._fit(surface, shown)
        if fitted is not surface:
            self._fits[key] = _fit(surface, shown)
        if shown.stands and shown.lit.side is not None:
            soft, under = thrown(shown.lit.side, shown.stands, self.scale)
            lay_faint(self.surface, soft, under, shown.strength, PREMULTIPLIED)
        rect = fitted.get_rect(center=(shown.x, shown.y))
        lay_faint(self.surface, fitted, rect, shown.strength, _flags(shown.sprite))
        return True

    def _stands(self, surface: pygame.Surface, shown: Blit) -> Stands | None:
        """Where what is shown stands on the glass, and how wide, in pixels; None where it does not stand."""
        if isinstance(shown.sprite, PuppetSprite):
            wide = shown.width
            return (shown.x, shown.y + LOW * wide, WIDE * wide) if shown.sprite.is_whole else None
        if not isinstance(shown.sprite, Sprite) or shown.sprite.lift != STANDING:
            return None
        paint = self._paints.get(surface)
        if paint is None:
            paint = self._paints[surface] = painted(surface, OPAQUE)
        (x, y), times = surface.get_rect().center, shown.size[0] / surface.get_width()
        return shown.x + (paint.centerx - x) * times, shown.y + (paint.bottom - y) * times, paint.width * times

    def _fit(self, surface: pygame.Surface, shown: Blit) -> pygame.Surface:
        """The surface at the size, angle and in the light on the glass, as a puppet is already. The few of a breath are
        kept, and none that they were made of.
        """
        size, angle = shown.size, shown.angle
        as_it_is = surface.get_size() == size and not angle and not shown.lit
        if as_it_is or isinstance(shown.sprite, PuppetSprite):
            return surface
        fit = _fit(surface, shown)
        fitted = self._fitted.get(fit)
        if fitted is None:
            fitted = self._in_light(surface, shown)
            self._fitted.keep(fit, fitted)
        return fitted

    def _in_light(self, surface: pygame.Surface, shown: Blit) -> pygame.Surface:
        fitted = surface if surface.get_size() == shown.size else pygame.transform.smoothscale(surface, shown.size)
        fitted = pygame.transform.rotozoom(fitted, -shown.angle, 1) if shown.angle else fitted
        if shown.lit:
            fitted = fitted.copy() if fitted is surface else fitted
            lay_light(fitted, shown.lit, shown.body(), self.scale)
        return fitted


def _fit(surface: pygame.Surface, shown: Blit) -> Fit:
    return ref(surface), shown.size, shown.angle, shown.lit


def _land(frame: Frame) -> tuple[str, float, str]:
    return frame.scene, frame.aside, frame.beside


def _turned(width: int, height: int, angle: float) -> tuple[int, int]:
    """The size of the upright box around what is turned by so many degrees, and a little more."""
    across, down = abs(cos(radians(angle))), abs(sin(radians(angle)))
    return ceil(width * across + height * down) + 2, ceil(width * down + height * across) + 2


def _size(drawn: Drawn, used: AnySprite, surface: pygame.Surface) -> tuple[int, int]:
    """How large the surface is shown; a puppet is laid so."""
    wide, high = surface.get_size()
    times = 1 if isinstance(used, PuppetSprite) else drawn.width / used.width
    return max(1, round(wide * times)), max(1, round(high * times))


def _flags(sprite: AnySprite) -> int:
    """How it comes onto the glass: light is added to what is there."""
    lights = isinstance(sprite, Sprite) and sprite.lift == LIGHT
    return pygame.BLEND_RGB_ADD if lights else PREMULTIPLIED


def _is_lit(sprite: AnySprite) -> bool:
    """True for what stands in the scene's light: not the scene's own parts, nor what glows by itself."""
    return isinstance(sprite, PuppetSprite) or (isinstance(sprite, Sprite) and sprite.lift not in (CUT, GLOWING, LIGHT))


def _lit(drawn: Drawn, light: Light) -> Lit:
    """What is painted on the land takes the colour of the hour alone; what is lifted off it has two sides."""
    if not _is_lit(drawn.sprite):
        return NO_LIGHT
    painted = isinstance(drawn.sprite, Sprite) and drawn.sprite.lift == PAINTED
    side = None if painted or light.place is None else side_of(light.place, (drawn.x, drawn.y))
    return Lit(light.colour, side)


def _changed(before: dict[ThingId, Blit], shown: dict[ThingId, Blit]) -> list[Blit]:
    """What was there and is not so any more, and what is there now and was not so."""
    if list(before) == list(shown):  # as in most frames: only places and sizes can differ
        return [
            blit for pair in zip(before.values(), shown.values(), strict=True) if pair[0] != pair[1] for blit in pair
        ]
    changed = {key for key in before.keys() | shown.keys() if before.get(key) != shown.get(key)}
    changed |= _reordered(before, shown)
    return [found[key] for key in changed for found in (before, shown) if key in found]


def _reordered(before: dict[ThingId, Blit], shown: dict[ThingId, Blit]) -> set[ThingId]:
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
