"""On a card and on a page of its own each place says in a line of its own what lies there."""

import pytest

from game.core.ids import SpotId
from game.paper.options import PaperOptions
from game.paper.registry import KEEPSAKES, PAPER_KINDS
from game.paper.take_home_papers import sheet as take_home
from game.paper.what_was_done import what_was_done
from game.play.consent import with_something
from game.play.record import Traveller
from tests.support.own_on_papers import LAID, played
from tests.support.sheets import Spelling, home
from tests.support.story import Story, read_activities

NAMED = "  - choose: treasure\n    pictures: [kite: Nothing at all, boat: Nothing at all]\n{}"


def cards(who: Traveller) -> list[dict]:
    return take_home(KEEPSAKES, home(who), Spelling()).data["cards"]


def laid(folder, more: str) -> Traveller:
    """The fox was laid onto the first of these places, the owl onto the second."""
    with Story(loaded=read_activities(folder, mine=LAID.format(more) + "      - different: Who goes\n")) as story:
        story.go("mine")
        for name, where in (("fox", "keep"), ("owl", "different")):
            story.carry(name, next(spot for spot in story.spots() if spot.means == SpotId(where)))
        return Traveller("one", story.store.traveller(story.id).record)


@pytest.mark.parametrize(
    ("steps", "names"),
    [
        (NAMED.format("    take home: card\n"), "Nothing at all"),
        (LAID.format("    take home: card\n").replace("[fox, owl]", "[fox: Mr Fox, owl: Mr Fox]"), "Who stays: Mr Fox"),
    ],
)
def test_a_card_names_what_it_shows(tmp_path, steps, names):
    found = cards(played(tmp_path, mine=steps))
    assert [card["names"] for card in found if card["words"] in ("mine", "treasure")] == [names]


def test_a_card_of_several_places_says_what_lies_where(tmp_path):
    (names,) = [card["names"] for card in cards(laid(tmp_path, "    take home: card\n")) if card["on"] == "scene"]
    assert sorted(names.split("\n")) == ["Who goes: Owl", "Who stays: Fox"]


@pytest.mark.parametrize(("languages", "words"), [("en", "Who stays: Fox"), ("de", "Who stays: Fuchs")])
def test_a_page_of_several_places_says_what_lies_where_in_its_language(tmp_path, languages, words):
    """A volcano's words stood in one row below it though its heights are above each other, and nothing said what was
    laid there."""
    (sheet,) = PAPER_KINDS["own-pages"].sheets(laid(tmp_path, ""), Spelling(), PaperOptions(language=languages))
    assert words in sheet.data["below"].split("\n") and len(sheet.data["below"].split("\n")) == 2


def test_it_can_be_a_page_and_a_card_at_once(tmp_path):
    """And it is named once on the certificate, and the child is asked once about it."""
    who = laid(tmp_path, "    take home: page and card\n")
    (sheet,) = PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())
    assert sheet.data["title"] == "mine" and "scene" in [card["on"] for card in cards(who)]
    assert [page.name for page in with_something(who.record)] == ["mine"]
    assert what_was_done(home(who), 4, str) == ["You chose something for “mine”."]


@pytest.mark.parametrize(
    ("order", "said"), [("    order: as written\n", "Who stays: Owl, Fox"), ("", "Who stays: Fox, Owl")]
)
def test_what_has_an_order_of_the_file_is_told_in_it_and_else_as_it_was_laid(tmp_path, order, said):
    """Of sounds from quiet to loud a teacher read the playground before the music."""
    steps = LAID.format(order).replace("[fox, owl]", "[owl, fox]")
    with Story(loaded=read_activities(tmp_path, mine=steps)) as story:
        story.go("mine")
        for name in ("fox", "owl"):
            story.carry(name, next(spot for spot in story.spots() if spot.means == SpotId("keep")))
        who = Traveller("one", story.store.traveller(story.id).record)
    (sheet,) = PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())
    assert sheet.data["below"] == said
