"""In a small window all that matters is seen without scrolling, in every language: only lists scroll.

Forms are arranged as they would be shown; nothing is painted, so that all of them are tried.
"""

from collections.abc import Hashable, Iterable, Iterator

import pytest

from game.desk.arrange import BAR, Arranging, arrange
from game.desk.desk import Desk
from game.desk.form import FormEvent, Item, Means, Scroll, Text, Tile
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
from game.desk.placed import Placed
from game.desk.scale import desk_scale
from game.desk.screens import paper_form
from game.desk.screens.paper_form import PAGES
from game.desk.screens.paper_pages import ABOUT, ABOVE_SMALL, BETWEEN, columns, small_pages
from game.desk.screens.settings import SettingsScreen
from game.desk.screens.today import BACK
from game.desk.text.shaping import shaper
from game.paper.paper_set import ALL_PAPERS, SetPart
from game.paper.paper_set import SETS as SETS_OF_PAPERS
from game.system.language import LANGUAGES, words
from tests.support.at_the_desk import GrownUp
from tests.support.recorded import SIX

SIZE, LOW = (1024, 768), (1280, 800)
TODAY = ("list", "sensitive", "visits", "child", "envelope")
SECTIONS = (*paper_form.SECTIONS, paper_form.SIZE)
SETS = range(8)  # chapters, and sets that are written in the workbook
LONGEST = ("de", "es")  # words
OF_EACH_FORM = ("last-visit", "unplanned", "certificate", "letter", "private-page", "summary")  # papers
LARGE_ENOUGH = 100  # design units of a page of a set: one sees which it is
LISTS = {"kinds", "travellers"}  # papers and people
PAPERS = (ShowTab("travellers"), ChooseTraveller(SIX), Command.PAPERS)


@pytest.fixture(scope="module")
def desk_in(records):
    """Opens the desk in a window so large, with somebody who has come six times. Its records lie where they would."""
    opened = {}

    def open_(size: tuple[int, int]) -> Desk:
        if size not in opened:
            opened[size] = GrownUp(records / "home", activities=records / "activities", size=size)
            patch.setattr(opened[size].desk.background, "ask", lambda *_, **__: None)  # nobody looks at a paper here
        return opened[size].desk

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SettingsScreen, "where", lambda _: "/home/somebody/.local/share/good-goodbye")
        yield open_
    for grown_up in opened.values():
        grown_up.close()


@pytest.fixture
def desk(desk_in):
    """In a small window."""
    return desk_in(SIZE)


def ways(papers: Iterable[str] = ALL_PAPERS) -> Iterator[tuple[Means, ...]]:
    """What is pressed, one after the other, to come where nothing is to be scrolled."""
    for who in (Command.NEW_TRAVELLER, ChooseTraveller(SIX)):
        here = ShowTab("today"), who
        yield from ((*here, ShowSection(section)) for section in TODAY)
        yield from ((*here, ShowSection("list"), Choose("set", number)) for number in SETS)
        yield *here, ShowSection("list"), Choose("list", "own")
        yield *here, ShowSection("visits"), Command.MORE_VISITS, Command.LAST_VISIT
    yield ShowTab("today"), ChooseTraveller(SIX), ShowSection("visits"), Command.MORE_VISITS, Command.MISSED_VISIT
    for name in papers:
        yield from ((*PAPERS, ChoosePaper(name), ShowSection(section)) for section in SECTIONS)
    yield *PAPERS, ChoosePaper("certificate"), ShowSection("size"), Choose("second", "en"), Choose("second", "ar")
    yield *PAPERS, ChoosePaper("certificate"), ShowSection("size"), Choose("second", "")  # it stays with the child
    yield (ShowTab("settings"),)
    yield ShowTab("activities"), ChooseActivity("backpack"), Command.COPY_ACTIVITY
    yield ShowTab("travellers"), ChooseTraveller(SIX), Command.DELETE


def scrolled(placed: Iterable[Placed]) -> dict[Hashable, int]:
    """By how many pixels what is in a Scroll is longer than it is high, where it is."""
    scrolls = (p for p in placed if isinstance(p.item, Scroll) and p.item.name not in LISTS)
    return {p.item.name: p.inner[1] - p.box[3] for p in scrolls if p.inner[1] > p.box[3]}


def broken(placed: Iterable[Placed]) -> list[str]:
    """What is written so that a word is begun in one line and ended in the next."""
    written = ((said(p.item), " ".join(line.text for line in p.text)) for p in placed if p.text)
    return [words for words, lines in written if lines.split() != words.split()]


def said(item: Item) -> str:
    """The words of what has any."""
    return item.text if isinstance(item, Text) else f"{item.words} {getattr(item, 'note', '')}"


