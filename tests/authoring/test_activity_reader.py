"""What a therapist wrote becomes an Activity, or every mistake in it in plain words: never anything else."""

import shutil
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from game import mechanics
from game.art.library import Library
from game.authoring import template
from game.authoring.activity_reader import read_activity, read_text
from game.authoring.check import check
from game.authoring.mistake import MOST, Mistake, Source
from game.authoring.values.context import Context
from game.authoring.values.missing import AT_ONCE
from game.authoring.workbook_reader import read_workbook
from game.core.activity import ANY, Activity, Chapter, EarlierName, HowMany, Labelled, MechanicStep, NewName, Pictures
from game.mechanics import choose, decorate, rub
from game.system.errors import Trouble
from tests.paths import PROJECT, TESTS
from tests.support.shipped import shipped

ACTIVITIES = PROJECT / "activities"
MISTAKES = TESTS / "mistakes"
LIBRARY = Library()

WORRY_STONE = """\
title: Pick a worry stone
purpose: Something small to hold on to when worries come.
cover: jade-stone
scene: riverbank
steps:
  - choose: stone
    pictures: [jade-stone, rose-stone, river-stone, moon-stone]
  - decorate: stone
    with: [star, heart, leaf]
  - rub: stone
"""
HEAD = "title: Our road\npurpose: We walk a little.\ncover: kite\nscene: two-banks\n"
GOOD = HEAD + "steps:\n  - choose: thing\n    pictures: [kite, boat]\n"


def read(text: str, name: str = "our-road", **here) -> Activity | tuple[Mistake, ...]:
    return read_text(text, Context(Source(Path(f"{name}.yaml"), text), LIBRARY, name, **here))


def checked(*paths: Path) -> tuple[int, str]:
    out = StringIO()
    return check(paths, out), out.getvalue()


@pytest.mark.parametrize("expected", sorted(MISTAKES.glob("*.txt")), ids=lambda path: path.stem)
def test_each_broken_file_or_folder_is_told_exactly_as_written_beside_it(expected, tmp_path, monkeypatch):
    """A file lies alone in its folder: all that are beside it would be read each time."""
    folder, file, alone = MISTAKES / expected.stem, MISTAKES / f"{expected.stem}.yaml", tmp_path / "activities"
    if not folder.is_dir():
        alone.mkdir()
        shutil.copy(file, alone)
    monkeypatch.chdir(MISTAKES if folder.is_dir() else alone)
    result, said = checked(Path((folder if folder.is_dir() else file).name))
    assert said == expected.read_text("utf-8")
    assert result == (0 if said.splitlines()[-1].endswith(": good") else 1)


def test_each_broken_file_and_folder_has_its_sentences_beside_it():
    written = {path.name.removesuffix(".yaml") for path in MISTAKES.iterdir() if path.suffix != ".txt"}
    assert written == {path.stem for path in MISTAKES.glob("*.txt")}


def test_all_that_we_ship_is_good_and_on_the_trail(tmp_path):
    folder = shipped(tmp_path / "activities")
    result, said = checked(folder)
    names = [line.removesuffix(": good").split("/")[-1] for line in said.splitlines()]
    assert result == 0
    assert sorted(names) == sorted(path.name for path in folder.glob("*.yaml"))


def test_the_example_of_the_readme_reads():
    stone = read(WORRY_STONE, "pick-a-worry-stone")
    assert [step.written for step in stone.steps] == [
        choose.Step(
            choose="stone",
            pictures=tuple(
                Labelled(name, f"{name.split('-')[0].capitalize()} stone")
                for name in ("jade-stone", "rose-stone", "river-stone", "moon-stone")
            ),
        ),
        decorate.Step("stone", (Labelled("star", "Star"), Labelled("heart", "Heart"), Labelled("leaf", "Leaf"))),
        rub.Step("stone"),
    ]
    assert [(step.mechanic, step.result, step.makes_a_name()) for step in stone.steps] == [
        ("choose", "stone", True),
        ("decorate", "stone", False),
        ("rub", "stone", False),
    ]
    assert stone.text == WORRY_STONE
    assert not stone.anew


