"""What stays here stays, whatever becomes of it later: on no paper that goes home is it seen or named."""

import pytest
from msgspec.structs import replace

from game.core.ids import Option
from game.core.picture import Picture, Stamp
from game.core.table import Move
from game.mechanics import mechanic
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.paper.scene_cut import left_on
from game.play import consent as t
from game.play import screens
from game.play.going_home import NONE, going_home
from game.play.home_record import with_what_was_chosen
from game.play.take import StepState
from game.play.visit_pages import step_summary
from tests.support.sheets import Spelling
from tests.support.stays_here import GUESTS, at_home, carry, who
from tests.support.story import LIBRARY, NEXT_DAY, Story, read_activities

PICNIC = GUESTS.format(home="page and card", more="")
DECORATE = "  - decorate: guests\n    with: [star, heart]\n"
FOOD = "  - place: food\n    signs: {}guests\n    pictures: [boat, kite]\n    onto: [different, keep]\n"
BREATHE = "  - breathe: slowly\n    from: guests\n    take home: page\n"


def says_nothing_of_the_owl(story: Story) -> str:
    said = at_home(who(story))
    assert "'owl'" not in said and "Owl" not in said and "Behind the hedge" not in said
    return said


def laid(story: Story, **where: str) -> None:
    """The picnic, with these pictures at these spots, and on."""
    story.go("picnic")
    for name, spot in where.items():
        carry(story, name, spot)
    story.tap(screens.ONWARD)


@pytest.mark.parametrize("where", [{"owl": "keep"}, {"owl": "keep", "fox": "different"}])
def test_a_sticker_that_is_laid_on_it_does_not_send_it_home(tmp_path, where):
    with Story(loaded=read_activities(tmp_path, picnic=PICNIC + DECORATE)) as story:
        laid(story, **where)
        assert story.here.table.base.id == ("fox" if "fox" in where else "owl")
        story.perform(story.mechanic.demo(story.here.table, Option("star")))
        story.tap(screens.ONWARD)
        said = says_nothing_of_the_owl(story)
    assert ("'fox'" in said) is ("fox" in where)


def test_stickers_are_laid_on_what_goes_home_where_something_does(tmp_path):
    picnic = PICNIC.replace("stays here: keep", "stays here: different")
    with Story(loaded=read_activities(tmp_path, picnic=picnic + DECORATE)) as story:
        laid(story, owl="different", fox="keep")
        assert story.here.table.base.id == "fox"


def test_nor_does_a_later_step_in_which_it_stands_as_a_sign(tmp_path):
    with Story(loaded=read_activities(tmp_path, picnic=PICNIC + FOOD.format(""))) as story:
        laid(story, fox="different", owl="keep")
        for spot, name in zip([one.means.name for one in story.spots()], ("boat", "kite"), strict=False):
            carry(story, name, spot)
        story.tap(screens.ONWARD)
        assert "Fox: Boat" in says_nothing_of_the_owl(story)


def test_nor_one_of_another_activity(tmp_path):
    loaded = read_activities(tmp_path, picnic=PICNIC, tea=FOOD.format("picnic."))
    with Story(loaded=loaded) as story:
        laid(story, fox="different", owl="keep")
        story.go("tea")
        for spot, name in zip([one.means.name for one in story.spots()], ("boat", "kite"), strict=False):
            carry(story, name, spot)
        story.tap(screens.ONWARD)
        says_nothing_of_the_owl(story)


def test_nor_a_breath_with_it(tmp_path):
    with Story(loaded=read_activities(tmp_path, picnic=PICNIC + BREATHE)) as story:
        laid(story, fox="different", owl="keep")
        story.perform(story.mechanic.demo(story.here.table, Option("fox")))
        story.tap(screens.ONWARD)
        assert "slowly" in [one.result for one in t.results(story.store.traveller(story.id).record)]
        says_nothing_of_the_owl(story)


def test_nor_the_flip_book_on_the_way_there(tmp_path):
    with Story(loaded=read_activities(tmp_path, picnic=PICNIC)) as story:
        story.go("picnic")
        for name, spot in (("owl", "different"), ("fox", "different"), ("owl", "keep")):
            carry(story, name, spot)
        story.tap(screens.ONWARD)
        assert "'fox'" in says_nothing_of_the_owl(story)
        assert PAPER_KINDS["flip-book"].sheets(who(story), Spelling(), PaperOptions())


def test_what_was_laid_elsewhere_on_a_visit_before_stays_since_it_was_laid_there(tmp_path):
    with Story(loaded=read_activities(tmp_path, picnic=PICNIC)) as story:
        laid(story, owl="different", fox="different")
        story.begin(NEXT_DAY)
        laid(story, owl="keep", fox="keep")
        says_nothing_of_the_owl(story)
        assert not t.with_something(story.store.traveller(story.id).record)


def test_nor_is_a_place_between_it_and_another_told(tmp_path):
    picnic = GUESTS.format(home="page", more="    between: yes\n")
    with Story(loaded=read_activities(tmp_path, picnic=picnic), band="big") as story:
        story.go("picnic")
        carry(story, "fox", "different")
        carry(story, "owl", next(one.means.name for one in story.spots() if "+" in one.means.name))
        story.tap(screens.ONWARD)
        says_nothing_of_the_owl(story)


SCENES = [scene for scene in LIBRARY.scenes() if len(LIBRARY.spots(scene)) > 1 and "lantern" not in scene]


@pytest.mark.parametrize("scene", SCENES)
def test_in_no_scene_of_ours_is_it_seen_that_something_lies_there(tmp_path, scene):
    """A jar glowed in which something lay, a lid was half shut."""
    spots = LIBRARY.spots(scene)
    stays, here = spots[-1].name, spots[0].name
    steps = f"  - place: guests\n    scene: {scene}\n    stays here: {stays}\n    pictures: [fox, owl]\n"
    with Story(loaded=read_activities(tmp_path, picnic=f"{steps}    onto: [{here}, {stays}]\n"), band="big") as story:
        story.go("picnic")
        begun = story.here
    one = after(begun, "fox", here)
    assert shown(after(one, "owl", stays)) == shown(one)


def after(step: StepState, what: str, spot: str) -> StepState:
    """The step once this picture was laid on this spot."""
    at = next(one for one in step.table.spots if one.name == spot)
    move = Move("lay", str(Option(what)), spot, round(at.x), round(at.y))
    return replace(step, state=mechanic("place").after(step.table, step.state, move))


def shown(step: StepState) -> list[Stamp]:
    """What a paper that goes home shows of it besides its scene."""
    told = going_home(step_summary(0, step, screens=True), NONE)
    return left_on(with_what_was_chosen(told, frozenset()).screen or Picture(()))
