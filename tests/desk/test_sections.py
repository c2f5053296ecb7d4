"""Today in windows of all sizes: its sections one at a time, and all at once where there is room."""

import pytest

from game.desk.form import Scroll
from game.desk.messages import ChooseTraveller, Command, ShowSection
from tests.support.desk_visits import was_here

SECTIONS = [ShowSection(name) for name in ("list", "sensitive", "visits", "child", "envelope")]


@pytest.mark.parametrize(("size", "at_once"), [((1024, 768), False), ((1280, 800), False), ((1920, 1080), True)])
def test_a_large_desk_shows_all_sections_and_a_small_one_a_word_of_each(size, at_once, at_the_desk):
    grown_up = at_the_desk(size=size)
    grown_up.press(Command.NEW_TRAVELLER)
    there = set(grown_up.there)
    assert there.isdisjoint(SECTIONS) if at_once else there >= {*SECTIONS}
    assert (Command.MORE_VISITS in there) == at_once


def test_at_1024_by_768_the_usual_visit_is_seen_without_scrolling(at_the_desk):
    grown_up = at_the_desk(size=(1024, 768))
    id = was_here(grown_up, "today")
    for chosen in (ChooseTraveller(id), Command.NEW_TRAVELLER):
        grown_up.press(chosen)
        for section in SECTIONS:
            grown_up.press(section)
            scroll = next(p for p in grown_up.desk.view.placed if isinstance(p.item, Scroll) and p.item.name == section)
            assert scroll.inner[1] <= scroll.box[3], section


def test_the_legend_names_what_stands_along_the_trail_and_what_it_is_for(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(ShowSection("list"))
    loaded = grown_up.desk.model.loaded
    first = [loaded.activities[name] for name in loaded.workbook.chapters[0].activities]
    named = [words for words in grown_up.words if words in {a.title for a in first} | {a.purpose for a in first}]
    assert named == [words for a in first if not a.locked for words in (a.title, a.purpose)]