def test_words_stay_as_they_were_typed():
    text = GOOD.replace("Our road", "no").replace("We walk a little.", "12:30").replace("[kite", "[kite: 0x10")
    activity = read(text + "    up to: any\neach visit: anew\n")
    assert (activity.title, activity.purpose, activity.anew) == ("no", "12:30", True)
    assert activity.steps[0].written.pictures[0] == Labelled("kite", "0x10")
    assert activity.steps[0].written.up_to == ANY


@pytest.mark.parametrize(
    "pictures",
    [
        "[kite: My kite, boat]",
        "{kite: My kite, boat: Boat}",
        "\n      - kite: My kite\n      - boat",
        "[' kite ': 'My  kite', \"boat \"]",
        "\n      kite: |\n        My\n        kite\n      boat: ' Boat '",
    ],
)
def test_labels_can_be_written_in_every_way_that_reads_well(pictures):
    activity = read(GOOD.replace("[kite, boat]", pictures))
    assert activity.steps[0].written.pictures == (Labelled("kite", "My kite"), Labelled("boat", "Boat"))


def test_windows_line_ends_and_its_byte_order_mark_are_no_mistake(tmp_path):
    path = tmp_path / "our-road.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_activity(path, LIBRARY).steps == read(GOOD).steps


def test_a_new_mechanic_is_read_by_its_step_alone(monkeypatch):
    class Step(MechanicStep, frozen=True):
        ONE_OF = ("to_whom", "from_")
        sing: NewName
        to_whom: Pictures = ()
        from_: EarlierName = ""
        how_often: HowMany = 3

    known = mechanics.mechanic
    monkeypatch.setattr(mechanics, "names", lambda: ("choose", "sing"))
    monkeypatch.setattr(
        mechanics,
        "mechanic",
        lambda name: SimpleNamespace(Step=Step, TRAITS=choose.TRAITS) if name == "sing" else known(name),
    )
    sung = read(GOOD + "  - sing: song\n    to whom: [fox, owl]\n  - sing: another\n    from: song\n    how often: 2\n")
    assert sung.steps[1].written == Step("song", (Labelled("fox", "Fox"), Labelled("owl", "Owl")))
    assert sung.steps[2].written == Step("another", (), "song", 2)
    wrong = read(GOOD + "  - sing: song\n    how offen: 2\n")
    assert [mistake.sentence for mistake in wrong] == [
        "This step needs 'to whom' or 'from', or both: without them there is nothing to offer.",
        "A step with 'sing' has no key 'how offen'. Did you mean 'how often'?",
    ]


def test_a_broken_activity_is_not_on_the_trail_and_the_rest_is():
    loaded = read_workbook(MISTAKES / "broken-before", LIBRARY)
    assert loaded.workbook.chapters == (Chapter("One", ("after",)),)
    assert list(loaded.activities) == ["after"]
    assert {mistake.path.split("/")[-1] for mistake in loaded.mistakes} == {"broken.yaml"}


@pytest.mark.parametrize("folder", ["workbook-empty", "workbook-is-a-list", "workbook-no-chapters"])
def test_where_the_workbook_cannot_be_read_all_activities_are_on_the_trail(folder):
    assert read_workbook(MISTAKES / folder, LIBRARY).workbook.order() == ("stone",)


def test_without_a_workbook_all_activities_are_on_the_trail_and_may_name_one_another(tmp_path):
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / f"{name}.yaml").write_text(GOOD + f"  - choose: more\n    from: {other}.thing\n")
    loaded = read_workbook(tmp_path, LIBRARY)
    assert (loaded.workbook.order(), loaded.mistakes) == (("one", "two"), ())


