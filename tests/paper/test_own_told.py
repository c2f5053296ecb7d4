"""How a therapist's own activities are told: in the summary, and for supervision."""

import re

import pytest

from game.core.ids import Option, SpotId
from game.paper import everything, summary
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play.record import Traveller
from tests.support.own_on_papers import CHOSEN, LAID, SONG, played, titles
from tests.support.sheets import Spelling
from tests.support.story import Story, read_activities


def for_supervision(who: Traveller) -> list[str]:
    (sheet,) = PAPER_KINDS["supervision"].sheets(who, Spelling(), PaperOptions())
    return list(sheet.data["sections"][0]["said"])


def test_for_supervision_the_things_of_an_activity_stand_in_one_line(tmp_path):
    two = (
        CHOSEN.format("") + CHOSEN.replace("treasure", "wind").format("") + LAID.format('    for the paper: "Near."\n')
    )
    (sheet,) = PAPER_KINDS["supervision"].sheets(played(tmp_path, flying=two), Spelling(), PaperOptions())
    told = sheet.data["sections"][0]["said"]
    assert [line.partition(": ")[0] for line in told] == ["flying", "Near"] and told[0].count(": ") == 1


AGAIN = (
    "  - place: helps\n    pictures: [silence, song]\n    again: yes\n{}"
    "    onto:\n      - keep: Too loud\n      - different: At night\n"
)


@pytest.mark.parametrize(
    ("scene", "told"), [("", "Silence, Silence"), ("    scene: jar-shelf\n", "Silence")], ids=["a land", "jars"]
)
def test_two_equal_things_on_one_place_are_told_as_two_and_pebbles_in_a_jar_as_pebbles(tmp_path, scene, told):
    steps = AGAIN.format(scene)
    steps = steps.replace("keep", "sad").replace("different", "happy") if scene else steps
    with Story(loaded=read_activities(tmp_path, sounds=steps)) as story:
        story.go("sounds")
        for _ in range(2):
            story.tap(Option("silence"))
            story.tap(story.spots()[0].means)
        who = Traveller("one", story.store.traveller(story.id).record)
    (row,) = story.rows
    assert len(row.pictures) == 2
    for text in (summary.text(who), everything.text(who), *for_supervision(who)):
        assert re.search(f"(Too loud|At night)\\)?: {told}\\.?(\n|$)", text), text


def test_of_the_little_ones_too_the_page_is_the_scene_as_they_left_it_and_no_heap_of_cards(tmp_path):
    with Story("little", loaded=read_activities(tmp_path, sounds=AGAIN.format(""))) as story:
        story.go("sounds")
        for place in ("keep", "different"):
            story.tap(Option("silence"))
            story.tap(SpotId(place))
        who = Traveller("one", story.store.traveller(story.id).record)
    (sheet,) = PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())
    assert sheet.data["scene"]


def test_for_supervision_a_drawing_is_named_once_with_what_it_was_drawn_on(tmp_path):
    asked = '    on: kite\n    for the paper: "Where it is:"\n'
    who = played(tmp_path, where=SONG.format(asked), song=SONG.format("    on: boat\n"))
    assert for_supervision(who) == ["song: Song (drawn on: Boat).", "Where it is (drawn on: Kite)."]


STICKERS = "  - choose: loud\n    pictures: [drum, ball]\n{}  - decorate: loud\n    with: [star, heart]\n{}"


@pytest.mark.parametrize("lead", ["", '    for the paper: "Too loud:"\n'])
def test_the_sentence_of_what_was_put_upon_it_stands_beside_that_of_what_was_chosen(tmp_path, lead):
    who = played(tmp_path, sounds=STICKERS.format(lead, '    for the paper: "What helps:"\n'))
    first = "Too loud: (Drum|Ball)." if lead else "Chose \u201c(Drum|Ball)\u201d."
    helps = r"What helps: (Star|Heart) \(on (Drum|Ball)\)\."
    assert re.search(f"\n  {first} {helps}\n", summary.text(who))
    loud, put = for_supervision(who)
    assert re.fullmatch("(Too loud|sounds): (Drum|Ball).", loud) and re.fullmatch(helps, put)
    assert titles(who) == ["Too loud" if lead else "sounds"]


def test_without_a_sentence_of_its_own_what_was_put_upon_it_is_told_with_it_for_supervision_too(tmp_path):
    (loud,) = for_supervision(played(tmp_path, sounds=STICKERS.format("", "")))
    assert re.fullmatch("sounds: (Drum|Ball) with (Star|Heart).", loud)
