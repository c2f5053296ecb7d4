"""A keyboard on the glass, for a tablet whose own cannot come up over a locked full screen.

It is a form like all others, and what a key says becomes an event as from a real keyboard. This file knows pygame's
events and the form, and nothing of who types what.
"""

from enum import Enum, auto
from itertools import accumulate, pairwise
from unicodedata import combining

import pygame
from msgspec import Struct
from msgspec.structs import replace

from game.desk.form import Button, Column, Item, Means, Row
from game.system.language import LANGUAGES, Translate

SPACE, GAP = 1256, 8  # design units of a row, and between two keys
CARRIER = "ـ"  # a line on which a mark is shown that has no place of its own


class ActionKey(Enum):
    """A key that types no sign."""

    SHIFT = auto()
    SIGNS = auto()
    LANGUAGE = auto()
    CLOSE = auto()
    DELETE = auto()
    NEW_LINE = auto()


class SignKey(Struct, frozen=True):
    """A key that types this sign."""

    sign: str


class ScreenKeyboard(Struct, frozen=True):
    """The keyboard: for the box that means `box` (None where it is away), in a language, and which signs it shows."""

    language: str
    box: Means | None = None
    shift: bool = False
    signs: bool = False


def form(keys: ScreenKeyboard, several: bool, _: Translate) -> Item:
    """The rows of keys; `several`: the box has several lines."""
    first, second, third = _rows(keys)
    shift = [] if keys.signs else [_key(ActionKey.SHIFT, "↑", 1.5, keys.shift)]
    language = LANGUAGES[keys.language]
    page, comma = language.keys.page if keys.signs else "123", language.keys.comma
    below = [
        _key(ActionKey.SIGNS, page, 1.6),
        _key(ActionKey.LANGUAGE, LANGUAGES[_next(keys.language)].name, 2),
        _key(SignKey(comma), comma),
        _key(SignKey(" "), language.name, 5),
        _key(SignKey("."), "."),
        *([_key(ActionKey.NEW_LINE, _("New line"), 2.4)] if several else []),
        _key(ActionKey.CLOSE, _("Close"), 2.4),
    ]
    rows = (_typed(first), _typed(second), [*shift, *_typed(third), _key(ActionKey.DELETE, _("Delete"), 1.9)], below)
    return Column(tuple(_fitted(row) for row in rows), GAP)


def pressed(keys: ScreenKeyboard, key: ActionKey | SignKey) -> tuple[ScreenKeyboard, pygame.event.Event | None]:
    """The keyboard after this key, and the event that it is to the box."""
    match key:
        case ActionKey.SHIFT:
            return replace(keys, shift=not keys.shift), None
        case ActionKey.SIGNS:
            return replace(keys, signs=not keys.signs, shift=False), None
        case ActionKey.LANGUAGE:
            return ScreenKeyboard(_next(keys.language), keys.box), None
        case ActionKey.CLOSE:
            return ScreenKeyboard(keys.language), None
        case ActionKey.DELETE:
            return keys, _event(pygame.K_BACKSPACE)
        case ActionKey.NEW_LINE:
            return keys, _event(pygame.K_RETURN)
        case SignKey(sign):
            return replace(keys, shift=False), pygame.event.Event(pygame.TEXTINPUT, text=sign)


def _event(key: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0)


def _next(language: str) -> str:
    there = list(LANGUAGES)
    return there[(there.index(language) + 1) % len(there)]


def _rows(keys: ScreenKeyboard) -> tuple[str, ...]:
    there = LANGUAGES[keys.language].keys
    if keys.signs:
        return there.signs
    if not keys.shift:
        return there.letters
    return there.shifted or tuple(row.replace("ß", "ẞ").upper() for row in there.letters)


def _typed(row: str) -> list[tuple[float, Button]]:
    return [_key(SignKey(sign), CARRIER + sign if combining(sign) else sign) for sign in row]


def _key(means: ActionKey | SignKey, words: str, wide: float = 1, on: bool = False) -> tuple[float, Button]:
    return wide, Button(means, words, "key", on)


def _fitted(row: list[tuple[float, Button]]) -> Row:
    """The keys as wide as the row has room for."""
    one = (SPACE - GAP * (len(row) - 1)) / sum(wide for wide, _ in row)
    ends = [round(one * end) for end in accumulate(wide for wide, _ in row)]
    wide = (end - start for start, end in pairwise([0, *ends]))
    return Row(tuple(replace(button, width=w) for w, (_, button) in zip(wide, row, strict=True)), GAP)
