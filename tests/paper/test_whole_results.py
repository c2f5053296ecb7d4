"""A result of several things, of which a later step changes one, stays whole on papers; and of each step its own
sentence is said."""

from pathlib import Path

import pytest

from game.core import events
from game.core.ids import Option, SpotId
from game.core.layout import TRAY
from game.core.picture import Stamp, pieces
from game.core.take_home import PAGE
from game.paper import summary
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play import screens
from game.play.consent import Made
from game.play.home_record import home_record
from game.play.record import Traveller
from tests.support.own_on_papers import ASKS
from tests.support.sheets import Spelling
from tests.support.story import Story, read_activities

BIRTHDAY = (
    "  - choose: birthday\n    pictures: [star: A star, ball: Playing, song: A song]\n    up to: 3\n"
    '    for the paper: "What belongs to my birthday"\n    take home: {}\n'
    "  - decorate: birthday\n    with: [heart: a heart, flower: a flower]\n"
)
THREE = ["star", "ball", "song"]
LEAD = "What belongs to my birthday"


def step(story: Story, *names: str) -> None:
    """These pictures are picked or laid here, then onward."""
    for name in names:
        story.tap(Option(name))
        if story.session.hands:
            story.tap(next(s for s in story.spots() if s.means != TRAY))
    story.tap(screens.ONWARD)


def who(story: Story) -> Traveller:
    return Traveller("one", story.store.traveller(story.id).record)


def told(traveller: Traveller, visit: int = -1) -> list[str]:
    return [line.strip() for line in summary.lines(traveller.record.visits[visit], str)][1:]


def decorated(folder: Path, home: str = "page", later: bool = False) -> Traveller:
    """Who has chosen three things and decorated the first of them, on the same visit or on the next one."""
    with Story(loaded=read_activities(folder, birthday=BIRTHDAY.format(home))) as story:
        story.go("birthday")
        step(story, *THREE)
        if later:
            story.go(events.TRAIL)
            story.begin("2026-03-09")
            story.go("birthday")
        step(story, "heart")
        return who(story)


def test_all_that_was_chosen_is_in_the_summary_though_one_of_it_was_decorated(tmp_path):
    assert told(decorated(tmp_path)) == ["birthday", f"{LEAD}: A star (with a heart), Playing, A song."]


def test_its_pictures_stand_beside_it_and_what_the_child_has_made_is_larger(tmp_path):
    (visit,) = summary.sheet(decorated(tmp_path), Spelling()).data["visits"]
    (sentence,) = visit["pages"][0]["sentences"]
    assert [one["made"] for one in sentence["pictures"]] == [True, False, False]


@pytest.mark.parametrize("later", [False, True])
def test_the_page_to_take_home_has_them_all_under_the_steps_own_sentence(tmp_path, later):
    (sheet,) = PAPER_KINDS["own-pages"].sheets(decorated(tmp_path, later=later), Spelling(), PaperOptions())
    assert (sheet.data["title"], sheet.data["said"]) == ("birthday", LEAD)
    assert [group["label"] for group in sheet.data["groups"]] == ["A star with a heart", "Playing", "A song"]


@pytest.mark.parametrize("later", [False, True])
def test_all_of_them_are_on_one_card_where_the_file_says_so(tmp_path, later):
    (sheet,) = PAPER_KINDS["keepsake-card"].sheets(decorated(tmp_path, "card", later), Spelling(), PaperOptions())
    (names,) = [card["names"] for card in sheet.data["cards"] if card["words"] == LEAD]
    assert names == "A star (with a heart), Playing, A song"


def test_the_sleeve_names_them_all_with_what_was_added(tmp_path):
    with Story(loaded=read_activities(tmp_path, birthday=BIRTHDAY.format("page"), zz_asks=ASKS)) as story:
        story.go("birthday")
        step(story, *THREE)
        step(story, "heart")
        story.go("zz_asks")
        story.tap(story.options()[0].means)
        story.tap(SpotId("keep"))
        (sheet,) = PAPER_KINDS["sleeve"].sheets(who(story), Spelling(), PaperOptions())
    (inside,) = sheet.data["insides"]
    assert [one["label"] for one in inside["pictures"]] == ["A star with a heart", "Playing", "A song"]


# What each step's own sentence says

QUIET = "  - watch: the-quiet\n    story:\n      - look: up\n{}"
SLOWLY = "  - breathe: slowly\n    picture: feather\n{}"
SAYS = '    for the paper: "{}"\n'


def done(folder: Path, steps: str, *gesture: str) -> list[str]:
    """What the summary says of who has come to the first of these steps, and has done it where there is a gesture."""
    with Story(loaded=read_activities(folder, here=steps)) as story:
        story.go("here")
        for name in gesture:
            story.perform(story.mechanic.demo(story.here.table, Option(name)))
        story.tap(screens.ONWARD)
        return told(who(story))


