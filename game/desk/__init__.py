"""The grown-ups' desk: words, behind the gate. Each screen is a Form, which is data; pygame_gui shows it."""

import game.child  # noqa: F401  (its hints to SDL must stand before SDL is loaded)
