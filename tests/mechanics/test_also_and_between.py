"""Place where somebody can be in a place and in the heart, or between two places."""

import pytest

from game.core.companion import COMPANION_ID
from game.core.ids import Option, SpotId
from game.core.layout import TRAY
from game.core.picture import Stamp, Strokes, find
from game.core.table import CHOSEN, PUT_BACK
from game.paper.words import place_words
from tests.support.story import Story, read_activities

NEAR, FAR, HEART, BETWEEN = SpotId("near"), SpotId("far"), SpotId("heart"), SpotId("near+far")


def lies(story: Story) -> dict[str, tuple[str, ...]]:
    return {row.spot or row.how: tuple(o.id for o in row.pictures) for row in story.rows}


def lay(story: Story, what: Option, to: SpotId) -> None:
    story.tap(what)
    story.tap(to)


def test_who_is_in_the_heart_stays_where_they_are():
    with Story().at("near-and-far", 0) as story:
        one, other = (o.means for o in story.options()[:2])
        lay(story, one, HEART)
        assert find(story.picture, one), "still on the bank"
        lay(story, one, NEAR)
        lay(story, other, FAR)
        lay(story, other, HEART)
        assert lies(story) == {"near": (one.name,), "far": (other.name,), "heart": (one.name, other.name)}
        lay(story, one, FAR)
        assert lies(story) == {"far": (other.name, one.name), "heart": (one.name, other.name)}


def test_who_is_taken_out_of_the_heart_is_put_back_only_when_in_no_place():
    with Story().at("near-and-far", 0) as story:
        one = story.options()[0].means
        lay(story, one, HEART)
        lay(story, one, NEAR)
        lay(story, Option(one.name, 0), TRAY)
        assert lies(story) == {"near": (one.name,)}
        lay(story, one, TRAY)
        assert lies(story) == {PUT_BACK: (one.name,)}


def test_from_the_heart_to_a_place_is_to_go_there():
    with Story().at("near-and-far", 0) as story:
        one = story.options()[0].means
        lay(story, one, NEAR)
        lay(story, one, HEART)
        lay(story, Option(one.name, 0), FAR)
        assert lies(story) == {"far": (one.name,)}


@pytest.mark.parametrize(("band", "there"), [("little", False), ("middle", False), ("big", True)])
def test_between_two_places_there_is_one_for_the_oldest(band, there):
    with Story(band).at("near-and-far", 0) as story:
        assert bool(find(story.picture, BETWEEN)) == there
        if there:
            one = story.options()[0].means
            lay(story, one, BETWEEN)
            (row,) = story.rows
            assert (row.how, row.spot, row.pictures[0].id) == (CHOSEN, "near+far", one.name)
            assert place_words(row, str) == "between Near and Far"


def test_a_thread_goes_to_each_who_is_far():
    def threads(story: Story) -> int:
        return sum(len(thing.lines) for thing in story.picture.things if isinstance(thing, Strokes))

    with Story().at("near-and-far", 0) as story:
        one, other = (o.means for o in story.options()[:2])
        seen = []
        for what, to in ((one, NEAR), (one, FAR), (other, FAR), (one, TRAY)):
            lay(story, what, to)
            seen.append(threads(story))
        assert seen == [0, 1, 2, 1]


COPIES = """\
- place: many
  from: visit.companion
  again: yes
  onto: [keep, different]
"""


def test_of_what_lies_there_again_and_again_none_is_the_companion_itself(tmp_path):
    with Story(loaded=read_activities(tmp_path, many=COPIES)) as story:
        story.go("many")
        (one,) = (o.means for o in story.options())
        for to in ("keep", "different"):
            lay(story, one, SpotId(to))
        ids = [thing.id for thing in story.picture.things if isinstance(thing, Stamp) and thing.id]
        assert len(ids) == len(set(ids)) and ids.count(COMPANION_ID) == 1
