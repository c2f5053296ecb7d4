"""pygame_gui's manager and theme, as the desk needs them.

This file knows pygame_gui; it knows no form and nothing that is shown.
"""

from collections.abc import Sequence
from functools import lru_cache

import pygame_gui
from pygame_gui.core import BlockingThreadedResourceLoader, UIAppearanceTheme

from game.desk.theme import theme


class Theme(UIAppearanceTheme):
    """pygame_gui's own, which finds anew, for each element that is made, by which names its look may be said."""

    def __init__(self, scale: float):
        files = BlockingThreadedResourceLoader()
        super().__init__(files, "en")
        self._names: dict[tuple, list[str]] = {}
        self.load_theme(theme(scale))
        files.start()
        files.update()

    def build_all_combined_ids(self, *ids: Sequence[str | None] | None) -> list[str]:
        """The names, the most exact first: from the ids of an element and of all that it lies in."""
        key = tuple(one if one is None else tuple(one) for one in ids)
        if key not in self._names:
            self._names[key] = super().build_all_combined_ids(*ids)  # type: ignore[arg-type]
        return self._names[key]


@lru_cache(2)
def _theme(scale: float) -> Theme:
    """The theme of this scale: it is read but once, however often the desk is opened."""
    return Theme(scale)


class Manager(pygame_gui.UIManager):
    """pygame_gui's own, told where the pointer is: a finger has no mouse that could be asked."""

    def __init__(self, size: tuple[int, int], scale: float):
        self._scale = scale
        super().__init__(size, enable_live_theme_updates=False)

    def create_new_theme(self, *_) -> Theme:
        """The desk's own, of its scale."""
        return _theme(self._scale)

    def _update_mouse_position(self) -> None:
        pass
