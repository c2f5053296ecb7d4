"""What a file says stays here: on no paper that goes home, and on those of the therapist as all else."""

import pytest

from game.art.library import Library
from game.core.ids import Sign, SpotId
from game.core.picture import Backdrop, Stamp
from game.paper import everything
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play import consent as t
from game.play import screens
from game.play.kept_pictures import pictures_shown
from game.play.record import Traveller
from tests.support.own_on_papers import ASKS
from tests.support.own_scenes import make_scene
from tests.support.sheets import Spelling, home
from tests.support.stays_here import GUESTS, at_home
from tests.support.story import Story, read_activities

STAYS = "    stays here: pond\n"
AGAIN = "    again: once each\n"


def played(folder, where: dict[str, tuple[str, ...]], goes: str = "page and card", more: str = "", ask: str = ""):
    """Who has laid these pictures onto these spots, and where it was asked has laid its page on the place `ask`."""
    with Story(loaded=read_activities(folder, picnic=GUESTS.format(home=goes, more=more), pages=ASKS)) as story:
        story.go("picnic")
        for spot, names in where.items():
            for name in names:
                story.carry(name, next(one for one in story.spots() if one.means == SpotId(spot)))
        story.tap(screens.ONWARD)
        story.go("pages")
        if ask:
            story.tap(story.options()[0].means)
            story.tap(next(spot for spot in story.spots() if spot.means.name == ask))
        return Traveller("one", story.store.traveller(story.id).record)


@pytest.mark.parametrize("goes", ["page", "card", "letter", "page and card"])
@pytest.mark.parametrize("ask", ["", "show", "keep"])
def test_on_no_paper_that_goes_home_is_what_stays_here(tmp_path, goes, ask):
    who = played(tmp_path, {"different": ("fox",), "keep": ("owl",)}, goes, ask=ask if goes != "letter" else "")
    papers = at_home(who)
    assert "'fox'" in papers and "'owl'" not in papers
    assert "On the cloth" in papers or goes == "letter" or ask == "keep"
    assert "Behind the hedge" not in papers
    assert "chosen (Behind the hedge): Owl" in everything.text(who)
    (summary,) = PAPER_KINDS["summary"].sheets(who, Spelling(), PaperOptions())
    assert "Behind the hedge" in str(summary.data)


def test_what_lies_at_both_is_seen_where_it_goes_home_from(tmp_path):
    who = played(tmp_path, {"different": ("fox",), "keep": ("fox", "owl")}, more=AGAIN)
    (page,) = PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())
    shown = [page.pictures[stamp["file"]].decode() for stamp in page.data["scene"]["stamps"]]
    assert sum("'fox'" in one for one in shown) == 1


def test_where_all_that_was_laid_stays_here_there_is_no_page_and_none_is_asked_about(tmp_path):
    who = played(tmp_path, {"keep": ("owl",)})
    assert not t.with_something(who.record)
    assert not PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())
    assert "'owl'" not in at_home(who)


def test_what_is_taken_of_it_for_an_envelope_is_what_goes_home(tmp_path):
    who = played(tmp_path, {"different": ("fox",), "keep": ("owl", "cat")})
    assert {o.id for o in t.chosen_as(who.record, t.results(who.record)[-1])} == {"fox"}


def test_nor_what_stood_there_as_a_sign(tmp_path):
    who = "  - choose: who\n    take home: no\n    up to: 2\n    order: as written\n    pictures: [fox, owl]\n"
    laid = "  - place: guests\n    signs: who\n    stays here: keep\n    pictures: [cat, bear]\n"
    onto = "    onto: [different, keep]\n"
    with Story(loaded=read_activities(tmp_path, picnic=who + laid + onto)) as story:
        story.go("picnic")
        story.choose(2)
        story.tap(screens.ONWARD)
        for name, spot in (("cat", "different"), ("bear", "keep")):
            story.carry(name, next(one for one in story.spots() if one.means == SpotId(spot)))
        who = Traveller("one", story.store.traveller(story.id).record)
    (page,) = PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())
    shown = [page.pictures[stamp["file"]].decode() for stamp in page.data["scene"]["stamps"]]
    assert {name for name in ("fox", "cat", "owl", "bear") if f"'{name}'" in str(shown)} == {"fox", "cat"}
    assert page.data["below"] == "Fox: Cat"


def test_of_a_scene_of_her_own_those_places_are_not_seen_either(tmp_path):
    """Empty patches on the hedge said to who read the card that somebody could have been there."""
    make_scene(tmp_path)
    library = Library(tmp_path / "pictures", tmp_path / "safe")
    steps = "  - place: guests\n    scene: garden\n    pictures: [fox, owl]\n    onto: [swing, pond]\n{}"
    with Story(loaded=read_activities(tmp_path, library, picnic=steps.format(STAYS)), library=library) as story:
        story.go("picnic")
        table = story.here.table
        assert {table.scene, table.home_scene} <= {*pictures_shown(story.visit, story.events()[-1])}
        story.carry("fox", next(one for one in story.spots() if one.means == SpotId("swing")))
        who = home(Traveller("one", story.store.traveller(story.id).record))
    told = who.as_left(who.own("page")[0])
    assert table.home_scene != table.scene and told.scene == table.home_scene
    assert [thing.scene for thing in told.screen.things if isinstance(thing, Backdrop)] == [table.home_scene]
    assert library.scene_svg(table.home_scene) != library.scene_svg(table.scene)


def test_nor_does_its_sign_stand_on_another_steps_part_of_the_page(tmp_path):
    make_scene(tmp_path)  # its pond has a sign
    library = Library(tmp_path / "pictures", tmp_path / "safe")
    first = "  - place: guests\n    scene: garden\n    pictures: [fox, owl]\n    onto: [swing, pond]\n"
    second = "  - place: food\n    scene: garden\n    pictures: [kite, boat]\n    onto: [swing]\n"
    for held, signs in ((STAYS, 0), ("", 1)):
        loaded = read_activities(tmp_path, library, picnic=first + held + second)
        with Story(loaded=loaded, library=library) as story:
            story.go("picnic")
            story.tap(screens.ONWARD)
            assert sum(isinstance(thing, Stamp) and thing.id == Sign("pond") for thing in story.picture.things) == signs
