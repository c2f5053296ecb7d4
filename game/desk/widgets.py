"""The parts of the desk: what is placed becomes pygame_gui's elements.

This file knows pygame_gui's elements and nothing of what stays or goes; that is `view.py`'s.
"""

from collections.abc import Callable, Iterable
from typing import Any

import pygame
from pygame_gui.core import ObjectID
from pygame_gui.elements import UIImage, UIPanel, UIScrollingContainer

from game.desk.arrange import BAR
from game.desk.form import Button, Card, Entry, Image, Scroll, Text, Tile, page_room, picture_side
from game.desk.placed import Placed
from game.desk.plates import PlateButton, framed, left_out, plate
from game.desk.scrolling import RightToLeftScroll, SlimScroll
from game.desk.text.shaping import TextShaper
from game.desk.text.text_box import TextBox
from game.desk.theme import BLUSH, ROUND, SAND, SHEET, TONES, look_of

Images = Callable[[Any, int, int], pygame.Surface | None]  # what an Image shows in so many pixels, None: not yet
TOLD = {"ink": SAND, "trouble": BLUSH}  # what is told lies on this
ABOVE = 20  # layers: the keyboard on the glass, and what is told, lie above the form
OVERLAP = 0.78  # of a picture's width, from one to the next beside it
_NONE = {"left": 0, "right": 0, "top": 0, "bottom": 0}


class ImageWidget(UIImage):
    """A picture or words: to be looked at; whoever presses it presses what lies below."""

    def hover_point(self, hover_x: float, hover_y: float) -> bool:
        """Nothing of it answers a pointer that is over it."""
        return False

    def set_image(self, new_image: pygame.Surface, *_: Any, **__: Any) -> None:  # type: ignore[override]
        """It has the size and the form of the element already: pygame_gui would copy it twice more."""
        self._set_image(new_image.premul_alpha())


class PageWidget(ImageWidget):
    """What stands before a button's words: another is laid there, and the button stays as it is under a hand.

    It `waits` while its picture is being made.
    """

    page: Any = None
    waits = False

    def turn(self, page: Any, images: Images) -> None:
        """Lay this page or picture there in its room, b"" a blank sheet."""
        if page == self.page and not self.waits:
            return
        room, self.page = pygame.Surface(self.rect.size, pygame.SRCALPHA), page
        sheet = images(page, *self.rect.size) if page else None
        self.waits = bool(page) and sheet is None
        if isinstance(page, bytes):
            sheet = framed(sheet, self.rect.height)
        if sheet:
            room.blit(sheet, sheet.get_rect(center=room.get_rect().center))
        self.set_image(room)


class KeyboardKey(PlateButton):
    """A key of the keyboard on the glass: whoever is typed into stays so while it is pressed."""

    def get_focus_set(self):
        """The elements that keep the focus when it is pressed: those that have it now."""
        return self.ui_manager.get_focus_set()


class KeyboardPanel(UIPanel):
    """What the keys lie on."""

    def get_focus_set(self):
        """The elements that keep the focus when it is pressed: those that have it now."""
        return self.ui_manager.get_focus_set()


