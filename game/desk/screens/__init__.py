"""The desk's screens: each shows a Form and answers what is said. They know the office and the desk, and no pygame."""

from game.desk.screens.today import Today

SCREENS = {"today": Today}
