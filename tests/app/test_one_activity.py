"""One activity that plays itself: all its pages and none of others, with what it needs; nothing is recorded."""

import pytest
from msgspec.structs import replace

from game.app import demonstration, one_activity
from game.app.one_activity import Wanted
from game.glass import window
from game.system.errors import Trouble
from tests.support.glass import SMALL
from tests.support.story import read_activities

HOMES = "  - choose: homes\n    pictures: [star, kite]\n"
WHO = (
    "  - place: who\n    pictures: [fox, owl]\n    onto: [keep]\n    signs: homes.homes\n"
    '  - watch: quiet\n    for the paper: "We were quiet"\n    story:\n      - look: up\n'
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two activities, of which the second is sensitive and takes something from the first; a small window for them."""
    monkeypatch.setattr(window, "_fitting", lambda wide: SMALL)
    read_activities(tmp_path, homes=HOMES, who=WHO)
    file = tmp_path / "who.yaml"
    file.write_text(file.read_text("utf-8").replace("cover:", "unlock: each visit\ncover:"), "utf-8")
    return tmp_path


def test_a_sensitive_one_is_shown_page_by_page_with_what_it_takes_from_others(folder, capsys):
    one_activity.play(Wanted("activities/who.yaml", folder / "shots"), folder)
    shots = [path.stem.partition("-")[2] for path in sorted((folder / "shots").iterdir())]
    assert list(dict.fromkeys(shots)) == ["who-1", "who-2"] and shots.count("who-1") > 1
    said = capsys.readouterr().out
    assert said.startswith("The summary says:\n  who\n") and "We were quiet." in said
    assert not list(folder.rglob("*.jsonl"))


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (Wanted("who"), "There is no screen. Please say where its pictures go: '--shots DIR' or '--film DIR'."),
        (Wanted("hoo"), "There is no activity called 'hoo' in '{}'. Did you mean 'who'?"),
        (Wanted("torn"), "'torn' has mistakes, so there is nothing to see yet."),
    ],
)
def test_what_is_not_there_to_see_is_said(folder, wanted, sentence):
    (folder / "torn.yaml").write_text("title: torn\n", "utf-8")
    wanted = wanted if wanted.named == "who" else replace(wanted, shots=folder / "shots")
    with pytest.raises(Trouble) as told:
        one_activity.play(wanted, folder)
    assert str(told.value) == sentence.format(folder)


def test_why_a_page_of_a_sensitive_activity_never_came_is_said(folder, monkeypatch):
    monkeypatch.setattr(demonstration, "ACTIVITIES", folder)
    assert demonstration.why_never("trail") == demonstration.why_never("whoever-1") == ""
    assert demonstration.why_never("who-1") == (
        "Of 'who': it is sensitive, so it comes only where it is opened. "
        "'python main.py demo --only who' shows it alone."
    )
