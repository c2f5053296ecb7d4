"""The whole desk by keys alone: where the mark is, what arrows reach, and the short ways."""

from collections import defaultdict

import pygame
import pytest

from game.core.events import Plan
from game.desk.form import Button, Card
from game.desk.messages import (
    Choose,
    ChooseActivity,
    ChooseFile,
    ChoosePaper,
    ChooseTraveller,
    Command,
    Field,
    ShowSection,
    ShowTab,
)
from game.desk.pointer import AWAY
from game.desk.wish import planned_visits
from game.records import pin
from tests.support.at_the_desk import GrownUp
from tests.support.desk_visits import somebody_new_is_awake, was_here
from tests.support.recorded import ID, put

CTRL = pygame.KMOD_CTRL
ARROWS = (pygame.K_RIGHT, pygame.K_DOWN, pygame.K_LEFT, pygame.K_UP)


@pytest.fixture
def by_keys(at_the_desk) -> GrownUp:
    """A grown-up with a keyboard, and somebody who has come once."""
    grown_up = at_the_desk("keys")
    was_here(grown_up)
    return grown_up


def filled(grown_up: GrownUp) -> object:
    """What the one filled button means."""
    (main,) = (p.item for p in grown_up.desk.view.placed if isinstance(p.item, Button) and p.item.look == "main")
    return main.means


def test_a_tab_that_was_pressed_keeps_the_mark(by_keys):
    for name in ("settings", "activities", "today"):
        by_keys.press(ShowTab(name))
        assert by_keys.desk.view.focus == ShowTab(name)


def test_where_something_else_opens_the_mark_is_on_what_comes_next(by_keys):
    put(by_keys.store, ID, "two-visits")
    by_keys.desk.model.refresh()
    by_keys.press(ShowTab("travellers"))
    tile = ChooseTraveller(ID)
    for means, there in ((tile, Command.PAPERS), (Command.DELETE, Command.KEEP)):
        by_keys.press(means)
        assert by_keys.desk.view.focus == filled(by_keys) == there
    by_keys.press(Command.KEEP)
    assert by_keys.desk.view.focus == Command.DELETE, "back where it was asked"
    by_keys.press(Command.DELETE)
    by_keys.desk.view.go_to(Command.DELETE_FOR_GOOD)
    by_keys.key(pygame.K_ESCAPE)
    by_keys.press(Command.DELETE)
    assert by_keys.desk.view.focus == Command.KEEP, "a question asked again begins at its careful answer"
    by_keys.press(Command.KEEP)
    by_keys.press(Command.PAPERS)
    assert by_keys.desk.view.focus == filled(by_keys)
    by_keys.key(pygame.K_ESCAPE)
    for means in (Command.DELETE, Command.DELETE_FOR_GOOD):
        by_keys.press(means)
    assert isinstance(by_keys.desk.view.focus, ChooseTraveller), "whoever is there still"


def test_a_second_record_is_not_deleted_by_one_key_after_the_first(by_keys):
    """However often it was asked before, the mark is on what keeps everything."""
    put(by_keys.store, ID, "two-visits")
    by_keys.desk.model.refresh()
    by_keys.press(ShowTab("travellers"))
    tiles = [means for means in by_keys.there if isinstance(means, ChooseTraveller)]
    for tile in tiles:
        by_keys.press(tile)
        by_keys.press(Command.DELETE)
        assert by_keys.desk.view.focus == Command.KEEP
        by_keys.press(Command.DELETE_FOR_GOOD)
    assert len(tiles) > 1 and by_keys.store.travellers() == []


def test_who_points_sees_no_mark(at_the_desk):
    grown_up = at_the_desk("mouse")
    id = was_here(grown_up)
    for means in (ShowTab("settings"), ShowTab("travellers"), ChooseTraveller(id), Command.DELETE, Command.KEEP):
        grown_up.press(means)
        assert grown_up.desk.view.focus is None


