"""What is sensitive is told and goes home only where both agree: the grown-up on Today, the child when it is asked."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from game.core import take_home
from game.paper import own_pages, summary
from game.paper.registry import PAPER_KINDS
from game.play import consent, screens
from game.play.home_record import home_record
from game.play.record import Record, Traveller
from game.play.replay import replay
from game.play.visit_pages import activity_page
from game.records.journal_reader import read
from tests.paths import TESTS
from tests.support.sheets import Spelling
from tests.support.story import NEXT_DAY, SHELF, Story

PAGE = "page-of-near-and-far"
TITLE = "Near and far people"


def agrees(story: Story, may_show: bool = True) -> None:
    story.plan(replace(story.visit.begun.plan, may_show=may_show))


def lays_people(story: Story) -> None:
    story.go_through(["near-and-far"], 2)


def asked(story: Story) -> list[str]:
    story.go("what-goes-home")
    return [o.id for o in story.here.table.offered]


def lays_page(story: Story, spot: str) -> None:
    assert PAGE in asked(story)
    story.carry(PAGE, next(s for s in story.spots() if getattr(s.means, "name", "") == spot))
    story.tap(screens.ONWARD)


def record(story: Story) -> Record:
    return story.session.record + story.visit


def at_home(story: Story) -> list[str]:
    """The activities of which the map is on a paper of the child's own."""
    home = home_record(record(story))
    sheets = own_pages.sheets(home, Spelling())
    assert len(sheets) == len(home.own(take_home.AGREED))
    return [made.activity for made in home.own(take_home.AGREED)]


def sentences(story: Story) -> str:
    return summary.text(Traveller("one", record(story)))


def test_our_own_map_of_people_is_such_a_thing():
    (step,) = SHELF.activities["near-and-far"].steps
    assert step.home == take_home.AGREED


def test_without_the_grown_ups_word_the_summary_names_nobody_and_the_child_is_not_asked():
    with Story() as story:
        lays_people(story)
        laid = [
            o.label
            for told in activity_page(story.visit, "near-and-far").steps
            for row in told.rows
            for o in row.pictures
        ]
        assert PAGE not in asked(story) and at_home(story) == []
        assert f"\n{TITLE}\n  Stays in the record.\n" in sentences(story)
        assert laid and not [label for label in laid if label in sentences(story)]


@pytest.mark.parametrize(("spot", "there"), [("wall", ["near-and-far"]), ("sleeve", []), ("", [])])
def test_with_it_the_child_has_the_last_word(spot, there):
    with Story() as story:
        agrees(story)
        lays_people(story)
        if spot:
            lays_page(story, spot)
        assert at_home(story) == there
        assert f"\n{TITLE}\n" in sentences(story) and "Stays in the record" not in sentences(story)
        assert [one.picture for one in consent.sleeve_pages(record(story))] == ([PAGE] if spot == "sleeve" else [])
        assert bool(PAPER_KINDS["own-pages"].why_not(record(story))) == (not there)


def test_on_its_page_no_place_is_written_over_another_and_between_two_is_said_so():
    (path,) = (TESTS / "visits" / "farewell-agreed").glob("*.jsonl")
    told = Record((replay(read(path)),))
    (sheet,) = own_pages.sheets(home_record(told), Spelling())
    groups = sheet.data["groups"]
    middles = sorted(group["x"] for group in groups)
    assert min(after - before for before, after in pairwise(middles)) >= 0.24 - 1e-9
    assert "Between Near and Far" in [group["label"] for group in groups]
    assert "Between Near and Far: Somebody." in summary.text(Traveller("one", told))


def test_it_is_taken_back_with_one_press():
    with Story() as story:
        agrees(story)
        lays_people(story)
        lays_page(story, "wall")
        story.begin(NEXT_DAY)
        agrees(story, False)
        assert at_home(story) == [] and PAGE not in [one.picture for one in consent.with_something(record(story))]
