"""What was chosen earlier and is written among pictures, and keys with what belongs after another one: told once."""

from pathlib import Path

import pytest

from game.art.library import Library
from game.authoring.own_scenes import read_scenes
from tests.support.mistakes import GOOD, HEAD, said
from tests.support.own_scenes import GARDEN, make_scene, said_by_check

OF_VISIT = "'visit.personal-pictures' is what a visit gives, and no picture's name. Write it after 'from:'."
OF_STEP = "'{0}' is what a child chose earlier, no picture: that stands after 'from'. Write 'from: {0}'."


@pytest.mark.parametrize("otherwise", ["", "    otherwise: [dog-friend]\n"])
@pytest.mark.parametrize("step", ["choose: somebody", "light: somebody\n    along: [keep, different]", "use: somebody"])
@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("visit.personal-pictures", OF_VISIT),
        ("[visit.personal-pictures]", OF_VISIT),
        ("[kite, visit.personal-pictures]", OF_VISIT),
        ("thing", OF_STEP.format("thing")),
        ("[thing]", OF_STEP.format("thing")),
        ("thing.keep", OF_STEP.format("thing.keep")),
        ("[thing.keep]", OF_STEP.format("thing.keep")),
    ],
)
def test_what_stands_after_from_and_is_written_among_pictures_is_told_in_one_sentence(
    step, written, sentence, otherwise
):
    """She was told to write '[one, another]', and besides that 'otherwise' means nothing there."""
    found = said(f"{HEAD}{GOOD}  - {step}\n    pictures: {written}\n{otherwise}")
    assert [one.partition(": ")[2] for one in found] == [sentence]


def test_what_another_activity_makes_is_told_so_too_wherever_that_stands(tmp_path):
    (tmp_path / "a-road.yaml").write_text(HEAD + GOOD, "utf-8")
    wrong = (
        "steps:\n  - choose: it\n    pictures: a-road.thing\n  - place: it-too\n    pictures: [b-road.thing, kite]\n"
    )
    (tmp_path / "our-road.yaml").write_text(HEAD + wrong + "    onto: [keep]\n", "utf-8")
    (tmp_path / "b-road.yaml").write_text(HEAD + GOOD, "utf-8")
    told = said_by_check(tmp_path)
    assert OF_STEP.format("a-road.thing") in told and OF_STEP.format("b-road.thing") in told


def test_a_dot_alone_makes_no_earlier_choice_of_a_name():
    (sentence,) = said(f"{HEAD}{GOOD}  - choose: it\n    pictures: [fox.owl, kite]\n")
    assert "There is no picture called 'fox.owl'." in sentence
    (sentence,) = said(f"{HEAD}{GOOD}  - choose: it\n    pictures: [thing.png, kite]\n")
    assert "Write the picture's name without its ending: 'thing'." in sentence


@pytest.mark.parametrize(
    ("step", "key", "meant"),
    [
        ("breathe: slowly\n    with: thing", "with", "from"),
        ("walk: way\n    with: thing\n    along: [keep]", "with", "from"),
        ("walk: way\n    pictures: [thing]\n    along: [keep]", "pictures", "from"),
        ("choose: it\n    with: [thing]\n    otherwise: [kite, boat]", "with", "from"),
        ("choose: it\n    with: [kite, boat]", "with", "pictures"),
        ("place: it\n    onto: [keep]\n    with: [kite]", "with", "pictures"),
        ("place: it\n    onto: [keep]\n    chosen: visit.companion", "chosen", "from"),
        ("breathe: slowly\n    with: candle", "with", "picture"),
        ("breathe: slowly\n    bring: thing", "bring", "from"),
        ("draw: letter\n    with: heart", "with", "on"),
        ("use: tool\n    images: thing", "images", "from"),
        ("breathe: slowly\n    pictures: thing", "pictures", "from"),
        ("place: it\n    onto: [keep]\n    picture: visit.companion", "picture", "from"),
        ("choose: it\n    picture: [kite, boat]", "picture", "pictures"),
    ],
)
def test_a_key_is_meant_by_what_stands_after_it(step, key, meant):
    """'with' led to a step with 'decorate', and what an earlier step has made stood after it."""
    (sentence,) = said(f"{HEAD}{GOOD}  - {step}\n")
    mechanic = step.partition(":")[0]
    assert sentence.endswith(f": A step with '{mechanic}' has no key '{key}'. Did you mean '{meant}'?")


@pytest.mark.parametrize("written", ["with: [kite]", "pictures: [kite]", "picture: kite"])
def test_pictures_of_a_walk_were_chosen_earlier_or_are_signs(written):
    """'with' was said to stand in a step with 'decorate', and nothing of what there is for a walk."""
    (sentence,) = said(f"{HEAD}{GOOD}  - walk: way\n    along: [keep]\n    {written}\n")
    assert sentence.partition("'. ")[2] == (
        "What stands along the way was chosen in an earlier step: write that step's name after 'from'. A picture of "
        "your choice stands at a place of a scene of your own: write 'sign' at the place in the scene's file."
    )


def test_a_key_with_words_for_papers_or_with_a_number_is_not_meant_for_an_earlier_choice():
    (sentence,) = said(f"{HEAD}{GOOD}  - choose: it\n    pictures: [kite, boat]\n    label: thing\n")
    assert "Did you mean 'for the paper'?" in sentence
    (sentence,) = said(f"{HEAD}{GOOD}  - choose: it\n    pictures: [kite, boat]\n    signs: thing\n")
    assert "'signs' stands in a step with" in sentence and "Did you mean" not in sentence


def test_once_each_is_told_after_which_key_it_stands():
    (sentence,) = said(f"{HEAD}{GOOD}  - place: it\n    pictures: [kite]\n    onto: [keep]\n    once each: yes\n")
    assert sentence == (
        "11:5: A step with 'place' has no key 'once each'. What can lie at several spots, and at each once, is written "
        "'again: once each'."
    )


@pytest.mark.parametrize(("key", "meant"), [("picture", "sign"), ("photo", "sign"), ("text", "label")])
def test_a_key_of_a_place_by_another_word(tmp_path, key, meant):
    make_scene(tmp_path, text=GARDEN.replace("sign: star", f"{key}: star"))
    (found,) = read_scenes(tmp_path / "scenes", Library()).mistakes[Path(tmp_path / "scenes/garden.yaml")]
    assert found.sentence == f"A place has no key '{key}'. Did you mean '{meant}'?"


@pytest.mark.parametrize("empty", ['keep: ""', "keep:"])
@pytest.mark.parametrize("step", ["place: it\n    pictures: [kite]\n    onto", "light: it\n    along"])
def test_no_words_for_a_spot_are_none_without_a_colon(step, empty):
    (sentence,) = said(f"{HEAD}{GOOD}  - {step}:\n      - {empty}\n")
    assert sentence.partition(": ")[2] == (
        "Nothing stands after 'keep'. Where it has no words of yours, write 'keep' alone, without a colon."
    )
    assert said(f"{HEAD}{GOOD}  - {step}:\n      - keep\n") == []
