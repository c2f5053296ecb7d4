"""Place where only so many can lie at once: one more sends back what was laid first, as where pictures are chosen."""

from pathlib import Path

from game.core.ids import Option, SpotId
from game.core.table import PUT_BACK
from tests.support.story import Story, read_activities

STEP = "  - place: food\n    pictures: [star, kite, boat, leaf]\n    onto: [different, keep]\n    {}\n"
KEEP, DIFFERENT = SpotId("keep"), SpotId("different")


def begun(folder: Path, more: str) -> Story:
    return Story(loaded=read_activities(folder, lunch=STEP.format(more)))


def lay(story: Story, what: str, to: SpotId) -> None:
    story.tap(Option(what))
    story.tap(to)


def lies(story: Story) -> dict[str, tuple[str, ...]]:
    return {row.spot or row.how: tuple(o.id for o in row.pictures) for row in story.rows}


def test_one_more_sends_back_what_was_laid_first(tmp_path):
    with begun(tmp_path, "up to: 2") as story:
        story.go("lunch")
        lay(story, "star", KEEP)
        lay(story, "kite", DIFFERENT)
        lay(story, "star", DIFFERENT)
        assert lies(story) == {"different": ("kite", "star")}
        lay(story, "boat", KEEP)
        assert lies(story) == {"different": ("star",), "keep": ("boat",), PUT_BACK: ("kite",)}
        before = story.visit
        story.reopen()
        assert story.visit == before


def test_of_each_spot_by_itself_so_many_lie_there_and_one_more_sends_back_what_was_first_at_that_one(tmp_path):
    with begun(tmp_path, "up to: 1 each") as story:
        story.go("lunch")
        lay(story, "star", KEEP)
        lay(story, "kite", DIFFERENT)
        assert lies(story) == {"different": ("kite",), "keep": ("star",)}
        lay(story, "boat", KEEP)
        assert lies(story) == {"different": ("kite",), "keep": ("boat",), PUT_BACK: ("star",)}
        before = story.visit
        story.reopen()
        assert story.visit == before


def test_of_what_is_laid_again_and_again_so_many_lie_there_too(tmp_path):
    with begun(tmp_path, "up to: 2\n    again: yes") as story:
        story.go("lunch")
        for _ in range(3):
            lay(story, "star", KEEP)
        assert lies(story) == {"keep": ("star", "star")}


def test_in_the_heart_besides_is_not_counted(tmp_path):
    step = "  - place: who\n    pictures: [star, kite]\n    onto: [near, far]\n    also onto: [heart]\n    up to: 1\n"
    with Story(loaded=read_activities(tmp_path, who=step + "    scene: island-and-shore\n")) as story:
        story.go("who")
        lay(story, "star", SpotId("near"))
        lay(story, "star", SpotId("heart"))
        assert lies(story) == {"near": ("star",), "heart": ("star",)}
        lay(story, "kite", SpotId("far"))
        assert lies(story) == {"far": ("kite",), "heart": ("star",)}


def test_where_nothing_is_said_all_can_lie_there(tmp_path):
    with begun(tmp_path, "") as story:
        story.go("lunch")
        for what in ("star", "kite", "boat"):
            lay(story, what, KEEP)
        assert lies(story) == {"keep": ("star", "kite", "boat")}


def test_once_each_a_picture_lies_at_several_spots_and_at_each_once(tmp_path):
    with begun(tmp_path, "again: once each") as story:
        story.go("lunch")
        for what, where in (("star", KEEP), ("star", DIFFERENT), ("kite", KEEP), ("star", KEEP)):
            lay(story, what, where)
        assert lies(story) == {"different": ("star",), "keep": ("kite", "star")}
        story.tap(Option("star", next(one.what.number for one in story.here.state.laid if one.spot == "different")))
        story.tap(KEEP)
        assert lies(story) == {"keep": ("kite", "star")}
        before = story.visit
        story.reopen()
        assert story.visit == before


def test_places_are_told_in_the_order_in_which_the_file_names_them(tmp_path):
    step = "  - place: food\n    pictures: [star, kite]\n    onto: [keep, different]\n"
    with Story(loaded=read_activities(tmp_path, lunch=step)) as story:
        story.go("lunch")
        lay(story, "star", DIFFERENT)
        lay(story, "kite", KEEP)
        assert [*lies(story)] == ["keep", "different"]
