"""Paints a Picture and all its motion: gliding, settling, breathing, glowing. Repaints only what changed.

This file knows pygame, Pictures and the time it is handed; it knows no activity, no journal, no file.
"""

from math import cos, pi, sin

import pygame
from msgspec import Struct

from game.artist import PAD, Sprite, sprite_of
from game.child.ink import Ink
from game.child.sprites import PAPER, Sprites
from game.picture import HEIGHT, HELD, WIDTH, Backdrop, Glow, Picture, Stamp

GLIDE = 0.34  # seconds from the old place to the new one
GLOW_TIME = 1.2  # seconds in which a glow comes
BREATH, DEPTH, BEAT = 3.0, 0.02, 12  # seconds for a breath, how much it swells, steps a second
FOUR_BREATHS, BREATHS = "four-breaths", 4
SLOW_BREATH, SLOW_DEPTH = 8.0, 0.2  # four seconds in, four out; a fifth larger at its fullest
SETTLE = 0.9  # how far a glide goes too far before it settles
KEPT_PIXELS = 1_500_000  # of pictures at the sizes of a breath, at one pixel to a design unit


class Place(Struct, frozen=True):
    """Where and how large something is, in design units, and how opaque."""

    x: float
    y: float
    width: float
    strength: float = 1


class Shown(Struct, frozen=True):
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


class _Motion(Struct):
    """From where to where something is on its way, since when, and how long it takes."""

    start: Place
    end: Place
    since: float
    lasts: float


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
        self._things: list[tuple[str, Stamp | Glow]] = []
        self._motions: dict[str, _Motion] = {}
        self._shown: dict[str, Shown] = {}
        self._breaths: dict[str, tuple[str, float]] = {}
        self._ink, self._smudged = Ink(self.scale, self._pixels), []
        self._scene = ""
        self._fitted: dict = {}
        self._fitted_pixels = 0
        self._beat: float | None = None
        surface.fill(PAPER)

    def show(self, picture: Picture, now: float) -> bool:
        """Take the Picture up. False while its art is still being made: the old screen stays until it is whole."""
        if picture is self.picture:
            return True
        if not self._ready(picture):
            return False
        self._smudged += self._ink.take(picture)
        self._things = list(_keyed(picture))
        self._breaths = {key: self._begun(key, thing, now) for key, thing in self._things if _loop(thing, FOUR_BREATHS)}
        self._motions = {key: self._aimed(key, thing, now) for key, thing in self._things}
        self.picture, self._beat = picture, None
        return True

    def moving(self, now: float) -> bool:
        """True while something glides or glows up."""
        if any(now - since < BREATHS * SLOW_BREATH for _, since in self._breaths.values()) and not self.still:
            return True
        return any(now - motion.since < motion.lasts for motion in self._motions.values())

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
        if self.moving(now) or not self.finished:
            self._beat = None  # one more frame after the last of the motion, exactly at its end
            return True
        beat = int(now * BEAT) if loops else -1
        due, self._beat = beat != self._beat, beat
        return due

    def _ready(self, picture: Picture) -> bool:
        """True when the scene and some painting of every picture are there; what is missing is asked for."""
        found = [self.sprites.scene(thing.scene) for thing in picture.things if isinstance(thing, Backdrop)]
        found += [self.sprites.some(_sprite(thing)) for _, thing in _keyed(picture)]
        return None not in found

    def _aimed(self, key: str, thing: Stamp | Glow, now: float) -> _Motion:
        """How a thing sets out for its place; what a hand holds is there at once."""
        end, before = _place(thing), self._motions.get(key)
        if before is not None and before.end == end:
            return before
        if isinstance(thing, Glow):
            start = _between(before, now) if before else Place(end.x, end.y, end.width, 0)
            return _Motion(start, end, now, GLOW_TIME)
        held = thing.lift == HELD
        return _Motion(end, end, now, 0) if before is None or held else _Motion(_between(before, now), end, now, GLIDE)

    def _shown_now(self, key: str, thing: Stamp | Glow, now: float, loops: bool) -> Shown | None:
        motion, sprite = self._motions[key], _sprite(thing)
        place = motion.end if self.still else _between(motion, now)
        if place.strength < 0.02:
            return None
        swell = self._swell(key, thing, now, loops)
        x, y = self._pixels(place.x, place.y)
        width = round(place.width * (1 + swell) * self.scale)
        found = self.sprites.some(sprite)
        used = found[0] if found else sprite
        return Shown(used, x, y, width, round(place.strength * 24) / 24, found is not None and used == sprite)

    def _pixels(self, x: float, y: float) -> tuple[int, int]:
        """A place in design units, in pixels of the window."""
        return round(self.left + x * self.scale), round(self.top + y * self.scale)

    def _begun(self, key: str, thing: Stamp | Glow, now: float) -> tuple[str, float]:
        """When these four slow breaths began; another name of the loop begins them anew."""
        before = self._breaths.get(key)
        return before if before and before[0] == thing.loop else (thing.loop, now)

    def _swell(self, key: str, thing: Stamp | Glow, now: float, loops: bool) -> float:
        """How much larger a thing is just now than at rest, as a share of its size."""
        if key in self._breaths and not self.still:
            since = now - self._breaths[key][1]
            return SLOW_DEPTH * (1 - cos(2 * pi * since / SLOW_BREATH)) / 2 if since < BREATHS * SLOW_BREATH else 0
        if loops and _loop(thing, "breathe"):
            return DEPTH * sin(2 * pi * (int(now * BEAT) / BEAT / BREATH + _phase(key)))
        return 0

    def _new_scene(self) -> list[pygame.Rect]:
        """The whole window, when the scene is another one."""
        scene = next((thing.scene for thing in self.picture.things if isinstance(thing, Backdrop)), "")
        if scene == self._scene:
            return []
        self._scene = scene
        return [self.surface.get_rect()]

    def _differences(self, shown: dict[str, Shown]) -> list[pygame.Rect]:
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

    def _blit(self, shown: Shown) -> None:
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
            yield thing.id or f"{index} {thing.x} {thing.y}", thing
        elif isinstance(thing, Glow):
            yield thing.id, thing


