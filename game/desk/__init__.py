"""The grown-ups' desk: words, behind the gate. Each screen is a Form, which is data; pygame_gui shows it."""

import warnings

import game.glass  # noqa: F401  (its hints to SDL must stand before SDL is loaded)

warnings.filterwarnings("ignore", "Clamping", module="pygame_gui")  # it warns of scroll bars that nobody sees