def test_after_the_pin_and_after_the_keys_that_lead_out_the_mark_is_on_the_way_back(by_keys, monkeypatch):
    by_keys.press(ShowTab("today"))
    somebody_new_is_awake(by_keys)
    with monkeypatch.context() as held:
        held.setattr(pygame.key, "get_pressed", lambda: defaultdict(bool, {pygame.K_q: True}))
        by_keys.hold_keys(pygame.K_q, pygame.K_p)
    assert by_keys.desk.view.focus == Command.GO_BACK
    pin.set_pin(by_keys.store.folder, "4711")
    by_keys.press(Command.GO_BACK)
    by_keys.hold_keys(pygame.K_q, pygame.K_p)
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text="4711"))
    by_keys.key(pygame.K_RETURN)
    assert by_keys.desk.view.focus == Command.GO_BACK


def test_once_a_visit_is_over_the_mark_is_on_what_comes_next(by_keys):
    by_keys.press(ShowTab("today"))
    somebody_new_is_awake(by_keys)
    by_keys.hold_corners()
    by_keys.press(Command.END_VISIT)
    assert by_keys.desk.view.focus == filled(by_keys) == Command.ADD_WORDS
    by_keys.press(Command.ANOTHER_VISIT)
    assert by_keys.desk.view.focus == filled(by_keys) == Command.HAND_OVER


@pytest.mark.parametrize("means", [ChooseFile((".zip",)), Command.SET_PIN])
def test_arrows_lead_nowhere_from_what_stands_alone(means, by_keys):
    by_keys.press(ShowTab("settings"))
    by_keys._walk_to(means)
    for arrow in (*ARROWS, pygame.K_HOME, pygame.K_END):
        by_keys.key(arrow)
        assert by_keys.desk.view.focus == means


def test_arrows_stay_in_their_row_and_home_and_end_are_its_ends(by_keys):
    by_keys._walk_to(ShowTab("travellers"))
    for key, there in (
        (pygame.K_END, "settings"),
        (pygame.K_RIGHT, "settings"),
        (pygame.K_LEFT, "activities"),
        (pygame.K_HOME, "today"),
        (pygame.K_UP, "today"),
    ):
        by_keys.key(key)
        assert by_keys.desk.view.focus == ShowTab(there)


def test_what_is_done_with_a_whole_screen_is_one_stop_that_begins_at_what_comes_next(by_keys):
    (tile,) = (means for means in by_keys.there if isinstance(means, ChooseTraveller))
    by_keys.press(tile)
    assert [Command.DELETE, Command.EXPORT, Command.PAPERS] in by_keys.desk.view.stops()
    by_keys.key(pygame.K_TAB, pygame.KMOD_SHIFT)
    by_keys.key(pygame.K_TAB)
    assert by_keys.desk.view.focus == Command.PAPERS


@pytest.mark.parametrize(
    ("way", "row"),
    [
        (
            (ShowTab("today"), Command.NEW_TRAVELLER, ShowSection("visits")),
            [
                Command.FEWER_VISITS,
                Command.MORE_VISITS,
                *(Choose("planned", number) for number in (4, 6, 8, 12, 0)),
            ],
        ),
        (
            (ShowTab("activities"), ChooseActivity("backpack")),
            [Command.PREVIEW, Command.EDIT, Command.COPY_ACTIVITY],
        ),
        (
            (ShowTab("activities"), Command.BEGIN_ACTIVITY),
            [Command.MAKE_ACTIVITY, Command.CANCEL],
        ),
    ],
)
def test_the_buttons_of_a_row_are_one_stop_whatever_they_look_like(way, row, by_keys):
    for means in way:
        by_keys.press(means)
    assert row in by_keys.desk.view.stops()
    by_keys._walk_to(row[0])
    for there in row[1:]:
        by_keys.key(pygame.K_RIGHT)
        assert by_keys.desk.view.focus == there


def test_arrows_lead_from_keeping_a_record_to_deleting_it(by_keys):
    (tile,) = (means for means in by_keys.there if isinstance(means, ChooseTraveller))
    for means in (tile, Command.DELETE):
        by_keys.press(means)
    for there in (Command.KEEP, Command.EXPORT, Command.DELETE_FOR_GOOD):
        assert by_keys.desk.view.focus == there
        by_keys.key(pygame.K_RIGHT)


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_what_stands_in_columns_is_walked_column_by_column(size, at_the_desk):
    grown_up = at_the_desk("keys", size=size)
    grown_up.press(ShowTab("settings"))
    view = grown_up.desk.view
    cards = [pygame.Rect(p.box) for p in view.placed if isinstance(p.item, Card)]
    walked = [pygame.Rect(view.find(stop[0]).box) for stop in view.stops()[1:]]
    columns = [next(card.left for card in cards if card.contains(box)) for box in walked]
    assert columns == sorted(columns) and len({*columns}) > 1