def _sprite(thing: Stamp | Glow) -> Sprite:
    """What is painted of a thing: a Glow is a picture of its own, at full strength and without a shadow."""
    if isinstance(thing, Stamp):
        return sprite_of(thing)
    size = 2 * thing.radius
    light = Glow(thing.id, thing.radius, thing.radius, thing.radius, 1)
    return Sprite(Picture((light,), size, size), size, size, "")


def _place(thing: Stamp | Glow) -> Place:
    width = thing.width if isinstance(thing, Stamp) else 2 * thing.radius
    return Place(thing.x, thing.y, width, thing.strength)


def _between(motion: _Motion, now: float) -> Place:
    """Where a thing is now: it sets out fast, goes a little too far and settles."""
    share = min(1.0, (now - motion.since) / motion.lasts) if motion.lasts else 1.0
    way = 1.0 if share == 1 else 1 + (share - 1) ** 3 * (1 + SETTLE) + SETTLE * (share - 1) ** 2
    a, b = motion.start, motion.end
    strength = a.strength + (b.strength - a.strength) * share
    return Place(a.x + (b.x - a.x) * way, a.y + (b.y - a.y) * way, a.width + (b.width - a.width) * way, strength)


def _loop(thing: Stamp | Glow, name: str) -> bool:
    return isinstance(thing, Stamp) and thing.loop.split(" ")[0] == name


def _phase(key: str) -> float:
    """Pictures do not breathe all at once; which is first is the same each time."""
    return sum(map(ord, key)) % 7 / 7


def _faded(surface: pygame.Surface, strength: float) -> pygame.Surface:
    if strength == 1:
        return surface
    faded, part = surface.copy(), round(255 * strength)
    faded.fill((part, part, part, part), special_flags=pygame.BLEND_RGBA_MULT)
    return faded


def _reordered(before: dict[str, Shown], shown: dict[str, Shown]) -> set[str]:
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