class WidgetFactory:
    """Makes the elements of one window's desk. `images` gives the pictures as surfaces."""

    def __init__(self, manager: Any, shaper: TextShaper, images: Images):
        self.manager, self.shaper, self._images = manager, shaper, images

    def make(self, placed: Placed, inside: UIScrollingContainer | None) -> list[Any]:
        """The elements of this item, the one that is pressed first; a None among them waits for a picture."""
        item, rect = placed.item, pygame.Rect(placed.box)
        if placed.glass:
            return self._key(placed, rect)
        more = {"manager": self.manager, "container": inside}
        if placed.told:
            more["starting_height"] = ABOVE
        match item:
            case Scroll():
                return [self._scroll(placed)]
            case Card():
                colour = tuple(pygame.Color(TOLD[placed.tone] if placed.told else SHEET))
                sheet = plate(rect.size, colour, round(ROUND * self.shaper.scale))
                return [ImageWidget(rect, sheet, **{"starting_height": 0} | more)]
            case Entry():
                return [TextBox(item, rect, self.shaper, **more)]
            case Image():
                return [self._image(item.art, rect, more)]
            case Text():
                return self._words(placed, rect, more)
            case Tile():
                pressed = [self._button("tile", item.on, rect, more)] if item.means else []
                return [*pressed, *self._faces(item, rect, more), *self._words(placed, rect, more)]
            case Button():
                look = item.look if item.means else "off"
                page = [] if item.page is None else [self._page(item, rect, more)]
                return [self._button(look, item.on, rect, more), *page, *self._words(placed, rect, more)]
        return []

    def turn(self, made: list[Any], page: Any) -> None:
        """Another page or picture before the words of this button's elements."""
        made[1].turn(page, self._images)

    def _page(self, item: Button, rect: pygame.Rect, more: dict) -> PageWidget:
        """What stands before the words of the button here."""
        px, ((wide, high), around) = self.shaper.scale, page_room(item)
        room = pygame.Rect(0, 0, round(wide * px), round(high * px))
        side = round((around + wide / 2) * px)
        room.center = (rect.right - side if self.shaper.rtl else rect.left + side), rect.centery
        made = PageWidget(room, pygame.Surface(room.size, pygame.SRCALPHA), starting_height=2, **more)
        made.turn(item.page, self._images)
        return made

    def _key(self, placed: Placed, rect: pygame.Rect) -> list[Any]:
        """What belongs to the keyboard lies above all else."""
        above = {"manager": self.manager, "starting_height": ABOVE + 4}
        match placed.item:
            case Card():
                look = _look("glass")
                return [KeyboardPanel(rect, starting_height=ABOVE, margins=_NONE, object_id=look, manager=self.manager)]
            case Button(look=name, on=on):
                look = _look(look_of(name, on))
                key = KeyboardKey(rect, "", manager=self.manager, starting_height=ABOVE + 2, object_id=look)
                return [key, *self._words(placed, rect, above)]
        return []

    def area(self, placed: Placed) -> tuple[int, int]:
        """How large what is in this Scroll is, in pixels."""
        return placed.box[2] - round(BAR * self.shaper.scale), max(1, placed.inner[1])

    def _scroll(self, placed: Placed) -> SlimScroll:
        rect, bar = pygame.Rect(placed.box), round(BAR * self.shaper.scale)
        made = RightToLeftScroll(rect, self.manager, bar) if self.shaper.rtl else SlimScroll(rect, self.manager)
        made.set_scrollable_area_dimensions(self.area(placed))
        return made

    def _button(self, look: str, on: bool, rect: pygame.Rect, more: dict) -> PlateButton:
        return PlateButton(rect, "", object_id=_look(look_of(look, on)), **more)

    def _image(
        self, art: Any, rect: pygame.Rect, more: dict, faint: bool = False, at: str = "midtop"
    ) -> ImageWidget | None:
        """The picture in this room, where it has its `at`."""
        surface = self._images(art, *rect.size)
        if surface and faint:
            surface = left_out(surface)
        place = surface.get_rect(**{at: getattr(rect, at)}) if surface else rect
        return ImageWidget(place, surface, starting_height=2, **more) if surface else None

    def _faces(self, item: Tile, rect: pygame.Rect, more: dict) -> Iterable[ImageWidget | None]:
        """The pictures on a tile."""
        px, many = self.shaper.scale, len(item.pictures)
        side = round(picture_side(item) * px)
        step = side * (-OVERLAP if self.shaper.rtl else OVERLAP)  # the first stands where people begin to read
        place = pygame.Rect(rect.centerx - side / 2 - step * (many - 1) / 2, rect.top + 12 * px, side, side)
        return [
            self._image(art, place.move(round(number * step), 0), more, item.faint, "center")
            for number, art in enumerate(item.pictures)
        ]

    def _words(self, placed: Placed, rect: pygame.Rect, more: dict) -> list[ImageWidget]:
        """All lines in one element: pygame_gui takes longer over an element than over what it shows."""
        if not placed.text:
            return []
        lines = self._lines(placed, rect)
        place = lines[0][1].unionall([place for _, place in lines])
        whole = pygame.Surface(place.size, pygame.SRCALPHA)
        whole.blits([(surface, there.move(-place.left, -place.top)) for surface, there in lines])
        return [ImageWidget(place, whole, **{"starting_height": 2, **more})]

    def _lines(self, placed: Placed, rect: pygame.Rect) -> list[tuple[pygame.Surface, pygame.Rect]]:
        """Each line and where it stands."""
        high, top = self.shaper.height(placed.style), rect.top
        if isinstance(placed.item, Tile) and not placed.item.means:
            top = rect.top + round((placed.item.side - 10) * self.shaper.scale)
        elif isinstance(placed.item, Tile):
            top = rect.bottom - high * len(placed.text) - round(8 * self.shaper.scale)
        elif placed.middle:
            top = rect.centery - high * len(placed.text) // 2
        return [self._line(placed, number, rect, top + high * number) for number in range(len(placed.text))]

    def _line(self, placed: Placed, number: int, rect: pygame.Rect, top: int) -> tuple[pygame.Surface, pygame.Rect]:
        is_note = number >= len(placed.text) - placed.notes
        style = "small" if is_note else placed.style
        tone = "soft" if is_note and placed.tone != "light" else placed.tone  # on what is chosen all is light
        tone = "trouble" if is_note and isinstance(placed.item, Tile) and placed.item.faint else tone
        surface = self.shaper.surface(placed.text[number], style, TONES[tone])
        start = rect.inflate(-2 * placed.inset, 0)
        left = start.right - surface.get_width() if self.shaper.rtl else start.left
        if placed.middle and not placed.inset:
            left = rect.centerx - surface.get_width() // 2
        high = self.shaper.height(placed.style)
        return surface, surface.get_rect(topleft=(left, top + (high - surface.get_height()) // 2))


def _look(name: str) -> ObjectID:
    return ObjectID(f"#{name}", f"@{name}")
