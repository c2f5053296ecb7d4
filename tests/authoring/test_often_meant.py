"""Names that people write for pictures and scenes of ours, and where one picture is enough."""

import pytest

from game.authoring.values.often_meant import MEANT, OF_PEOPLE
from tests.support.mistakes import GOOD, HEAD, LIBRARY, said


def test_what_is_often_written_for_our_pictures_leads_to_pictures_that_there_are():
    assert {name for names in MEANT.values() for name in names} <= set(LIBRARY.names())
    assert not {*MEANT, *OF_PEOPLE}.intersection(LIBRARY.names())


@pytest.mark.parametrize(
    "step",
    [
        "use: it\n    pictures: [candle]",
        "light: it\n    along: [light-1, light-2]\n    pictures: [candle]\n    scene: lantern-night",
        "smooth: it\n    pictures: [school]\n    scene: river-rock",
        "place: it\n    pictures: [storm-in-head]\n    onto: [keep]",
        "decorate: thing\n    with: [heart]",
    ],
)
def test_one_picture_is_enough_where_none_is_chosen_from_others(step):
    assert said(f"{HEAD}{GOOD}  - {step}\n") == []


def test_a_scene_is_not_said_to_be_meant_for_what_only_shares_letters():
    (sentence,) = said(HEAD.replace("two-banks", "moving-van") + GOOD)
    assert "Did you mean" not in sentence and "There are, with their spots: " in sentence
