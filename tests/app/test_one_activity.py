"""One activity that plays itself: all its pages and none of others, with what it needs; nothing is recorded."""

from itertools import pairwise

import pytest
from msgspec.structs import replace
from PIL import Image

from game.app import demonstration, one_activity
from game.app.one_activity import Wanted
from game.art import renderer
from game.art.library import Library
from game.glass import window
from game.system.errors import Trouble
from tests.support.glass import SMALL
from tests.support.golden import differing
from tests.support.own_pictures import paint
from tests.support.proofs import ProofRenderer
from tests.support.story import read_activities

HOMES = "  - choose: homes\n    pictures: [star, kite]\n"
WHO = (
    "  - place: who\n    pictures: [fox, owl]\n    onto: [keep]\n    signs: homes.homes\n"
    '  - watch: quiet\n    for the paper: "We were quiet"\n    story:\n      - carry: acorn\n      - feel: calm\n'
    "  - choose: home\n    from: homes.homes\n"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two activities, of which the second is sensitive and takes something from the first; few pixels for them."""
    monkeypatch.setattr(window, "_fitting", lambda wide: SMALL)
    monkeypatch.setattr(renderer, "Renderer", ProofRenderer)
    read_activities(tmp_path, homes=HOMES, who=WHO)
    file = tmp_path / "who.yaml"
    file.write_text(file.read_text("utf-8").replace("cover:", "unlock: each visit\ncover:"), "utf-8")
    return tmp_path


def test_a_sensitive_one_is_shown_page_by_page_with_its_story_and_what_it_takes_from_others(folder, capsys):
    one_activity.play_activity(Wanted("activities/who.yaml", folder / "shots"), folder)
    shots = [path.stem.lstrip("0123456789-") for path in sorted((folder / "shots").iterdir())]
    assert list(dict.fromkeys(shots)) == ["who-1", "who-2", "who-3", "who-2-story"] and shots.count("who-1") > 1
    strip = Image.open(folder / "shots/who-2-story.png")
    wide, shape = strip.width // 3, SMALL[1] / SMALL[0]
    beats = [strip.crop((x, 0, x + wide, strip.height)) for x in (0, wide, 2 * wide)]
    assert strip.height == round(wide * shape), "one moment of each of its two beats, and how things stand at the end"
    assert all(differing(one, other) > 0 for one, other in pairwise(beats)), "nothing moves in the story"
    said = capsys.readouterr().out
    assert said.startswith("The summary says:\n  who\n") and "We were quiet." in said
    assert not list(folder.rglob("*.jsonl"))


def test_a_file_is_found_where_it_lies(folder):
    (folder / "pictures").mkdir()
    paint(folder / "pictures/our-dog.png", "#8c5a3c")
    steps = "  - choose: dog\n    pictures: [our-dog, fox]\n"
    read_activities(folder, Library(folder / "pictures"), dog=steps)
    one_activity.play_activity(Wanted(str(folder / "dog.yaml"), folder / "shots"), home=folder / "records")
    assert list((folder / "shots").glob("*-dog-1.png"))
    assert list((folder / "records/pictures").glob("*.png")), "a photo is made safe with the records"


def test_it_can_be_seen_in_the_quiet_look(folder):
    for look in ("usual", "quiet"):
        one_activity.play_activity(Wanted("who", folder / look, quiet=look == "quiet"), folder)
    usual, quiet = (Image.open(next((folder / look).glob("*-who-1.png"))) for look in ("usual", "quiet"))
    assert differing(usual, quiet) > 0


def test_a_child_that_has_chosen_nothing_before_is_shown_too_and_what_is_left_out_is_said(folder, capsys):
    one_activity.play_activity(Wanted("who", folder / "shots", chose=False), folder)
    said = capsys.readouterr().out
    assert said.startswith(
        "who-3 (choose: home) was left out: nothing that it builds on was chosen.\nThe summary says:"
    )
    read_activities(folder, homes=HOMES, who=WHO[WHO.index("  - choose: home") :])
    one_activity.play_activity(Wanted("who", folder / "shut", chose=False), folder)
    said = capsys.readouterr().out
    assert said.startswith("'who' stays shut for this child: nothing that it builds on was chosen. Write 'otherwise'.")


def test_the_papers_on_which_it_is_seen_are_made_and_no_others(folder, capsys):
    one_activity.play_activity(Wanted("homes", papers=folder / "papers"), folder)
    made = {path.stem for path in (folder / "papers").iterdir()}
    assert {"summary", "own-pages", "certificate"} <= made and made.isdisjoint({"postcard", "jars-page", "consent"})
    assert f"own-pages: {folder / 'papers/own-pages.pdf'}" in capsys.readouterr().out


def test_a_page_that_goes_home_where_both_agree_is_among_them_and_no_paper_without_it(folder):
    asks = "  - place: show\n    from: visit.pages\n    onto: [keep]\n"
    read_activities(folder, homes=f"{HOMES}    take home: agreed\n", what=asks)
    one_activity.play_activity(Wanted("homes", papers=folder / "papers"), folder)
    made = {where: {path.stem for path in (folder / where).glob("*.pdf")} for where in ("papers", "papers/agreed")}
    assert made == {"papers": {"summary"}, "papers/agreed": {"summary", "own-pages", "supervision"}}


def test_a_child_that_does_nothing_and_goes_on_is_shown_too(folder, capsys):
    one_activity.play_activity(Wanted("homes", shots=folder / "shots", does=False), folder)
    assert capsys.readouterr().out == "The summary says:\n  Nothing was chosen on this visit.\n"
    assert len(list((folder / "shots").iterdir())) == 1


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (
            Wanted("who"),
            "There is no screen. Please say where its pictures go: '--shots DIR', '--film DIR' or '--papers DIR'.",
        ),
        (Wanted("whoo"), "There is no activity called 'whoo' in '{}'. Did you mean 'who'?"),
        (Wanted("who", screens=("who-9",)), "There is no page called 'who-9'. There are: who-1, who-2, who-3."),
        (Wanted("torn"), "'torn' has mistakes, so there is nothing to see yet."),
    ],
)
def test_what_is_not_there_to_see_is_said(folder, wanted, sentence):
    (folder / "torn.yaml").write_text("title: torn\n", "utf-8")
    wanted = wanted if wanted == Wanted("who") else replace(wanted, shots=folder / "shots")
    with pytest.raises(Trouble) as told:
        one_activity.play_activity(wanted, folder)
    assert str(told.value) == sentence.format(folder)


def test_why_a_page_of_a_sensitive_activity_never_came_is_said(folder, monkeypatch):
    monkeypatch.setattr(demonstration, "ACTIVITIES", folder)
    assert demonstration.why_never("trail") == demonstration.why_never("whoever-1") == ""
    assert demonstration.why_never("who-1") == (
        "Of 'who': it is sensitive, so it comes only where it is opened. "
        "'python main.py demo --only who' shows it alone."
    )
