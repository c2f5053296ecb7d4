"""The desk's screens: each shows a Form and answers what is said. They know the office and the desk, and no pygame."""

from game.desk.screens.activities import Activities
from game.desk.screens.papers import Papers
from game.desk.screens.pin import Pin
from game.desk.screens.settings import Settings
from game.desk.screens.today import Today
from game.desk.screens.travellers import Travellers
from game.desk.screens.wipe import Wipe

SCREENS = {
    "today": Today,
    "travellers": Travellers,
    "papers": Papers,
    "activities": Activities,
    "settings": Settings,
    "pin": Pin,
    "wipe": Wipe,
}
