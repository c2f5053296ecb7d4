"""Names that people write for pictures and scenes of ours, and where one picture is enough."""

import pytest

from game import mechanics
from game.authoring.mistake import one_of
from game.authoring.step_reader import step_keys
from game.authoring.values.often_meant import BEATS, DRAWN, MEANT, OF_PEOPLE, STEPS
from game.authoring.values.story import about
from game.core.feelings import FEELINGS
from game.core.story import STORY_POSES
from tests.support.mistakes import GOOD, HEAD, LIBRARY, said


def test_what_is_often_written_for_our_pictures_leads_to_pictures_that_there_are():
    assert {name for names in MEANT.values() for name in names} <= set(LIBRARY.names())
    assert not DRAWN.intersection((*LIBRARY.names(), *MEANT, *OF_PEOPLE))
    assert not {*MEANT, *OF_PEOPLE}.intersection(LIBRARY.names())


def test_what_is_often_written_for_a_step_leads_to_steps_that_there_are():
    assert set(STEPS.values()) <= set(mechanics.names())
    assert not set(STEPS).intersection(step_keys())


@pytest.mark.parametrize(
    ("step", "key", "meant"),
    [
        ("- write: letter\n    paper: broad-leaf\n    corner: yes\n    on: kite\n", "write", "draw"),
        ("- paper: broad-leaf\n    letter: letter\n", "letter", "draw"),
        ("- pick: it\n    pictures: [kite, boat]\n", "pick", "choose"),
        ("- Ask: it\n    pictures: [kite, boat]\n", "Ask", "choose"),
        ("- photo: it\n    from: visit.personal-pictures\n", "photo", "choose"),
        ("- candle: it\n    along: [keep]\n    pictures: [candle]\n", "candle", "light"),
        ("- breath: it\n    picture: kite\n", "breath", "breathe"),
    ],
)
def test_a_word_for_what_is_done_is_told_at_that_word_and_the_step_is_read_as_it_was_meant(step, key, meant):
    """It was told of 'paper', a key that is right, and with a name that was not meant."""
    line = 9 if step.startswith("- paper") else 8
    sentence = f"{line}:5: A step needs {one_of(mechanics.names())}; '{key}' is none of them. Did you mean '{meant}'?"
    assert said(f"{HEAD}{GOOD}  {step}") == [sentence]
    assert len(said(f"{HEAD}{GOOD}  {step}    story: quiet\n")) == 2, "and what else is wrong in it is told at once"


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


def test_two_words_for_one_key_do_not_say_that_it_is_written_twice():
    found = said(f"{HEAD}steps:\n  - choose: it\n    images: [kite, boat]\n    photos: [star]\n")
    assert len(found) == 2 and "has no key 'images'. Did you mean 'pictures'?" in found[0]
    assert "has no key 'photos'." in found[1] and not any("twice" in sentence for sentence in found)


def test_one_that_is_sensitive_is_told_how_it_is_opened():
    (sentence,) = said(f"{HEAD}sensitive: yes\n{GOOD}")
    assert "has no key 'sensitive'. For one that you open for each visit anew write 'unlock: each visit'." in sentence


def test_a_scene_is_not_said_to_be_meant_for_what_only_shares_letters():
    (sentence,) = said(HEAD.replace("two-banks", "moving-van") + GOOD)
    assert "Did you mean" not in sentence and "There are, with their spots: " in sentence


def test_what_is_often_written_in_stories_leads_to_beats_that_there_are():
    spots = signs = ()
    assert all(what in about(do, spots, signs) for do, what in BEATS.values())
    assert not set(BEATS).intersection((*FEELINGS, *STORY_POSES))


@pytest.mark.parametrize(
    ("beat", "meant"),
    [
        *(("feel: shy", "pose: hiding"), ("think: Nervous", "feel: worried"), ("pose: afraid", "feel: scared")),
        *(("rest: there", "pose: resting"), ("pose: sleep", "pose: resting"), ("sit: bench", "pose: sitting")),
    ],
)
def test_a_feeling_that_there_is_none_of_leads_to_the_beat_that_shows_it(beat, meant):
    (sentence,) = said(f"{HEAD}{GOOD}    story:\n      - {beat}\n")
    assert f"Did you mean '{meant}'?" in sentence and "There are" not in sentence


def test_how_long_the_story_is_with_that_beat_is_told_at_once():
    """She learned of it with the next try alone."""
    walks = "".join(f"      - walk: {to}\n" for to in ("keep", "different", "keep", "different"))
    found = said(f"{HEAD}{GOOD}    story:\n      - feel: shy\n{walks}      - pose: resting\n")
    assert len(found) == 2 and "This story lasts" in found[0] and "'pose: hiding' 1.5" in found[0]


def test_a_hug_leads_to_hands_that_help():
    (sentence,) = said(f"{HEAD}steps:\n  - choose: it\n    pictures: [kite, hug]\n")
    assert "There is no picture called 'hug'. Did you mean 'helper-hands'? If not, put" in sentence


def test_friends_are_people_first():
    """'friend' alone was named, which is a thing in the quiet look, as the next check said."""
    (sentence,) = said(f"{HEAD}steps:\n  - choose: it\n    pictures: [parents, grandparents, friends]\n")
    assert "There is no picture called 'friends'. Did you mean 'child-curly' or 'friend'? If not, put" in sentence


