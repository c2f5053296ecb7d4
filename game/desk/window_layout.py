"""All that is in a window at once, in its places: the form, what is told above it, and the keyboard below it.

Pure, as `arrange.py` is, which places what a form shows, and `overlay.py`, which places what lies above it. It knows
no pygame_gui.
"""

from collections.abc import Iterable

from game.desk.arrange import arrange
from game.desk.form import Item, Means, Scroll, Told, means_of
from game.desk.overlay import arrange_keys, arrange_told
from game.desk.placed import Placed, lowered
from game.desk.text.shaping import TextShaper

LINE, AROUND = 64, 1.5  # design units of a box of one line; so many times as high is what it must be seen in


def arrange_window(
    form: Item, keys: Item | None, told: Told | None, size: tuple[int, int], shaper: TextShaper, typing: Means | None
) -> tuple[Placed, ...]:
    """The form, what is told above it and the keyboard below it, in a window of this size in pixels; `typing` is what
    the box means that is typed in.
    """
    below = arrange_keys(keys, size, shaper) if keys else ()
    room = min((p.box[1] for p in below), default=size[1])
    own = _above_keys(form, room, size, shaper, typing)
    above = arrange_told(told, own, (size[0], room), shaper) if told else ()
    return own + above + below


def _above_keys(
    form: Item, room: int, size: tuple[int, int], shaper: TextShaper, typing: Means | None
) -> tuple[Placed, ...]:
    """The form in the height that the keyboard leaves. Where too little of what scrolls would be left for the box
    that is typed in, the form is as high as ever, and its upper part is pushed out of the window.
    """
    own = arrange(form, (size[0], room), shaper)
    box = next((p for p in own if p.within and typing is not None and means_of(p.item) == typing), None)
    if box is None or _scroll_of(box, own).box[3] > min(box.box[3], LINE * shaper.scale) * AROUND:
        return own
    high = arrange(form, size, shaper)
    return tuple(p if p.within else lowered(p, room - size[1]) for p in high)


def _scroll_of(placed: Placed, among: Iterable[Placed]) -> Placed:
    """What this scrolls in."""
    return next(p for p in among if isinstance(p.item, Scroll) and p.item.name == placed.within)