def test_short_ways_lead_from_everywhere_to_what_is_done_with_a_paper(by_keys, monkeypatch):
    pressed = []
    (tile,) = (means for means in by_keys.there if isinstance(means, ChooseTraveller))
    for means in (tile, Command.PAPERS, ChoosePaper("letter")):
        by_keys.press(means)
    by_keys._walk_to(Field("letter"))
    monkeypatch.setattr(by_keys.desk, "say", lambda said: pressed.append(said.means))
    for key in (pygame.K_s, pygame.K_p, pygame.K_RETURN, pygame.K_KP_ENTER):
        by_keys.key(key, CTRL)
    assert pressed == [Command.SAVE, Command.PRINT, Command.PRINT, Command.PRINT]


def test_a_short_way_that_leads_nowhere_here_does_nothing(by_keys, monkeypatch):
    monkeypatch.setattr(by_keys.desk, "say", lambda said: pytest.fail(f"{said}"))
    for key in (pygame.K_s, pygame.K_p, pygame.K_RETURN):
        by_keys.key(key, CTRL)


def test_what_a_mouse_lies_on_that_nobody_moves_is_not_shaded(by_keys):
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(60, 30), rel=(0, 0), buttons=(0, 0, 0), touch=False))
    by_keys.settle()
    by_keys.key(pygame.K_TAB)
    assert by_keys.desk.view.manager.mouse_position == AWAY


def test_what_was_ready_for_a_child_that_is_deleted_is_forgotten(by_keys):
    (tile,) = (means for means in by_keys.there if isinstance(means, ChooseTraveller))
    for means in (ShowTab("today"), tile, ShowTab("travellers"), tile, Command.DELETE, Command.DELETE_FOR_GOOD):
        by_keys.press(means)
    by_keys.press(ShowTab("today"))
    assert "Choose who is here; then you can hand over." in by_keys.words


@pytest.mark.parametrize("tab", ["today", "travellers", "activities", "settings"])
def test_escape_leads_back_and_where_it_leads_nowhere_to_the_tabs(tab, by_keys):
    by_keys.press(ShowTab(tab))
    by_keys.key(pygame.K_TAB)
    assert by_keys.desk.view.focus != ShowTab(tab)
    by_keys.key(pygame.K_ESCAPE)
    assert by_keys.desk.view.focus == ShowTab(tab)


def test_with_ctrl_a_digit_shows_a_tab_from_everywhere(by_keys):
    tabs = ("today", "travellers", "activities", "settings")
    for key, tab in zip((pygame.K_2, pygame.K_4, pygame.K_3, pygame.K_1), (tabs[i] for i in (1, 3, 2, 0)), strict=True):
        by_keys.key(key, CTRL)
        by_keys.settle()
        (on,) = (
            p.item.means
            for p in by_keys.desk.view.placed
            if isinstance(p.item, Button) and p.item.look == "tab" and p.item.on
        )
        assert on == ShowTab(tab)


def test_beside_what_counts_the_visits_a_digit_says_how_many(by_keys):
    (tile,) = (means for means in by_keys.there if isinstance(means, ChooseTraveller))
    for means in (ShowTab("today"), tile, ShowSection("visits")):
        by_keys.press(means)
    by_keys._walk_to(Command.MORE_VISITS)
    by_keys.key(pygame.K_6)
    by_keys.settle()
    assert "6 planned" in by_keys.words
    by_keys._walk_to(ShowTab("today"))
    by_keys.key(pygame.K_3)
    by_keys.settle()
    assert "6 planned" in by_keys.words, "elsewhere it is no number of visits"


@pytest.mark.parametrize(("done", "number", "planned"), [(0, 6, 6), (2, 6, 6), (2, 1, 3), (2, 0, 0)])
def test_no_fewer_visits_are_planned_than_with_this_one_there_are(done, number, planned):
    assert planned_visits(Plan(1, added=(1,)), done, number) == Plan(planned)
