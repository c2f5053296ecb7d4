"""Flip-books: what stands on their pages, and that they show no more than what may go home."""

import pytest

from game.core.ids import Option, Vessel
from game.core.layout import TURN
from game.core.picture import WIDTH, Picture, Stamp, pieces
from game.core.table import CHOSEN
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play.consent import HOPES
from game.play.home_films import FRAMES, HomeFilm, home_films, tween
from game.play.home_record import home_record
from game.play.record import Record, Traveller
from tests.support.sheets import MM, PAPERS, home, ink, seen
from tests.support.story import Story
from tests.support.whole_workbook import saying, whole_workbook

TITLE = "When we are done"


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return whole_workbook()


def films(traveller: Traveller) -> dict[str, HomeFilm]:
    return {film.title: film for film in home_films(traveller.record, home(traveller))}


def chosen(film: HomeFilm, number: int) -> set[str]:
    return {o.id for row in film.frames[number].rows if row.how == CHOSEN for o in row.pictures}


@pytest.mark.parametrize("paper", PAPERS)
def test_each_film_is_a_page_of_frames_inside_its_margins(traveller, renderer, paper):
    (sheet,) = PAPER_KINDS["flip-book"].sheets(traveller, renderer, PaperOptions(paper=paper))
    assert [len(book["frames"]) for book in sheet.data["books"]] == [FRAMES] * len(films(traveller))
    pages = seen(sheet)
    assert len(pages) == len(sheet.data["books"])
    for page in pages:
        left, top, right, bottom = ink(page)
        assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


def test_a_film_begins_with_nothing_and_ends_with_what_was_chosen_on_the_first_visit(traveller):
    film, then = films(traveller)[TITLE], home(traveller).first(HOPES)
    assert chosen(film, 0) == set()
    assert chosen(film, -1) == {o.id for row in then.rows for o in row.pictures} != set()


def test_no_frame_shows_what_else_was_offered_or_was_put_back(traveller):
    for film in films(traveller).values():
        stays = chosen(film, -1)
        for number, told in enumerate(film.frames):
            made = {name for row in told.rows for o in row.pictures for name in pieces(o.art)}
            things = (t for t in told.screen.things if isinstance(t, Stamp) and isinstance(t.means, Option))
            assert {name for thing in things for name in pieces(thing.art)} <= made, film.title
            assert chosen(film, number) <= stays, film.title


def test_all_that_lies_on_a_page_is_inside_its_frames_which_are_of_one_height(traveller, renderer):
    (sheet,) = PAPER_KINDS["flip-book"].sheets(traveller, renderer, PaperOptions())
    for book in sheet.data["books"]:
        assert {frame["height"] for frame in book["frames"]} == {book["height"]}
        for one in (one for frame in book["frames"] for one in frame["stamps"]):
            hidden = (
                max(-one["x"], one["x"] + one["width"] - WIDTH),
                max(-one["y"], one["y"] + one["height"] - book["height"]),
            )
            assert max(hidden[0] / one["width"], hidden[1] / one["height"]) < 0.1, (book["title"], one)


def test_jars_that_come_in_turns_stand_in_every_frame():
    with Story() as story:
        story.go("goodbye-jars")
        story.choose(1)
        story.tap(TURN)
        story.choose(1)
        record = Record((story.visit,))
        (film,) = home_films(record, home_record(record))
    jars = [sum(isinstance(getattr(thing, "id", None), Vessel) for thing in told.screen.things) for told in film.frames]
    assert min(jars) > 1, "three of one turn, two of the next, and none is gone in between"


def test_what_the_child_keeps_has_no_flip_book(traveller):
    assert TITLE in films(traveller)
    assert TITLE not in films(saying(traveller, hopes="keep"))


def test_on_its_way_a_thing_is_between_its_places_and_what_is_new_comes_halfway():
    star, moon = Option("star"), Option("moon")
    before = Picture((Stamp("star", 100, 700, 80, id=star),))
    after = Picture((Stamp("star", 300, 300, 80, id=star), Stamp("moon", 500, 300, 80, id=moon)))
    quarter, most = tween(before, after, 0.25), tween(before, after, 0.75)
    assert [(t.id, t.x, t.y) for t in quarter.things] == [(star, 150, 600)]
    assert [(t.id, t.x, t.y) for t in most.things] == [(star, 250, 400), (moon, 500, 300)]
