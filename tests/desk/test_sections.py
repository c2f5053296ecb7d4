"""Today in windows of all sizes: its sections one at a time, and all at once where there is room."""

import pytest

from game.desk.form import Scroll
from game.desk.messages import Choose, ChooseTraveller, Command, ShowSection, ShowTab
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


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_chosen_stands_in_one_column_behind_its_labels(language, at_the_desk):
    grown_up = at_the_desk()
    for means in (ShowTab("settings"), Choose("language", language), ShowTab("today"), Command.NEW_TRAVELLER):
        grown_up.press(means)
    grown_up.press(Choose("set", 4))
    view = grown_up.desk.view
    begins = {"en": lambda box: box[0], "ar": lambda box: -box[0] - box[2]}[language]  # where people begin to read
    chips = [means for means in grown_up.there if getattr(means, "what", "") in ("band", "set", "list", "one of")]
    rows = [next(means for means in chips if means.what == what) for what in ("band", "set", "one of")]
    (column,) = {begins(view.find(means).box) for means in (*rows, Choose("set", 4))}
    assert min(begins(view.find(means).box) for means in chips) == column


def test_on_a_large_desk_the_age_of_somebody_new_stands_beside_the_activities(at_the_desk):
    grown_up = at_the_desk(size=(1920, 1080))
    grown_up.press(Command.NEW_TRAVELLER)
    view = grown_up.desk.view
    chapter, age = (view.find(means).box for means in (Choose("set", 0), Choose("band", "little")))
    assert abs(chapter[1] - age[1]) < age[3] and age[0] > chapter[0]
    ready = next(p for p in view.placed if isinstance(p.item, Scroll) and p.item.name == "ready")
    assert ready.inner[1] <= ready.box[3], "all of it is seen"
