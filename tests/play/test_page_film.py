"""The film of a page: what it shows is what the journal tells, and it leaves no trace."""

from functools import cache

import pytest
from msgspec.structs import replace

from game.core.events import PASSED_BY
from game.core.ids import SpotId
from game.core.layout import TRAY
from game.core.picture import meaningful
from game.core.table import CHOSEN
from game.mechanics import mechanic
from game.play import screens
from game.play.page_film import LONGEST, MOST, SETTLES, PageFilm, film_of, first_films
from game.play.record import Record
from game.play.replay import replay
from game.play.state import Visit
from game.play.take import StepState
from game.records.journal_reader import look, read
from tests.paths import TESTS
from tests.support.story import NAMES, ONLY_SHOWN, Story

RECORDED = sorted((TESTS / "visits").rglob("*.jsonl"))
journals = pytest.mark.parametrize("path", RECORDED, ids=lambda path: f"{path.parent.name}-{path.stem}")


@cache
def everything_done() -> Visit:
    """A visit on which something was done at every step."""
    with Story() as story:
        story.go_through(NAMES, 3)
        return story.visit


def films(visit: Visit) -> list[PageFilm]:
    return [film for name in visit.opened if (film := film_of(visit, name))]


def chosen(here: StepState) -> set[str]:
    rows = mechanic(here.table.mechanic).told(here.table, here.state)
    return {o.id for row in rows if row.how == CHOSEN for o in row.pictures}


def is_as_the_journal_tells(visit: Visit, film: PageFilm) -> None:
    """It ends as the page was left, and each of its steps is seen as it was left, unless many moves are left out."""
    steps = [take.step for take in visit.takes if take.activity == film.activity and take.moves]
    left = {step: visit.laid[film.activity, step] for step in steps}
    seen = [moment.state for moment in film.moments]
    assert seen[-1] == left[steps[-1]].state
    assert len(seen) == MOST or all(laid.state in seen for laid in left.values())
    assert all(chosen(moment) <= set().union(*map(chosen, left.values())) for moment in film.moments)


@pytest.mark.parametrize("activity", [name for name in NAMES if name not in ONLY_SHOWN])
def test_a_film_of_whatever_was_done_ends_as_the_page_was_left_in_six_seconds_at_the_most(activity):
    visit = everything_done()
    film = film_of(visit, activity)
    assert film is not None, "something was done there"
    is_as_the_journal_tells(visit, film)
    assert 2 <= len(film.moments) <= MOST
    assert (len(film.moments) - 1) * film.pace + SETTLES <= LONGEST + 1e-9
    assert [film.at(number * film.pace + 0.001) for number in range(len(film.moments))] == list(
        range(len(film.moments))
    )
    assert film.at(1000) == len(film.moments) - 1, "it stays there until it is touched"


@pytest.mark.parametrize("activity", [name for name in NAMES if name not in ONLY_SHOWN])
def test_nothing_in_a_film_means_anything(activity):
    assert not any(meaningful(picture) for picture in film_of(everything_done(), activity).pictures)


@journals
def test_a_recorded_visit_has_its_films_whether_it_is_told_or_replayed(path):
    told, replayed = look(path).visit, replay(read(path))
    assert films(told) == films(replayed) != []
    for film in films(told):
        is_as_the_journal_tells(replayed, film)


def test_what_was_passed_by_has_no_film():
    with Story() as story:
        story.at("when-we-are-done", 0)
        story.tap(screens.ONWARD)
        assert story.visit.how["when-we-are-done"] == PASSED_BY
        assert film_of(story.visit, "when-we-are-done") is None


def test_what_was_put_back_is_not_seen_again():
    with Story() as story:
        story.at("when-we-are-done", 0)
        first, second = (thing.means for thing in story.options()[:2])
        spot = next(spot for spot in story.spots() if spot.means == SpotId("keep"))
        for picture in (first, second):
            story.carry(picture, spot)
        there = story.thing(first)
        story.carry(there, next(spot for spot in story.spots() if spot.means == TRAY))
        assert len(story.moves()) == 3
        film = film_of(story.visit, "when-we-are-done")
        assert [chosen(moment) for moment in film.moments] == [set(), {second.name}]


def test_only_what_was_put_back_is_no_film():
    with Story() as story:
        story.at("when-we-are-done", 0)
        spot = next(spot for spot in story.spots() if spot.means == SpotId("keep"))
        picture = story.options()[0].means
        story.carry(picture, spot)
        story.carry(story.thing(picture), next(spot for spot in story.spots() if spot.means == TRAY))
        assert film_of(story.visit, "when-we-are-done") is None


def test_a_page_on_which_nothing_was_changed_since_an_earlier_visit_is_no_film():
    """The child took what it had chosen before, and left it as it was."""
    with Story() as story:
        story.at("my-traveller", 0).choose(1)
        (take,) = (take for take in story.visit.takes if take.moves)
        *_, left = take.states()
        again = replace(take, found=left, moves=take.moves[-1:])
        assert [*again.states()][-1] == left
        assert film_of(story.visit, "my-traveller") is not None
        assert film_of(replace(story.visit, takes=(again,)), "my-traveller") is None


@pytest.mark.parametrize("name", ["after", "told", "view"])
def test_what_our_code_cannot_show_any_more_has_no_film_and_breaks_nothing(name, monkeypatch):
    visit = look(TESTS / "visits" / "whole-workbook" / "visit-0001.jsonl").visit

    def broken(*args):
        raise ZeroDivisionError("a mistake of ours")

    monkeypatch.setattr(mechanic("place"), name, broken)
    film, found = film_of(visit, "when-we-are-done"), [take.found for take in visit.takes]
    seen = [] if film is None else [m for m in film.moments if m.table.mechanic == "place" and film.pictures]
    assert all(moment in found for moment in seen), "nothing that the broken code would have had to tell"
    assert film_of(visit, "my-traveller") is not None, "another mechanic's page"


def test_the_first_films_are_those_of_the_first_visits_and_only_of_what_may_be_seen():
    visits = tuple(look(path).visit for path in RECORDED if path.parent.name == "whole-workbook")
    found = first_films(Record(visits), lambda name: name != "the-bother")
    assert found and "the-bother" not in [film.activity for film in found]
    for film in found:
        having = [visit.begun.number for visit in visits if film_of(visit, film.activity)]
        assert film.visit == having[0]
    assert any(film.visit > 1 for film in found) and any(film.visit == 1 for film in found)
    assert "goodbye-jars" in [film.activity for film in found], "what the child keeps for itself it can see itself"