@pytest.mark.parametrize(
    ("written", "card"),
    [
        ("own", "blank-card"),
        ("draw: My own", "blank-card: My own"),
        ("My own", "blank-card"),
        ("drawing", "blank-card"),
    ],
)
def test_what_a_child_draws_among_pictures_is_the_card_on_which_it_does(written, card):
    """She was told to put a picture of this name into her folder."""
    (sentence,) = said(f"{HEAD}steps:\n  - choose: it\n    pictures:\n      - kite\n      - boat\n      - {written}\n")
    name = written.partition(":")[0]
    assert (
        sentence == f"10:9: '{name}' is no picture's name. Where the child draws one, write '{card}', on which it does."
    )


def test_where_a_step_has_no_name_yet_one_is_written_for_it():
    found = said(f"{HEAD}steps:\n  - choose:\n    pictures: [kite, boat]\n    onto: keep\n")
    assert len(found) == 2 and "write 'place: NAME' for it" in found[1]


def test_each_picture_that_is_not_there_is_told_in_its_line_and_what_to_do_once():
    text = HEAD.replace("kite", "haus") + "steps:\n  - choose: it\n    pictures: [teddy, beds, rocket]\n"
    text += "  - breathe: slowly\n    picture: rockets\n  - draw: it-too\n    on: rocket\n"
    assert said(text) == [
        "3:8: There is no picture called 'haus'. Did you mean 'house'? For what is none of these, put a picture of its "
        "name into activities/pictures, or see all: python main.py pictures.",
        "7:23: There are no pictures called 'beds' and 'rocket'. Did you mean 'bed' for 'beds'?",
        "9:14: There is no picture called 'rockets'.",
    ]


@pytest.mark.parametrize("word", ["white", "White paper", "none"])
def test_a_white_sheet_needs_no_paper(word):
    text = f"{HEAD}steps:\n  - draw: it\n    paper: {word}\n"
    assert said(text) == ["7:12: The sheet is white by itself. Leave 'paper' out."]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a card", "card"),
        ("pages", "page"),
        ("Letter", "letter"),
        ("letter page", "letter' or 'page"),
        ("card, page", "page and card"),
        ("[page, card]", "page and card"),
    ],
)
def test_what_goes_home_is_asked_for_with_what_was_probably_meant(written, meant):
    (sentence,) = said(f"{HEAD}take home: {written}\n{GOOD}")
    assert sentence.endswith(f"'{written.strip('[]')}' is none of them. Did you mean '{meant}'?")


@pytest.mark.parametrize(
    ("step", "key", "meant"),
    [
        ("walk: road\n    scene: two-banks\n    stops: [keep, different]", "stops", "along"),
        ("place: it\n    scene: two-banks\n    pictures: [kite]\n    onto: [keep]\n    twice: yes", "twice", "again"),
    ],
)
def test_what_is_often_meant_by_a_key_comes_before_what_shares_letters(step, key, meant):
    (sentence,) = said(f"{HEAD}steps:\n  - {step}\n")
    assert sentence.endswith(f"has no key '{key}'. Did you mean '{meant}'?")


@pytest.mark.parametrize(
    ("name", "meant"), [("photo", "visit.personal-pictures"), ("my-companion", ""), ("traveller", "visit.companion")]
)
def test_what_the_visit_brings_is_asked_for_where_that_is_often_meant_by_a_name(name, meant):
    (sentence,) = said(f"{HEAD}steps:\n  - choose: it\n    from: {name}\n")
    assert sentence.endswith(f"Did you mean '{meant}'?" if meant else "All that can be taken: python main.py pictures.")


def test_what_there_is_in_all_scenes_is_told_once_in_a_file():
    first, again = said(
        f"{HEAD}{GOOD}    scene: school\n  - choose: other\n    scene: hospital\n    pictures: [fox, bear]\n"
    )
    assert "two-banks (different, keep" in first
    assert again.endswith(
        "There is no scene called 'hospital'. Lay a picture of your own into the folder activities/scenes, or see all "
        "with their spots: python main.py pictures."
    )


@pytest.mark.parametrize("written", ["keep: At home", "keep: At home, different: At school", "keep:"])
def test_one_name_with_its_words_is_shown_as_the_list_that_it_is(written):
    text = f"{HEAD}steps:\n  - place: it\n    pictures: [kite]\n    onto: {{}}\n"
    (sentence,) = said(text.format(written))
    assert sentence.endswith(f"'onto' takes a list, also of one: write 'onto: [{written}]'.")
    assert said(text.format(f"[{written}]")) == [] or not written.endswith("e")


EACH_ITS_OWN = "title: One\npurpose: Two.\ncover: kite\nsteps:\n" + "".join(
    f"  - choose: {name}\n    pictures: [kite, boat]\n    scene: {scene}\n"
    for name, scene in (("one", "meadow-place"), ("other", "quiet-valley"))
)


def test_where_each_step_has_a_scene_of_its_own_none_is_needed_beside_the_title():
    assert said(EACH_ITS_OWN) == []
    without = EACH_ITS_OWN.replace("    scene: quiet-valley\n", "")
    assert said(without) == [
        "1:1: An activity needs 'scene', which is missing here. It stands behind each step that has none of its own."
    ]


@pytest.mark.parametrize("written", ["\n  - page\n  - card: Our card", "[page, [card]]"])
def test_no_part_of_a_list_of_what_goes_home_is_passed_over(written):
    assert said(f"{HEAD}take home: {written}\n{GOOD}")


def test_the_list_that_is_shown_is_one_that_can_be_written():
    place = f"{HEAD}steps:\n  - place: it\n    pictures: [kite]\n    onto: "
    (sentence,) = said(f"{place}keep: At home # my remark\n")
    assert sentence.endswith("write 'onto: [keep: At home]'.")
    (sentence,) = said(f"{place}keep: At home: high\n")
    assert sentence.endswith("There is a second colon in this line. Put words that hold a colon in quotes.")
