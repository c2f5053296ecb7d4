"""Every screen of the desk: golden pictures, and what holds for all of them at once; in a search in every language."""

from pathlib import Path

import pygame
import pytest

from game.art import renderer
from game.art.renderer import Renderer
from game.desk import small_pages
from game.desk.form import Button, Entry, FormEvent, Scroll, Tile
from game.desk.messages import (
    Choose,
    ChooseActivity,
    ChoosePaper,
    ChooseTraveller,
    Command,
    LeaveOut,
    ShowSection,
    ShowTab,
)
from game.desk.screen_host import GATE
from game.desk.screens.settings import SettingsScreen
from game.records import own_words
from game.records.settings import Settings, keep
from game.system.language import LANGUAGES
from tests.paths import TESTS
from tests.support.at_the_desk import GrownUp
from tests.support.examples import together
from tests.support.golden import as_image, compare, names_in
from tests.support.proofs import ProofRenderer
from tests.support.recorded import SIX

GOLDEN = TESTS / "golden-desk"
LARGE_ENOUGH = 56  # design units: 9 mm on a screen of 10 inches
TRAVELLER = (ShowTab("travellers"), ChooseTraveller(SIX))
SCREENS = {  # what is pressed to come there
    "today": (),
    "today-child": (ChooseTraveller(SIX),),
    "today-own-list": (ChooseTraveller(SIX), Choose("list", "own")),
    "today-missed": (ChooseTraveller(SIX), ShowSection("visits"), Command.MORE_VISITS, Command.MISSED_VISIT),
    "today-set": (Command.NEW_TRAVELLER, ShowSection("list"), Choose("set", 4)),
    "today-new": (Command.NEW_TRAVELLER,),
    "travellers": (ShowTab("travellers"),),
    "traveller": TRAVELLER,
    "traveller-delete": (*TRAVELLER, Command.DELETE),
    "papers-set": (*TRAVELLER, Command.PAPERS, ChoosePaper("last-visit"), LeaveOut("sleeve")),
    "papers-certificate": (*TRAVELLER, Command.PAPERS, ChoosePaper("certificate")),
    "papers-letter": (*TRAVELLER, Command.PAPERS, ChoosePaper("letter")),
    "papers-in-two": (
        *TRAVELLER,
        Command.PAPERS,
        ChoosePaper("certificate"),
        ShowSection("size"),
        Choose("language", "de"),
        Choose("second", "ar"),
    ),
    "papers-pictures": (*TRAVELLER, Command.PAPERS, ChoosePaper("letter"), ShowSection("pictures")),
    "papers-unplanned": (*TRAVELLER, Command.PAPERS, ChoosePaper("unplanned")),
    "papers-private": (*TRAVELLER, Command.PAPERS, ChoosePaper("private-page")),
    "papers-bother": (*TRAVELLER, Command.PAPERS, ChoosePaper("bother-page")),
    "activities": (ShowTab("activities"),),
    "activity": (ShowTab("activities"), ChooseActivity("backpack")),
    "activity-new": (ShowTab("activities"), ChooseActivity("backpack"), Command.COPY_ACTIVITY),
    "settings": (ShowTab("settings"),),
    "pin": (),
    "wipe": (ShowTab("settings"), Command.WIPE),
}
ASKS_BY_ITSELF = {  # where no button is the next thing: one chooses in a list, what is pressed holds at once, or waits
    "today",
    "travellers",
    "wipe",
}
OTHER_SIZES = ((1024, 768), (1920, 1080))
LONGEST = ("de", "ar")  # the longest words, and from the right


def opened(records: Path, name: str, language: str) -> GrownUp:
    """A grown-up at this screen of the desk."""
    keep(Settings(language=language), records / "home")
    grown_up = GrownUp(records / "home", activities=records / "activities")
    for means in SCREENS[name]:
        grown_up.desk.say(FormEvent(means))
    if name == GATE:
        grown_up.desk.open_screen(GATE)
    grown_up.settle()
    return grown_up


@pytest.fixture
def at(records, monkeypatch):
    """Opens a screen, and closes it at the end of the test. Papers are seen small: few pixels give the same picture.

    The small pages of papers are made on one screen alone, and records lie where they would.
    """
    opened_here = []

    def open_(name: str, language: str = "en") -> GrownUp:
        monkeypatch.setattr(SettingsScreen, "where", lambda _: "/home/somebody/.local/share/good-goodbye")
        if name != "papers-set":
            monkeypatch.setattr(small_pages, "first_page", lambda *_: small_pages.NOT_THERE)
        monkeypatch.setattr(renderer, "Renderer", ProofRenderer if name.startswith("papers-") else Renderer)
        opened_here.append(opened(records, name, language))
        return opened_here[-1]

    yield open_
    for grown_up in opened_here:
        grown_up.close()
    (records / "home" / "travellers" / SIX / own_words.FILE).unlink(missing_ok=True)  # what was chosen for its papers