def test_a_folder_or_file_that_is_not_there_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("folder.yaml").mkdir()
    Path("folder.yaml/folder.yaml").mkdir()
    assert checked(Path("gone.yaml")) == (1, "gone.yaml:1:1: There is no such file or folder.\n1 mistake.\n")
    assert checked(Path(), Path("gone.yaml"))[1].startswith("gone.yaml:1:1: There is no such file or folder.\n")
    assert checked(Path("folder.yaml"))[1].startswith("folder.yaml/folder.yaml:1:1: This is not a file.\n")
    assert str(read_workbook(Path("gone"), LIBRARY).mistakes[0]) == (
        "gone:1:1: This folder cannot be read: no such file or directory."
    )
    (vanished,) = read_activity(Path("gone.yaml"), LIBRARY)
    assert str(vanished) == "gone.yaml:1:1: This file cannot be read: no such file or directory."


def test_one_file_is_checked_without_telling_of_its_neighbours(monkeypatch):
    monkeypatch.chdir(MISTAKES)
    assert checked(Path("order/before.yaml")) == (0, "order/before.yaml: good\n")
    assert checked(Path("order/broken.yaml"), Path("order/after.yaml"))[1].endswith("4 mistakes in 1 of 2 files.\n")


DEEP = "This is nested deeper than 50 levels. An activity needs six."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a" * 10_000_000, "This file has more than 200 kB. An activity is about a page of text."),
        ("[" * 10_000, DEEP),
        ("{a: " * 10_000, DEEP),
        ("- " * 10_000, DEEP),
        ("? " * 10_000, DEEP),
        (
            'title: "\\UFFFFFFFF"',
            "From here on this cannot be read. Look for a missing quote, bracket, colon or space.",
        ),
        (
            "%YAML " + "9" * 5000 + ".1\n---\n",
            "From here on this cannot be read. Look for a missing quote, bracket, colon or space.",
        ),
    ],
    ids=["10 MB", "brackets", "braces", "dashes", "questions", "no such letter", "a number"],
)
def test_a_gigantic_file_is_told_in_one_sentence(text, said, tmp_path):
    path = tmp_path / "giant.yaml"
    path.write_text(text)
    mistakes = read_activity(path, LIBRARY)
    assert [mistake.sentence for mistake in mistakes] == [said]


def test_of_very_many_mistakes_the_first_are_told():
    names = "\n".join(f"      - no-such-picture-{number}" for number in range(MOST * AT_ONCE + 1))
    mistakes = read(HEAD + f"steps:\n  - choose: thing\n    pictures:\n{names}\n")
    assert len(mistakes) == MOST
    assert mistakes[-1].sentence == "There are more mistakes, from here on. Mend those above first."


def test_nothing_that_was_written_can_play_with_the_terminal():
    mistakes = read(GOOD.replace("cover: kite", 'cover: "\\e[2J"').replace("[kite, boat]", '["\\e[2Jkite", boat]'))
    assert len(mistakes) == 2
    assert "\x1b" not in "".join(map(str, mistakes))


def test_a_new_activity_is_good_and_never_takes_another_ones_place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = template.write_new("Our last day", Path("activities"))
    assert checked(path) == (0, "activities/our-last-day.yaml: good\n")
    assert read_activity(path, LIBRARY).title == "Our last day"
    path.write_text("mine")
    for name, said in (
        (
            "our-last-day.yaml",
            "activities/our-last-day.yaml is there already. Choose another name, or change that file.",
        ),
        ("workbook", "'workbook' cannot be an activity's name. Write a word or two, such as our-road."),
        ("../..", "'../..' cannot be an activity's name. Write a word or two, such as our-road."),
    ):
        with pytest.raises(Trouble) as told:
            template.write_new(name, Path("activities"))
        assert str(told.value) == said
    assert path.read_text() == "mine"


def test_a_name_of_several_words_is_the_sentence_that_papers_have_for_what_is_chosen():
    """Our own said it twice, `choose: what-we-do` and `for the paper: What we do`; one word names a thing."""
    written = ("thing", ""), ("what-we-do", "What we do"), ("what-we-do\n    for the paper: Today", "Today")
    assert [read(GOOD.replace("thing", name)).steps[0].says for name, _ in written] == [says for _, says in written]
