"""Typing on the glass: when the keyboard comes, where its keys go, and when it is put away.

This file joins the view and `text/screen_keyboard.py`; it knows no screen.
"""

from msgspec.structs import replace

from game.desk.form import Entry, Item, items
from game.desk.text import screen_keyboard
from game.desk.text.screen_keyboard import ActionKey, ScreenKeyboard, SignKey
from game.desk.view import FormView
from game.system.language import Translate


class GlassTyping:
    """The keyboard on the glass of this desk, in the grown-up's language when it first comes."""

    def __init__(self, language: str):
        self._keys = ScreenKeyboard(language)

    @property
    def there(self) -> bool:
        """Whether the keyboard is on the glass."""
        return self._keys.box is not None

    def tapped(self, view: FormView) -> bool:
        """A finger has tapped: where that was a box to type in, the keyboard comes up; True then.

        For a PIN it begins with digits: so does the gate.
        """
        box = view.typing()
        if box is None or box.means == self._keys.box:
            return False
        self._keys = replace(self._keys, box=box.means, signs=box.secret)
        return True

    def press(self, key: ActionKey | SignKey, view: FormView) -> None:
        """A key of it is pressed: what it types goes into its box."""
        self._keys, event = screen_keyboard.pressed(self._keys, key)
        if event is not None:
            if view.typing() is None and self._keys.box is not None:
                view.go_to(self._keys.box)
            view.manager.process_events(event)

    def put_away(self) -> bool:
        """No keyboard; True where there was one."""
        there = self.there
        self._keys = replace(self._keys, box=None, shift=False)
        return there

    def form(self, form: Item, _: Translate) -> Item | None:
        """The keyboard, as long as its box is in this form."""
        boxes = (item for item in items(form) if isinstance(item, Entry))
        box = next((box for box in boxes if box.means == self._keys.box), None)
        if box is None:
            self.put_away()
            return None
        return screen_keyboard.form(self._keys, box.lines > 1, _)
