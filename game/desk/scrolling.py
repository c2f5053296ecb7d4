"""What scrolls, with a slim bar; for those who read from the right it stands on the left, where their lines end.

This file knows pygame_gui's scrolling container, which has a broad bar on the right in every language, and no form.
"""

import pygame
from pygame_gui import UIManager
from pygame_gui.elements import UIScrollingContainer

SLIM = 12  # pixels of the bar


class SlimScroll(UIScrollingContainer):
    """What is longer than its room, up and down."""

    def __init__(self, rect: pygame.Rect, manager: UIManager):
        super().__init__(rect, manager, allow_scroll_x=False)

    def scroll_by(self, pixels: float) -> None:
        """Move what is in it up by so many pixels, to its ends and no further."""
        bar = self.vert_scroll_bar
        if bar is not None:
            long, most = self.scrollable_container.rect.height, 1 - bar.visible_percentage
            bar.set_scroll_from_start_percentage(min(max(bar.start_percentage + pixels / long, 0), most))
            bar.has_moved_recently = True

    def _check_scroll_bars(self) -> tuple[bool, bool]:
        needed = super()._check_scroll_bars()
        self.scroll_bar_width = min(self.scroll_bar_width, SLIM)
        self._calculate_scrolling_dimensions()
        return needed


class RightToLeftScroll(SlimScroll):
    """`bar` are the pixels on the left that are kept for the bar, whether there is one or not."""

    def __init__(self, rect: pygame.Rect, manager: UIManager, bar: int):
        self._bar = bar
        super().__init__(rect, manager)

    def _sort_out_element_container_scroll_bars(self) -> None:
        """After every change of size: the bar to the left edge, and the view into all that is right of it."""
        super()._sort_out_element_container_scroll_bars()
        root, bar = self._root_container, self.vert_scroll_bar
        if root is None or bar is None:  # as pygame_gui declares them until they are made
            return
        wide, high = root.rect.size
        bar.set_relative_position((-wide, 0))  # its own place is told from the right
        self._view_container.set_anchors({side: side for side in ("left", "right", "top", "bottom")})
        self._view_container.set_relative_position((self._bar, 0))
        self._view_container.set_dimensions((wide - self._bar, high))
