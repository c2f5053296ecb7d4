"""The keyboard on the glass: fingers alone type at the desk, in each language."""

import pygame
import pytest

from game.desk.messages import Choose, ChooseTraveller, Command, Field, ShowTab, ShowVisit, WhoIs
from game.desk.text.screen_keyboard import ActionKey, ScreenKeyboard, SignKey, pressed
from game.system.language import LANGUAGES
from tests.catalogues import kept
from tests.support.at_the_desk import GrownUp
from tests.support.desk_visits import was_here
from tests.support.recorded import ID, put


@pytest.fixture
def at_the_desk(at_the_desk):
    """Opens a house in which fingers alone do everything."""

    def open_(language="en", by="finger"):
        grown_up = at_the_desk(by)
        for means in (ShowTab("settings"), Choose("language", language), ShowTab("today")):
            grown_up.press(means)
        return grown_up

    return open_


def to_pin(grown_up: GrownUp) -> None:
    """A finger presses a box of one line, and wants letters where the keyboard begins with digits."""
    grown_up.press(ShowTab("settings"))
    grown_up.press(Field("pin"))
    if SignKey("4") in grown_up.there:
        grown_up.press(ActionKey.SIGNS)


def to_own_words(grown_up: GrownUp) -> None:
    """A traveller is there, and a finger presses the box for the therapist's own words, which has several lines."""
    id = was_here(grown_up)
    grown_up.press(ShowTab("travellers"))
    grown_up.press(ChooseTraveller(id))
    grown_up.press(Field("own"))


def to_who_it_is(grown_up: GrownUp) -> None:
    """A finger presses the box beside the last picture that can be somebody, far down a long visit."""
    put(grown_up.store, ID, "whole-workbook")
    grown_up.desk.model.refresh()
    for means in (ShowTab("travellers"), ChooseTraveller(ID), ShowVisit(2)):
        grown_up.press(means)
    grown_up.press([means for means in grown_up.there if isinstance(means, WhoIs)][-1])


def typed(grown_up: GrownUp) -> str:
    """What the screen knows of the box that is typed in."""
    return grown_up.desk.view.typing().value


def covered(grown_up: GrownUp) -> bool:
    """Whether the keyboard lies over the box that is typed in."""
    view = grown_up.desk.view
    box = view.rect(view.find(view.typing().means))
    return not grown_up.window.surface.get_rect().contains(box) or view.on_keys(box.midbottom)


def keys_there(grown_up: GrownUp) -> bool:
    return any(isinstance(means, ActionKey | SignKey) for means in grown_up.there)


WRITTEN = {"en": "hey", "de": "größe", "es": "mañana", "ar": "مرحبا"}


@pytest.mark.parametrize("to_the_box", [to_pin, to_own_words, to_who_it_is])
def test_the_keyboard_stays_through_a_word_and_never_lies_over_what_is_typed(to_the_box, at_the_desk):
    grown_up = at_the_desk()
    to_the_box(grown_up)
    for sign in "mum":
        grown_up.press(SignKey(sign))
        assert keys_there(grown_up) and not covered(grown_up)
    assert typed(grown_up) == "mum"


@pytest.mark.parametrize("by", ["finger", "mouse"])
def test_to_a_box_that_has_the_cursor_by_itself_the_keyboard_comes_where_fingers_type(by, at_the_desk):
    grown_up = at_the_desk(by=by)
    grown_up.press(ShowTab("settings"))
    grown_up.type(Field("pin"), "4711")
    grown_up.press(Command.SET_PIN)
    assert grown_up.desk.view.typing().means == Field("pin", 1)
    assert keys_there(grown_up) == (by == "finger")
    if by == "finger":
        grown_up.press(ActionKey.CLOSE)
        assert not keys_there(grown_up)