def overlapping(placed) -> list[tuple[str, str]]:
    """What can be pressed and lies on something else that can, in the same room."""
    boxes = [(p.item.means, p.within, pygame.Rect(p.box)) for p in placed]
    return [
        (a[0], b[0])
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a[1] == b[1] and a[2].inflate(-2, -2).colliderect(b[2])
    ]


def all_is_in_its_place(grown_up: GrownUp) -> None:
    """All is large enough, inside its room, and on nothing else."""
    view, size = grown_up.desk.view, grown_up.window.surface.get_size()
    scale = view.shaper.scale
    rooms = {p.item.name: p.inner[0] for p in view.placed if isinstance(p.item, Scroll)}
    for placed in view.placed:
        left, _, width, height = placed.box
        room = rooms.get(placed.within, size[0])
        assert left >= 0 and left + width <= room + 1, placed
        assert all(line.width <= width + 1 for line in placed.text), f"words are wider than their place: {placed.text}"
        scrolls = isinstance(placed.item, Scroll) or (isinstance(placed.item, Entry) and view.hangs_over(placed))
        assert not (scrolls and placed.within), f"a scroll box in a scroll box: {placed.item}"
        if isinstance(placed.item, Button | Tile | Entry) and placed.item.means:
            assert min(width, height) >= LARGE_ENOUGH * scale - 1, placed.item
    means = [placed.item.means for placed in view.reachable()]
    assert len(set(means)) == len(means) and not overlapping(view.reachable())


def one_thing_comes_next(grown_up: GrownUp, name: str) -> None:
    """One button is filled, wherever a button is the next thing."""
    mains = [p.item.means for p in grown_up.desk.view.placed if isinstance(p.item, Button) and p.item.look == "main"]
    assert len(mains) == (name not in ASKS_BY_ITSELF), mains


def tab_leads_to_each_stop(grown_up: GrownUp) -> None:
    """In the order of reading, and arrows to all that is there."""
    view, begins = grown_up.desk.view, grown_up.desk.view.focus
    stops = view.stops()
    first = next((n + 1 for n, stop in enumerate(stops) if begins in stop), 0)  # a box may be ready to be typed in
    for stop in stops[first:] + stops[:first]:
        grown_up.key(pygame.K_TAB)
        for means in stop[: stop.index(view.focus)][::-1]:
            grown_up.key(pygame.K_UP)
            assert view.focus == means
        for means in stop[stop.index(view.focus) + 1 :]:
            grown_up.key(pygame.K_DOWN)
            assert view.focus == means
    grown_up.key(pygame.K_TAB, pygame.KMOD_SHIFT)
    assert view.focus in stops[first - 2]


def twelve_keys_lead_to_save(grown_up: GrownUp) -> None:
    """At the most, from the top of a paper; one that cannot be saved says why."""
    stops = grown_up.desk.view.stops()
    there = [number for number, stop in enumerate(stops, 1) if Command.SAVE in stop]
    assert there[0] <= 12 if there else grown_up.desk.screen.why


@pytest.mark.search
@pytest.mark.parametrize(("name", "language"), together(list(SCREENS), list(LANGUAGES)))
def test_a_screen_looks_as_it_did_keys_lead_to_all_of_it_and_other_windows_hold_it_too(name, language, at, request):
    grown_up = at(name, language)
    all_is_in_its_place(grown_up)
    one_thing_comes_next(grown_up, name)
    got = as_image(grown_up.window.surface).reduce(2)
    compare(f"{name}-{language}", got, GOLDEN, request.config.getoption("--renew"), colours=128)
    if name != "wipe":
        tab_leads_to_each_stop(grown_up)
    if name.startswith("papers-"):
        twelve_keys_lead_to_save(grown_up)
    for size in OTHER_SIZES if language in LONGEST else ():
        grown_up.window._window.size = size
        grown_up.settle()
        assert grown_up.desk.view.size == size
        all_is_in_its_place(grown_up)


def test_there_is_no_golden_picture_of_a_screen_that_is_gone():
    options = {f"{name}-{language}" for name in SCREENS for language in LANGUAGES}
    assert names_in(GOLDEN) == options
