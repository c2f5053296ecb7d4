"""What is no mistake in a scene's file and is probably not meant: its labels stand on papers, too."""

from io import StringIO

import pytest

from game.authoring.check import check
from game.authoring.hints import CUT, QUOTES
from game.authoring.scene_hints import SIGN_OVER
from tests.support.own_scenes import DAY, GARDEN, day_in_the_garden, make_scene

FOX = "\U0001f98a"
BESIDE = "No mistake, and perhaps not what you meant: "
NO_SPACE = "This looks like a space and is none: it is a word processor's no-break space. Type it anew."
LABEL = "On the swing"


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("“On mum\u2019s swing”", [f"4:12: {BESIDE}{QUOTES}"]),
        ("Swing #2", [f"4:18: {BESIDE}{CUT}"]),
        ("Swing # the old one", [f"4:18: {BESIDE}{CUT}"]),
        (f"Swing {FOX}", [f"4:18: {BESIDE}No font here has the sign '{FOX}': on papers, '?' stands in its place."]),
        ("\u00a0Swing", [f"4:12: {NO_SPACE}"]),
        ("Mum\u2019s swing", []),
        ('"Swing #2"  # the old one', []),
    ],
)
def test_words_of_a_scene_are_looked_at_as_those_of_an_activity(tmp_path, label, said):
    """Quotes of a word processor stood on a paper that goes home, and nothing had told of them."""
    make_scene(tmp_path, text=GARDEN.replace(LABEL, label))
    out = StringIO()
    check([tmp_path / "scenes"], out, unprintable=lambda words: (FOX,) * (FOX in words))
    assert [line.split("garden.yaml:")[1] for line in out.getvalue().splitlines() if "yaml:4" in line] == said


def test_they_stand_beside_a_mistake_of_the_scene_and_not_in_its_line(tmp_path):
    make_scene(tmp_path, text=GARDEN.replace(LABEL, "“Swing”").replace("sign: star", "sign: “starr”"))
    out = StringIO()
    assert check([tmp_path / "scenes"], out) == 1
    assert out.getvalue().count(QUOTES) == 1 and f"garden.yaml:4:12: {BESIDE}" in out.getvalue()


def test_a_remark_in_a_scene_is_none_of_them(tmp_path):
    make_scene(day_in_the_garden(tmp_path), text=GARDEN.replace("at: 10 20 25 30", "at: 10 20 25 30 # so wide"))
    out = StringIO()
    assert check([tmp_path], out) == 0 and BESIDE not in out.getvalue()


ABOVE = GARDEN.replace("at: 10 20 25 30", "at: 10 12 25 25").replace("at: 60, 30, 30, 30", "at: {}")


@pytest.mark.parametrize(
    ("at", "hidden"), [("60 30 30 30", False), ("10 38 30 27", True), ("10 47 30 20", False), ("40 38 30 27", False)]
)
def test_a_sign_that_lies_over_the_place_above_it_is_told_where_its_place_is_written(tmp_path, at, hidden):
    """A second row of stops stood with its signs on what lay in the first one."""
    make_scene(tmp_path, text=ABOVE.format(at))
    out = StringIO()
    check([tmp_path / "scenes"], out)
    lies_over = f"garden.yaml:6:12: {BESIDE}{SIGN_OVER.format(name='pond', other='swing')}"
    assert (lies_over in out.getvalue()) is hidden


STEPS = "  - place: where\n    pictures: [star, pet]\n    onto: [swing]\n  - {}\n"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("draw: it", True),
        ("choose: it\n    pictures: [kite, boat]", True),
        ("choose: it\n    scene: garden\n    pictures: [kite, boat]", False),
        ("choose: it\n    pictures:\n      - kite: My kite\n      - boat: My boat\n    scene: garden", False),
        ("choose: it\n    pictures:\n      - kite: My kite\n      - boat: My boat", True),
        ("draw: it\n    scene: meadow-place", False),
        ("breathe: slowly\n    picture: kite", False),
        ("place: it\n    pictures: [kite, boat]\n    onto: [pond]", False),
    ],
)
def test_what_is_chosen_or_drawn_before_the_places_of_another_step_is_told(tmp_path, step, told):
    make_scene(tmp_path)
    head = DAY[: DAY.index("  - place")]
    (tmp_path / "garden-day.yaml").write_text(head + STEPS.format(step), "utf-8")
    out = StringIO()
    assert check([tmp_path / "garden-day.yaml"], out) == 0
    assert ("is done before 'garden', where another step has its places" in out.getvalue()) is told
