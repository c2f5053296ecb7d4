"""The papers: what they say, and how they look."""

import re

import pytest

from game.core.events import Begun
from game.paper import certificate, everything, typst_press
from game.paper.options import PaperOptions
from game.play.home_record import home_record
from game.play.record import Record, Traveller
from game.play.replay import replay
from game.play.visit_pages import activity_pages
from tests.support.sheets import MM, PAPERS, home, ink, seen
from tests.support.two_visits import BANKS, STOPS, opened, second_visit

TEXT = """\
What fox and moon chose

Visit 1, 2026-03-02

My traveller: done
  Choosing
    offered: bear, fox, owl
    chosen: fox
    put back: owl
  Choosing
    offered: moon, star
    chosen: moon

When we are done: done
  Laying
    offered: blank card, friend, My own words, school, sleep
    chosen (I want this different): My own words
    chosen (I want to keep this): friend, school
    put back: sleep

Pick a worry stone: something chosen, then left
  Choosing
    offered: jade stone, rose stone
    chosen: jade stone
  Decorating
    offered: flower, heart, sun
    chosen: jade stone with sun, heart and flower
  Rubbing
    chosen: jade stone

On the trail, not opened: What changed, Choose a keepsake

Visit 2, 2026-06-15

Pick a worry stone: passed by
  Choosing
    offered: jade stone
    nothing chosen

Choose a keepsake: done
  Choosing
    offered: feather, skeleton key
    chosen: feather

On the trail, not opened: My traveller, When we are done, What changed
"""


def test_the_text_says_everything_and_nothing_more(traveller):
    assert everything.text(traveller) == TEXT


def test_a_traveller_who_has_chosen_nothing_has_a_text_too():
    events = [Begun("two", 1, "2026-03-02", "middle", STOPS[:1], "seed"), opened("My traveller")]
    nobody = Traveller("two", Record((replay(events),)))
    said = "What the child chose\n\nVisit 1, 2026-03-02\n\nMy traveller: looked in\n"
    assert everything.text(nobody) == said


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_has_its_size_and_leaves_the_margins_white(traveller, renderer, paper):
    wide, high = PAPERS[paper]
    short = certificate.sheet(
        home(traveller), renderer, PaperOptions(paper, name="Mila", letter="Dear Mila,\ngoodbye.")
    )
    told = everything.sheet(traveller, renderer, PaperOptions(paper=paper))
    sizes = [(high, wide), (wide, high)] + [(wide, high)] * (len(seen(told)))
    for page, size in zip(seen(short) + seen(told), sizes, strict=True):
        left, top, right, bottom = ink(page)
        assert page.size == pytest.approx(size, abs=1)
        assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


def test_the_picture_summary_shows_what_was_chosen_spot_by_spot_and_the_scene_as_it_was_left(traveller, renderer):
    told = everything.sheet(traveller, renderer)
    laid = told.data["visits"][0]["pages"][1]["steps"][0]
    assert [(row["how"], [p["label"] for p in row["pictures"]]) for row in laid["rows"]] == [
        ("chosen (I want this different)", ["My own words"]),
        ("chosen (I want to keep this)", ["friend", "school"]),
        ("put back", ["sleep"]),
    ]
    assert len(laid["scene"]["stamps"]) == 3 + len(
        BANKS
    )  # what lies there, and each bank's sign: no tray, no companion
    assert told.data["visits"][0]["pages"][0]["steps"][0]["scene"] is None
    assert typst_press.pdf(told).startswith(b"%PDF")


def test_the_certificate_carries_the_stone_as_the_child_made_it(traveller, renderer):
    stone = activity_pages(traveller.record.visits[0])[2].steps[2].rows[0].pictures[0].art
    made = certificate.sheet(home(traveller), renderer, PaperOptions(name="Mila"))
    stands = {place: made.pictures[one["file"]] for place, one in made.data["stand"].items() if one}
    assert stands == {
        side: renderer.paper_png(art, certificate.LARGE) for side, art in {"left": "fox", "right": stone}.items()
    }


@pytest.mark.parametrize(
    ("events", "companion", "treasure"), [(second_visit(), "hedgehog", "feather"), ([], "hedgehog", "")]
)
def test_without_a_stone_it_carries_the_keepsake_or_the_companion_alone(renderer, events, companion, treasure):
    begun = Begun("one", 1, "2026-06-15", "middle", STOPS, "seed")
    record = Record((replay([begun, *events[1:]]),))
    made = certificate.sheet(home_record(record), renderer, PaperOptions(name="Mila"))
    stands = {place: made.pictures[one["file"]] for place, one in made.data["stand"].items() if one}
    options = {side: art for side, art in {"left": companion, "right": treasure}.items() if art}
    assert stands == {side: renderer.paper_png(art, certificate.LARGE) for side, art in options.items()}
    assert len(seen(made)) == 1


@pytest.mark.parametrize("wording", certificate.WORDINGS)
def test_the_certificate_says_nothing_of_therapy(traveller, renderer, wording):
    said = " ".join(
        certificate.sheet(home(traveller), renderer, PaperOptions(wording=wording)).data["says"].values()
    ).lower()
    assert "who walked with me" in said
    assert not re.search(r"therap|clinic|diagnos|patient|client|treat(ment|ed)|cured|brave|best|well behaved", said)