@pytest.mark.parametrize("steps", [QUIET, SLOWLY])
@pytest.mark.parametrize("said", ["We were quiet together", "We were quiet together.", "Were we quiet?"])
def test_what_the_file_says_of_a_step_without_a_choice_stands_in_the_summary(tmp_path, steps, said):
    ended = said if said.endswith((".", "?")) else f"{said}."
    assert done(tmp_path, steps.format(SAYS.format(said)), "feather") == ["here", ended]
    silent = ["here", "Watched."] if steps == QUIET else ["Nothing was chosen on this visit."]
    assert done(tmp_path, steps.format(""), "feather") == silent


def test_all_that_a_child_has_breathed_with_are_named(tmp_path):
    """The summary did not say with which of what had cooled it."""
    cooled = "  - choose: cooled\n    pictures: [star, ball, song]\n    up to: any\n"
    slowly = cooled + "  - breathe: slowly\n    from: cooled\n    breaths: 2\n" + SAYS.format("Slow breaths with that")
    with Story(loaded=read_activities(tmp_path, here=slowly)) as story:
        story.go("here")
        step(story, "song", "star", "ball")
        step(story, "star")
        assert told(who(story)) == [
            "here",
            "Chose “Song”, “Star” and “Ball”. Slow breaths with that: Song, Star.",
        ]


def test_a_breath_that_was_passed_by_is_not_said_to_have_been_done(tmp_path):
    assert done(tmp_path, SLOWLY.format(SAYS.format("We breathed"))) == ["Nothing was chosen on this visit."]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "Drew “Where I feel it”."),
        ("    on: body-outline\n", "Drew “Where I feel it” on “Body outline”."),
        ("    on: body-outline\n" + SAYS.format("It is here."), "Drew “It is here” on “Body outline”."),
        ("    on: boat\n    corner: yes\n", "Drew “Where I feel it” beside “Boat”."),
    ],
)
def test_a_drawing_is_called_as_its_file_calls_it_and_told_with_what_lies_under_it(tmp_path, more, said):
    assert done(tmp_path, f"  - draw: where-i-feel-it\n{more}", "crayon-ink") == ["here", said]


@pytest.mark.parametrize(
    ("pictures", "said"),
    [("candle", "A light for him: lit."), ("lamp, candle", "A light for him: Lamp.")],
)
def test_of_what_alone_could_be_lit_it_is_said_that_it_was(tmp_path, pictures, said):
    lights = f"  - light: lights\n    pictures: [{pictures}]\n    along: [keep, different]\n"
    with Story(loaded=read_activities(tmp_path, here=lights + SAYS.format("A light for him"))) as story:
        story.go("here")
        story.perform(story.mechanic.demo(story.here.table))
        story.tap(screens.ONWARD)
        assert told(who(story)) == ["here", said]


@pytest.mark.parametrize(
    ("pictures", "left", "said"),
    [
        ("candle", screens.ONWARD, ["here", "A light for him: nothing was lit."]),
        ("candle", screens.TRAIL, ["Nothing was chosen on this visit."]),
        ("lamp, candle", screens.ONWARD, ["Nothing was chosen on this visit."]),
    ],
)
def test_what_alone_could_be_lit_and_was_left_dark_is_told_and_not_of_a_glance(tmp_path, pictures, left, said):
    """To leave it is an answer, too; it was told nowhere but on the longest paper."""
    lights = f"  - light: lights\n    pictures: [{pictures}]\n    along: [keep, different]\n"
    with Story(loaded=read_activities(tmp_path, here=lights + SAYS.format("A light for him"))) as story:
        story.go("here")
        story.tap(left)
        assert told(who(story)) == said


def test_what_was_laid_into_a_scene_and_decorated_then_is_decorated_on_its_page(tmp_path):
    """Its page shows the scene as it was left, and what lies there as it is now."""
    hopes = "  - place: hopes\n    pictures: [star, ball]\n    onto: [keep]\n"
    steps = f"{hopes}  - decorate: hopes\n    with: [heart, flower]\n"
    with Story(loaded=read_activities(tmp_path, garden=steps)) as story:
        story.go("garden")
        step(story, "star", "ball")
        step(story, "heart")
        record = story.store.traveller(story.id).record
    told = home_record(record).as_left(Made(PAGE, "garden", "hopes"))
    lie = {thing.means: list(pieces(thing.art)) for thing in told.screen.things if isinstance(thing, Stamp)}
    assert lie[Option("star")] == ["star", "heart"] and lie[Option("ball")] == ["ball"]
