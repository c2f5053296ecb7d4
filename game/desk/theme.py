"""What the desk's parts look like: the book's own palette, written down for pygame_gui.

This file knows colours and measures. See https://pygame-gui.readthedocs.io, "Theme Guide", for the names of the keys.
"""

from game.desk.form import Button

PAPER, SHEET, INK, SOFT, EDGE = "#fbeedb", "#fffaf0", "#2b2140", "#5d5170", "#e0cdb2"
PINE, LEAF, HEATHER, CLAY, GOLD, SAND = "#35705f", "#2c5d4f", "#7f6a94", "#9a4a3c", "#d9a441", "#f6e2c3"
CLEAR = "#fbeedb00"
CHIP, LILAC = "#f8e6cb", "#efe3f5"  # what is one of several, and one that is chosen
RING = "#a06c12"  # around what the keyboard is on
BOX, MARKED = "#fffdf8", "#dccbe8"  # a box to type in, and what is marked in it
BLUSH = "#f7ddd0"  # under what went wrong
TONES = {"ink": INK, "soft": SOFT, "trouble": "#8c3f33", "light": "#fffaf0", "link": LEAF}
CHIPS = ("choice", "section", "item")  # looks of what is one of several
STYLES = {"key": "key"} | dict.fromkeys(CHIPS, "chip")  # of the words on a button, where it has not a button's own
ROUND = 16  # design units of a corner

LOOKS = {  # what a button is filled with, when the mouse is over it, and its edge
    "plain": (SHEET, "#fff3da", EDGE),
    "main": (PINE, LEAF, PINE),
    "choice": (CHIP, SAND, CHIP),
    "chosen": (HEATHER, "#6f5b85", HEATHER),
    "quiet": (CLEAR, SAND, CLEAR),
    "danger": (CLAY, "#843c30", CLAY),
    "tab": (PAPER, SAND, PAPER),
    "tab-on": (HEATHER, HEATHER, HEATHER),
    "section": (CLEAR, SAND, CLEAR),
    "item": (CLEAR, SAND, CLEAR),
    "item-on": (HEATHER, HEATHER, HEATHER),
    "off": (PAPER, PAPER, EDGE),  # what cannot be pressed now
    "section-on": (LILAC, LILAC, LILAC),
    "tile": (CLEAR, SAND, CLEAR),
    "tile-on": (LILAC, LILAC, HEATHER),
    "key": (SHEET, "#fff3da", EDGE),
    "glass": (SAND, SAND, EDGE),  # what the keys of the keyboard on the glass lie on
}


def look_of(look: str, on: bool) -> str:
    """The name of the look of a button that is, or is not, chosen."""
    return {"choice": "chosen", "plain": "chosen", "key": "chosen"}.get(look, f"{look}-on") if on else look


def theme(scale: float) -> dict:
    """The theme for a desk of this scale; it has no font, since all words are painted."""
    return {
        **{f"@{name}": _box(*colours, scale, name) for name, colours in LOOKS.items()},
        "vertical_scroll_bar": _bar(scale),
        "vertical_scroll_bar.@sliding_button": _slider(scale),
        "vertical_scroll_bar.button": _slider(scale),
    }


def _box(fill: str, over: str, edge: str, scale: float, name: str) -> dict:
    states = {"normal": fill, "hovered": over, "active": over, "selected": fill, "disabled": fill}
    thick = 3 if name in ("tile-on", "section-on") else 2
    return {
        "colours": {f"{s}_bg": colour for s, colour in states.items()}
        | {f"{s}_border": edge for s in states}
        | {"dark_bg": fill},
        "misc": _shape(scale, thick),
    }


def _shape(scale: float, border: int = 2) -> dict:
    return {
        "shape": "rounded_rectangle",
        "shape_corner_radius": str(round(ROUND * scale)),
        "border_width": str(max(1, round(border * scale))),
        "shadow_width": "0",
    }


def _bar(scale: float) -> dict:
    return {
        "colours": {"dark_bg": "#00000000", "normal_border": "#00000000"},
        "misc": {"shadow_width": "0", "border_width": "0", "enable_arrow_buttons": "0"},
    }


def _slider(scale: float) -> dict:
    look = _box("#cbb28c", "#b2966b", PAPER, scale, "slider")
    return look | {"misc": look["misc"] | {"shape_corner_radius": "6", "border_width": "0"}}


def style_of(item: Button) -> str:
    """In which letters its words are written."""
    return "chip" if item.page is not None else STYLES.get(item.look, "button")


def tone_of(item: Button) -> str:
    """The name of the colour of its words, in TONES."""
    if item.means is None or (item.faint and not item.on):
        return "soft"
    if item.look == "quiet":
        return "link"
    return "light" if item.look in ("main", "danger") or (item.on and item.look != "section") else "ink"
