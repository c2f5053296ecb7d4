"""The desk's screens: each shows a Form and answers what is said. They know the desk and its model, and no pygame."""

from game.desk.screen_host import Screens
from game.desk.screens.activities import ActivitiesScreen
from game.desk.screens.broken import BrokenScreen
from game.desk.screens.papers import PapersScreen
from game.desk.screens.pin import PinScreen
from game.desk.screens.settings import SettingsScreen
from game.desk.screens.today import TodayScreen
from game.desk.screens.travellers import TravellersScreen
from game.desk.screens.wipe import WipeScreen

SCREENS: Screens = {
    "today": TodayScreen,
    "travellers": TravellersScreen,
    "papers": PapersScreen,
    "activities": ActivitiesScreen,
    "settings": SettingsScreen,
    "pin": PinScreen,
    "wipe": WipeScreen,
    "broken": BrokenScreen,
}
