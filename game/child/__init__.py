"""The child's room on the glass. No words, no fonts, nothing from the desk or the papers."""

import game.glass  # noqa: F401  (its hints to SDL must stand before SDL is loaded)
