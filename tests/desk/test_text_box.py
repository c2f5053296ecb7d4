"""What is typed at the desk: in boxes, in every script, by keys, by clipboard and by fingers on the glass alone."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)
from game.desk.form import Card, Column, Entry, Scroll, Text
from game.desk.messages import Command, Field
from game.desk.text import screen_keyboard
from game.desk.text.screen_keyboard import ScreenKeyboard
from game.desk.view import FormView
from game.system.language import words
from tests.support.examples import examples

EVIL = (
    "<b>bold</b>",
    "&amp;",
    "%{x}",
    "a.b",
    "🙂👩‍🚀",
    "w" * 300,
    "مرحبا (12) ok",
    "שלום",
    "क्षि",
    "e\u0301",
    "星",
    "\u202eabc",
)
TYPED = st.lists(
    st.sampled_from((*EVIL, "a", " ", "word "))
    | st.sampled_from([pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_RETURN, pygame.K_HOME, pygame.K_END])
    | st.sampled_from([pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN]).flatmap(
        lambda key: st.tuples(st.just(key), st.booleans())
    ),
    max_size=30,
)


@pytest.fixture(scope="module")
def glass():
    pygame.display.init()
    pygame.display.set_mode((900, 600))
    yield pygame.display.get_surface()


@pytest.fixture(scope="module", params=[False, True], ids=["to the right", "to the left"])
def view(request, glass):
    view = FormView((900, 600), 0.7, request.param, lambda *_: None)
    yield view
    view.close()


class Box:
    """A fresh box in the view, ready to be typed in."""

    def __init__(self, view: FormView, lines: int = 1, value: str = "", width: float = 0, **more):
        self.view = view
        view.show(Text("nothing"))
        view.show(
            Scroll("all", Column((Text("above"), Entry(Field("x"), value, "a hint", lines, width=width, **more))))
        )
        view.go_to(Field("x"))
        pygame.event.clear()

    @property
    def element(self):
        """What stands in the view."""
        return self.view._elements[next(k for k in self.view._elements if isinstance(k.item, Entry))][0]

    def type(self, text: str) -> None:
        """As a keyboard or an input method gives it."""
        self.view.manager.process_events(pygame.event.Event(pygame.TEXTINPUT, text=text))

    def key(self, key: int, mod: int = 0) -> None:
        """A key goes down."""
        event = pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0)
        self.view.manager.process_events(event)

    def press(self, x: float, y: float) -> None:
        """The mouse at this point of the box."""
        place = round(self.element.rect.left + x), round(self.element.rect.top + y)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.view.manager.process_events(pygame.event.Event(kind, pos=place, button=1, touch=False))

    def paint(self) -> None:
        """A frame."""
        self.view.paint(pygame.display.get_surface(), 0.02)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.element.get_text()


# What is typed is what is there


@given(st.text(st.characters(), max_size=200), st.sampled_from([1, 4]))
@examples(12)
def test_a_box_gives_back_exactly_what_was_set(view, text, lines):
    box = Box(view, lines, text)
    box.paint()
    assert box.text == text


@given(st.lists(st.sampled_from(EVIL), max_size=8), st.sampled_from([1, 4]))
@examples(6)
def test_a_box_gives_back_exactly_what_was_typed(view, typed, lines):
    box = Box(view, lines)
    for text in typed:
        box.type(text)
        box.paint()
    assert box.text == "".join(typed)


@given(TYPED, st.sampled_from([1, 4]))
@examples(12)
def test_whatever_is_pressed_nothing_raises_and_the_caret_is_to_be_seen(view, typed, lines):
    box = Box(view, lines, width=300)
    for one in typed:
        if isinstance(one, str):
            box.type(one)
        else:
            key, held = one if isinstance(one, tuple) else (one, False)
            box.key(key, pygame.KMOD_SHIFT if held else 0)
        box.paint()
        element = box.element
        assert 0 <= element.writing.at <= len(element.writing.text)
        assert pygame.Rect(element.rect).inflate(0, 4).contains(element.place)


@given(st.text("ab שלב 12(", min_size=1, max_size=12), st.data())
@examples(10)
def test_backspace_takes_back_what_was_typed_last_wherever_it_stands(view, text, data):
    box = Box(view, 4, text)
    for _ in range(data.draw(st.integers(0, 3))):
        box.key(pygame.K_LEFT)
    at = box.element.writing.at
    box.type("ם")
    assert box.text == text[:at] + "ם" + text[at:]
    box.key(pygame.K_BACKSPACE)
    assert box.text == text


@pytest.mark.parametrize("lines", [1, 6])
def test_twenty_thousand_signs_and_not_one_more(view, lines):
    box = Box(view, lines)
    for text in ("word " * 2_000, "مرحبا " * 2_000, "x"):
        box.type(text)
        box.paint()
    assert box.text == ("word " * 2_000 + "مرحبا " * 2_000)[:20_000]
    box.key(pygame.K_HOME, pygame.KMOD_CTRL)
    box.type("y")
    assert len(box.text) == 20_000


def test_what_is_typed_while_the_screen_answers_is_not_lost(view):
    """The screen still says "a" while "b" is typed already: the box keeps both."""
    form = lambda value: Entry(Field("x"), value)  # noqa: E731
    view.show(form(""))
    view.go_to(Field("x"))
    send = lambda text: view.manager.process_events(pygame.event.Event(pygame.TEXTINPUT, text=text))  # noqa: E731
    send("a")
    (said,) = filter(None, map(view.read, pygame.event.get()))
    send("b")
    view.show(form(said.value))
    (said,) = filter(None, map(view.read, pygame.event.get()))
    assert said.value == "ab"
    view.show(form(""))  # the screen has done with it
    assert view._elements[next(iter(view._elements))][0].get_text() == ""


# Keys


def test_words_are_marked_and_replaced(view):
    box = Box(view, 1, "one two")
    box.key(pygame.K_HOME)
    for _ in range(3):
        box.key(pygame.K_RIGHT, pygame.KMOD_SHIFT)
    box.type("1")
    assert box.text == "1 two"
    box.key(pygame.K_a, pygame.KMOD_CTRL)
    box.key(pygame.K_DELETE)
    assert box.text == ""


def test_return_ends_a_row_or_is_told(view):
    box = Box(view, 3, "a")
    box.key(pygame.K_RETURN)
    box.type("b")
    assert box.text == "a\nb"
    box = Box(view, 1, "a")
    box.key(pygame.K_RETURN)
    assert box.text == "a" and [view.read(e).means for e in pygame.event.get() if view.read(e)] == [Command.ENTER]


@pytest.fixture
def clipboard(monkeypatch):
    """A clipboard of this test's own: the machine may have none, or somebody's."""
    kept = [""]
    monkeypatch.setattr(pygame.scrap, "put_text", lambda text: kept.__setitem__(0, text))
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: kept[0])
    return kept


def test_cut_copy_and_paste(view, clipboard):
    box = Box(view, 3, "a <b>\nش")
    box.key(pygame.K_a, pygame.KMOD_CTRL)
    box.key(pygame.K_c, pygame.KMOD_META)
    assert clipboard == ["a <b>\nش"] and box.text == "a <b>\nش"
    box.key(pygame.K_x, pygame.KMOD_CTRL)
    assert box.text == ""
    box.key(pygame.K_v, pygame.KMOD_CTRL)
    box.key(pygame.K_v, pygame.KMOD_CTRL)
    assert box.text == "a <b>\nش" * 2


def test_shortcuts_work_on_an_arabic_keyboard(view, clipboard):
    clipboard[0] = "x"
    box = Box(view)
    event = {"key": 0x631, "scancode": pygame.KSCAN_V, "mod": pygame.KMOD_CTRL, "unicode": ""}
    view.manager.process_events(pygame.event.Event(pygame.KEYDOWN, **event))
    assert box.text == "x"


def test_what_is_pasted_fits_its_box(view, clipboard):
    clipboard[0] = "a\r\nb\tc\x00\rd"
    for lines, text in ((1, "a b\tc d"), (3, "a\nb\tc\nd")):
        box = Box(view, lines)
        box.key(pygame.K_v, pygame.KMOD_CTRL)
        box.paint()
        assert box.text == text


def test_a_secret_is_not_copied(view, clipboard):
    box = Box(view, 1, "4711", secret=True)
    box.key(pygame.K_a, pygame.KMOD_CTRL)
    box.key(pygame.K_x, pygame.KMOD_CTRL)
    assert box.text == "4711" and clipboard == [""]


def test_no_clipboard_is_no_trouble(view, monkeypatch):
    def none(*_):
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "put_text", none)
    monkeypatch.setattr(pygame.scrap, "get_text", none)
    box = Box(view, 1, "words")
    for key in (pygame.K_a, pygame.K_x, pygame.K_v):
        box.key(key, pygame.KMOD_CTRL)
    assert box.text == "words"


def test_unfinished_signs_of_an_input_method_are_shown_and_not_kept(view):
    box = Box(view, 1, "日")
    view.manager.process_events(pygame.event.Event(pygame.TEXTEDITING, text="ほん", start=0, length=2))
    box.key(pygame.K_BACKSPACE)
    assert box.text == "日" and box.element._view.rows.text == "日ほん"
    box.type("本")
    assert box.text == box.element._view.rows.text == "日本"


def test_keys_repeat_only_while_somebody_types(view):
    Box(view)
    assert pygame.key.get_repeat() != (0, 0)
    view.show(Text("nothing"))
    assert pygame.key.get_repeat() == (0, 0)


def test_a_press_puts_the_caret_there(view):
    box = Box(view, 1, "wwwwwwwwww")
    box.paint()
    first = box.element._view.rows.left(0) + 14 * 0.7
    box.press(first + box.element._view.rows.long(0) / 2, 20)
    assert box.element.writing.at == 5


# Boxes stay where the form changes


def test_typing_is_not_disturbed_when_the_form_moves_or_has_less_room(view):

    def form(said: tuple, lines: int) -> Column:
        scrolled = Column((Text("x\n" * lines), Entry(Field("x"), "")))
        return Column((*said, Card(Scroll("all", scrolled))))

    view.show(form((), 2))
    view.go_to(Field("x"))
    box = next(made[0] for key, made in view._elements.items() if isinstance(key.item, Entry))
    keys = screen_keyboard.form(ScreenKeyboard("en", Field("x")), False, words("en"))
    for said, lines, below in (((Text("told"),), 2, None), ((), 30, keys), ((), 3, None)):
        view.show(form(said, lines), below)
        view.paint(pygame.display.get_surface(), 0.02)
        assert box.alive() and box.is_focused
        assert all(element.alive() for made in view._elements.values() for element in made)