def arranged(desk: Desk) -> tuple[Placed, ...]:
    """What is open, in the small window."""
    return arrange(desk._form(), SIZE, shaper(desk.scale, desk.model.rtl))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [SIZE, LOW], ids=str)
def test_in_a_small_window_nothing_is_scrolled_but_lists_and_no_word_is_broken(desk_in, size, language):
    desk = desk_in(size)
    desk.model.change(language=language)
    found = []
    for way in ways():
        for means in way:
            desk.say(FormEvent(means))
        placed = arrange(desk._form(), size, shaper(desk.scale, desk.model.rtl))
        found += [(way[1:], wrong) for wrong in (scrolled(placed), broken(placed)) if wrong]
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_small_window_the_way_back_from_the_child_is_one_line_as_what_stands_there_after_a_visit(desk, language):
    desk.model.change(language=language)
    for means in (ShowTab("today"), Command.NEW_TRAVELLER):
        desk.say(FormEvent(means))
    way_back = next(p for p in arranged(desk) if isinstance(p.item, Text) and p.item.text == words(language)(BACK))
    assert len(way_back.text) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_of_visits_stands_between_what_changes_it_and_moves_neither(desk, language):
    desk.model.change(language=language)
    for means in (ShowTab("today"), Command.NEW_TRAVELLER, ShowSection("visits")):
        desk.say(FormEvent(means))
    ways, where = (Command.FEWER_VISITS, Command.MORE_VISITS), []
    for _ in range(13):
        placed = arranged(desk)
        first = next(n for n, p in enumerate(placed) if getattr(p.item, "means", None) is ways[0])
        fewer, number, more = placed[first : first + 3]
        assert isinstance(number.item, Text) and more.item.means is ways[1]
        where.append((fewer.box, more.box))
        desk.say(FormEvent(Command.MORE_VISITS))
    assert number.item.text == words(language)("{count} planned").format(count=12) and len({*where}) == 1


@pytest.mark.parametrize("name", SETS_OF_PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_small_window_all_papers_of_a_set_are_seen(desk, name, language):
    desk.model.change(language=language)
    for means in (*PAPERS, ChoosePaper(name), LeaveOut("sleeve")):
        desk.say(FormEvent(means))
    desk.screen.parts = {part: SetPart([b"a page"], ()) for part in SETS_OF_PAPERS[name].of}
    for section in (PAGES, "name"):
        desk.say(FormEvent(ShowSection(section)))
        assert not scrolled(arranged(desk)) and not broken(arranged(desk))


@pytest.mark.parametrize("language", LONGEST)
def test_in_a_low_window_the_pages_of_a_last_visit_are_large_enough_to_know_them(desk_in, language):
    desk = desk_in(LOW)
    desk.model.change(language=language)
    for means in (*PAPERS, ChoosePaper("last-visit"), ShowSection("pages")):
        desk.say(FormEvent(means))
    twelve = list(SETS_OF_PAPERS["last-visit"].of)[:12]  # as after a whole workbook
    desk.screen.parts = {part: SetPart([b"a page"], ()) for part in twelve}
    placed = arrange(desk._form(), LOW, shaper(desk.scale, desk.model.rtl))
    pages = [p.item.high for p in placed if isinstance(p.item, Tile)]
    assert len(pages) == 12 and min(pages) > LARGE_ENOUGH and not scrolled(placed) and not broken(placed)


@pytest.mark.parametrize("size", [SIZE, LOW, (1280, 781), (1366, 768), (1920, 1080)], ids=str)
def test_however_many_papers_a_set_has_they_fill_the_rows_that_were_reckoned_with(size):
    """In a window of 800 pixels with a bar of its own, too: a pixel too many put a third of them below its edge."""
    scale, whole = desk_scale(size, size), SETS_OF_PAPERS["last-visit"]
    *_, asked, shown = columns((size[0] / scale, size[1] / scale), whole.asks)
    free = asked + BETWEEN + shown, size[1] / scale - ABOVE_SMALL - ABOUT
    for many in range(1, len(whole.of) + 1):
        parts = [(name, SetPart([b"a page"], ())) for name in list(whole.of)[:many]]
        tiles, making = small_pages(str, whole, parts, (), free), Arranging(shaper(scale, False))
        making.lay(Scroll("parts", tiles), 0, 0, making.px(free[0]), making.px(free[1]))
        tops = [p.box[1] for p in making.placed if isinstance(p.item, Tile)]
        beside = max(map(tops.count, tops))
        assert beside * tiles.items[0].side > 0.9 * (free[0] - BAR), f"{many}: {beside} beside each other"
