"""The tabs of the desk, in their order, and how they stand above a screen. It knows no screen but by its name."""

from game.desk.form import Button, Column, Item, Row
from game.desk.messages import ShowTab
from game.system.language import N_, Translate

TABS = {
    "today": N_("Today"),
    "travellers": N_("Travellers"),
    "activities": N_("Activities"),
    "settings": N_("Settings"),
}


def below_tabs(screen: Item, tab: str, _: Translate) -> Item:
    """The screen of this tab, and above it all tabs; alone where that is ""."""
    head = Row(tuple(Button(ShowTab(name), _(words), "tab", on=name == tab) for name, words in TABS.items()))
    return Column((*([head] if tab else []), screen))