def test_for_a_pin_the_keyboard_begins_with_digits_as_the_gate_does(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(ShowTab("settings"))
    grown_up.press(Field("pin"))
    for sign in "4711":
        grown_up.press(SignKey(sign))
    assert typed(grown_up) == "4711"


@pytest.mark.parametrize("language", WRITTEN)
def test_fingers_alone_write_a_word(language, at_the_desk):
    grown_up = at_the_desk(language)
    to_pin(grown_up)
    for sign in WRITTEN[language]:
        grown_up.press(SignKey(sign))
    assert typed(grown_up) == WRITTEN[language]


def test_shift_signs_new_line_and_delete(at_the_desk):
    grown_up = at_the_desk()
    to_own_words(grown_up)
    for key in (
        ActionKey.SHIFT,
        "H",
        "i",
        ActionKey.NEW_LINE,
        ActionKey.SIGNS,
        "4",
        "?",
        ActionKey.SIGNS,
        "o",
        "k",
        ActionKey.DELETE,
        "y",
        " ",
    ):
        grown_up.press(key if isinstance(key, ActionKey) else SignKey(key))
    assert typed(grown_up) == "Hi\n4?oy "


def test_another_language_is_one_key_away(at_the_desk):
    grown_up = at_the_desk("de")
    to_pin(grown_up)
    codes = [*LANGUAGES]
    there = codes.index("de")
    last = [LANGUAGES[code].keys.letters[-1][-1] for code in (*codes[there:], *codes[:there], "de")]
    for number, letter in enumerate(last):
        if number:
            grown_up.press(ActionKey.LANGUAGE)
        grown_up.press(SignKey(letter))
    assert typed(grown_up) == "".join(last)


def test_two_thumbs_lose_no_letter(at_the_desk):
    grown_up = at_the_desk()
    to_pin(grown_up)
    size = grown_up.window.surface.get_size()
    place = {c: grown_up.desk.view.rect(grown_up.desk.view.find(SignKey(c))).center for c in "ab"}
    for kind, finger, sign in (
        (pygame.FINGERDOWN, 1, "a"),
        (pygame.FINGERDOWN, 2, "b"),
        (pygame.FINGERUP, 1, "a"),
        (pygame.FINGERUP, 2, "b"),
    ):
        at = {"x": place[sign][0] / size[0], "y": place[sign][1] / size[1], "dx": 0.0, "dy": 0.0}
        pygame.event.post(pygame.event.Event(kind, finger_id=finger, touch_id=7331, pressure=1.0, **at))
        grown_up.turn()
    grown_up.settle()
    assert typed(grown_up) == "ab"


def test_the_box_is_to_be_seen_above_large_keys(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(ShowTab("settings"))
    grown_up.press(Field("pin"))
    view = grown_up.desk.view
    keys = [p for p in view.placed if p.glass and p.item in items_of_keys(view)]
    least = 60 * view.shaper.scale
    assert keys and all(min(p.box[2:]) >= least - 1 for p in keys)
    top = min(p.box[1] for p in view.placed if p.glass)
    assert view.rect(view.find(Field("pin"))).bottom <= top
    for a in keys:
        assert not [b for b in keys if b is not a and pygame.Rect(a.box).colliderect(b.box)]
        assert pygame.Rect((0, 0), view.size).contains(a.box)


def items_of_keys(view):
    return [p.item for p in view.reachable() if isinstance(p.item.means, ActionKey | SignKey)]


CLOSING = {
    "Close": lambda g: g.press(ActionKey.CLOSE),
    "Escape": lambda g: g.key(pygame.K_ESCAPE),
    "a real key": lambda g: g.key(pygame.K_LSHIFT),
    "another screen": lambda g: g.press(ShowTab("today")),
    "something else is pressed": lambda g: g.press(Choose("paper", "letter")),
}


@pytest.mark.parametrize("how", CLOSING)
def test_the_keyboard_goes_away(how, at_the_desk):
    grown_up = at_the_desk()
    to_pin(grown_up)
    grown_up.press(SignKey("a"))
    assert keys_there(grown_up)
    CLOSING[how](grown_up)
    assert not keys_there(grown_up)
    if how != "another screen":
        assert grown_up.desk.view.find(Field("pin")).item.value == "a"


def test_the_mouse_brings_no_keyboard(at_the_desk):
    grown_up = at_the_desk(by="mouse")
    to_pin(grown_up)
    assert grown_up.desk.view.typing() and not keys_there(grown_up)


def letters_of(language: str) -> set[str]:
    """The letters that its catalogue writes with."""
    written = "".join(message.string for message in kept(language) if message.id)
    return {sign for sign in written.lower() if sign.isalpha()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_the_language_can_be_typed_once_round(language):
    keys = ScreenKeyboard(language, Field("x"))
    needed = {
        "en": "abcdefghijklmnopqrstuvwxyz",
        "de": "abcdefghijklmnopqrstuvwxyzäöüß",
        "es": "abcdefghijklmnopqrstuvwxyzñáéíóúü",
        "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئةى",
    }.get(language, letters_of(language))
    typed = "".join(LANGUAGES[language].keys.letters)
    assert set(needed) <= set(typed) and len(typed) == len(set(typed))
    for sign in needed:
        assert pressed(keys, SignKey(sign))[1].text == sign
    for _ in LANGUAGES:
        keys, _event = pressed(keys, ActionKey.LANGUAGE)
    assert keys.language == language
