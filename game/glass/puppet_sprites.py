"""Puppets as surfaces: the parts of a companion, made once for a size, are turned and laid upon each other for a pose.

This file knows pygame; where a part lies `core/assembly.py` says. The shadows are never in a part: each falls straight
down, and only on paper that is there already.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import lru_cache

import pygame
from msgspec import Struct

from game.art.puppet_reader import SHADOWS, Cell, sheet_boxes, view_box
from game.core.assembly import Lying, rotated
from game.core.puppet import Point
from game.core.sprite import PAD, PuppetSprite
from game.glass.kept import KeptSurfaces
from game.glass.lighting import NO_LIGHT, Lit, lay_light
from game.glass.opened import strips_of
from game.glass.trimmed import around

SHEETS = 6  # sizes whose parts are kept
KEPT_PIXELS = 250_000  # of laid poses, at one pixel to a design unit: a breath is five
KEPT_ARMS = 60_000  # the same of arms alone, over what is carried: among whole poses each would drop the other
TURNED = 24  # parts that are kept as they were turned: from one pose to the next most of them stay as they are
GROUND = (0, 366)  # where the puppet stands, in units of its drawing
ON_GROUND = (236, 34, 70)  # the shadow on the ground: its width and height in these units, its strength of 255
LAYERS = 5  # of which the shadow on the ground is made, so that its edge is soft

Piece = tuple[pygame.Surface, tuple[int, int], int]  # a part as it is turned, where it lies, how far it is lifted
Parts = dict[Cell, tuple[pygame.Surface, tuple[int, int]]]  # each with its left upper corner, in pixels


class PartSheet(Struct):
    """The parts of a puppet at one size: `scale` is pixels to a unit of its drawing, from `left`, `top`."""

    parts: Parts
    scale: float
    left: float
    top: float


class PuppetSprites:
    """The puppets of one window. `picture` gives packed pixels of a sheet of parts: name, and size of a cell."""

    def __init__(self, picture: Callable[[str, int, int], bytes], scale: float, lay_grain: Callable):
        self._picture, self._scale, self._lay_grain = picture, scale, lay_grain
        self._sheets: OrderedDict[tuple[str, int], PartSheet] = OrderedDict()
        self._made, self._arms = (KeptSurfaces(kept * scale**2) for kept in (KEPT_PIXELS, KEPT_ARMS))
        self._turned = lru_cache(TURNED)(_turned)

    def load(self, sprite: PuppetSprite) -> None:
        """Make the parts of this puppet in this size, where they are not there yet. It takes its time."""
        name, width = self._key(sprite)
        if (name, width) not in self._sheets:
            self._sheets[name, width] = self._cut(name, width)

    def has(self, sprite: PuppetSprite) -> bool:
        """True when its parts are there, in whatever pose."""
        return self._key(sprite) in self._sheets

    def leave_out(self, sprite: PuppetSprite) -> None:
        """This puppet cannot be made in this size: nothing is seen of it."""
        self._sheets[self._key(sprite)] = PartSheet({}, 1, 0, 0)

    def surface(self, sprite: PuppetSprite, lit: Lit = NO_LIGHT) -> pygame.Surface | None:
        """The puppet in this pose and light, premultiplied and without clear edges (`trimmed.py`); None while its parts
        are not made.
        """
        key = self._key(sprite)
        sheet = self._sheets.get(key)
        if sheet is None:
            return None
        self._sheets.move_to_end(key)
        while len(self._sheets) > SHEETS:  # here and not where they are made: that is in another thread
            self._sheets.popitem(last=False)
        made = self._made if sprite.is_whole else self._arms
        laid = made.get((sprite, lit))
        if laid is None:
            laid = self._laid(sheet, sprite)
            lay_light(laid, lit, self._body(sprite), self._scale)
            made.keep((sprite, lit), laid)
        return laid

    def _body(self, sprite: PuppetSprite) -> tuple[int, int]:
        """Width and height in pixels without the room around it."""
        return round(sprite.times * sprite.width * self._scale), round(sprite.times * sprite.height * self._scale)

    def _key(self, sprite: PuppetSprite) -> tuple[str, int]:
        return sprite.posed.puppet, round(sprite.width * self._scale)

    def _cut(self, name: str, width: int) -> PartSheet:
        left, top, across, along = view_box(name)
        height = round(width * along / across)
        _, painted = strips_of(self._picture(name, width, height), height)
        found: Parts = {}
        for (paint, pixels), (cell, box) in zip(painted, sheet_boxes(name, width, height), strict=True):
            aside = (width - box[2]) // 2 - box[0]
            found[cell] = self._part(pixels), (paint[0] + aside, paint[1] - box[1])
        return PartSheet(found, width / across, left, top)

    def _part(self, pixels: Iterator[pygame.Surface]) -> pygame.Surface:
        """The part, without what is clear around it."""
        part = next(pixels, pygame.Surface((0, 0))).convert_alpha()
        part.premul_alpha_ip()
        self._lay_grain(part)
        return part

    def _laid(self, sheet: PartSheet, sprite: PuppetSprite) -> pygame.Surface:
        """Part upon part, from the lowest to the topmost; the face slides on the head and ends at its outline."""
        if not sheet.parts:
            return pygame.Surface((1, 1), pygame.SRCALPHA)
        scale, pad = sheet.scale * sprite.times, PAD * self._scale * sprite.times
        shadow = [_on_ground(sheet, scale, pad)] if sprite.is_whole else []
        pieces = self._pieces(sheet, sprite, scale, pad)
        wide, high = (round(side * self._scale * sprite.times) for side in sprite.canvas)
        covered = [piece.get_rect(topleft=at) for piece, at in shadow + [(piece, at) for piece, at, _ in pieces]]
        left = around((wide, high), covered[0].unionall(covered[1:]).clip((0, 0, wide, high)))
        canvas = pygame.Surface(left.size, pygame.SRCALPHA)
        sizes = [piece.get_size() for piece, _, _ in pieces]
        cast = pygame.Surface([max(sides) for sides in zip(*sizes, strict=True)], pygame.SRCALPHA)
        for layer, (x, y) in shadow:
            canvas.blit(layer, (x - left.x, y - left.y), special_flags=pygame.BLEND_PREMULTIPLIED)
        for piece, (x, y), lift in pieces:
            _shade(canvas, piece, (x - left.x, y - left.y), lift, scale, cast)
            canvas.blit(piece, (x - left.x, y - left.y), special_flags=pygame.BLEND_PREMULTIPLIED)
        return canvas

    def _pieces(self, sheet: PartSheet, sprite: PuppetSprite, scale: float, pad: float) -> list[Piece]:
        """The parts as they are turned, from the lowest to the topmost."""
        pieces, times, head = [], sprite.times, None
        for lying in sprite.posed.parts:
            name = lying.part.name
            side = "back" if name in sprite.posed.behind and (name, "back") in sheet.parts else "front"
            part, corner = sheet.parts[name, side]
            piece = self._turned(part, lying.angle, (lying.scale[0] * times, lying.scale[1] * times))
            (x, y), (wide, high) = corner, part.get_size()
            middle = (x + wide / 2) * times, (y + high / 2) * times
            at = _place(lying, piece, middle, sheet, scale, pad)
            if name == "mouth" and head is not None:
                piece = piece.copy()  # the one that is kept stays whole
                _end_at(piece, at, *head)
            pieces.append((piece, at, lying.part.lift))
            if name == "head":
                head = piece, at
        return pieces


def _turned(part: pygame.Surface, angle: float, scale: tuple[float, float]) -> pygame.Surface:
    """The part scaled and turned by so many degrees; itself where it is neither."""
    if scale != (1, 1):
        size = max(1, round(part.get_width() * scale[0])), max(1, round(part.get_height() * scale[1]))
        part = pygame.transform.smoothscale(part, size)
    return pygame.transform.rotozoom(part, -angle, 1) if angle else part


def _place(
    lying: Lying, piece: pygame.Surface, was: Point, sheet: PartSheet, scale: float, pad: float
) -> tuple[int, int]:
    """Where the left upper corner of the turned part comes to lie on the canvas; where its middle `was` before."""
    pin = [(place - edge) * scale for place, edge in zip(lying.part.pivot, (sheet.left, sheet.top), strict=True)]
    from_pin = [(was[i] - pin[i]) * lying.scale[i] for i in (0, 1)]
    across, along = rotated((from_pin[0], from_pin[1]), lying.angle)
    x = pad + (lying.x - sheet.left) * scale + across - piece.get_width() / 2
    y = pad + (lying.y - sheet.top) * scale + along - piece.get_height() / 2
    return round(x), round(y)


def _end_at(face: pygame.Surface, at: tuple[int, int], head: pygame.Surface, on: tuple[int, int]) -> None:
    """Cut the face where the head has no paper."""
    mask = pygame.mask.from_surface(head, 127).to_surface(setcolor=(255,) * 4, unsetcolor=(0,) * 4)
    paper = pygame.Surface(face.get_size(), pygame.SRCALPHA)
    paper.blit(mask, (on[0] - at[0], on[1] - at[1]))
    face.blit(paper, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)


def _shade(
    canvas: pygame.Surface, piece: pygame.Surface, at: tuple[int, int], lift: int, scale: float, cast: pygame.Surface
) -> None:
    """The shadow of the next piece on what lies there already; `cast` is to paint it on, no smaller than the piece."""
    cast = cast.subsurface(piece.get_rect())
    for down, more, strength in SHADOWS if lift else ():
        fall = max(1, round((down + more * lift) * scale))
        cast.fill(0, special_flags=pygame.BLEND_RGBA_MULT)  # a plain fill writes past the processor's cache
        cast.fill((0, 0, 0, round(255 * strength)), special_flags=pygame.BLEND_RGBA_ADD)
        cast.blit(piece, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        cast.blit(canvas, (-at[0], -at[1] - fall), special_flags=pygame.BLEND_RGBA_MULT)
        canvas.blit(cast, (at[0], at[1] + fall), special_flags=pygame.BLEND_PREMULTIPLIED)


def _on_ground(sheet: PartSheet, scale: float, pad: float) -> tuple[pygame.Surface, tuple[int, int]]:
    """The soft shadow where the puppet stands, and where it lies on the canvas."""
    shadow, (x, y) = _ground_shadow(scale), GROUND
    middle = pad + (x - sheet.left) * scale, pad + (y - sheet.top) * scale
    return shadow, shadow.get_rect(center=middle).topleft


@lru_cache(SHEETS)
def _ground_shadow(scale: float) -> pygame.Surface:
    """Spots upon each other, premultiplied; `scale` is pixels to a unit of the drawing."""
    width, height, strength = ON_GROUND
    shadow = pygame.Surface((round(width * scale), round(height * scale)), pygame.SRCALPHA)
    for layer in range(LAYERS):
        share = 1 - layer / (LAYERS + 1)
        spot = pygame.Surface((round(width * share * scale), round(height * share * scale)), pygame.SRCALPHA)
        pygame.draw.ellipse(spot, (0, 0, 0, round(strength / LAYERS)), spot.get_rect())
        shadow.blit(spot, spot.get_rect(center=shadow.get_rect().center), special_flags=pygame.BLEND_PREMULTIPLIED)
    return shadow
