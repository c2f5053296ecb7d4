"""What `main.py` says to a grown-up: each command in its own process, its words, its exit code, never a traceback."""

import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from game.art.library import Library
from game.authoring.own_activity import OURS
from game.system.paths import ACTIVITIES
from tests.paths import PROJECT
from tests.support.command import run_in
from tests.support.own_pictures import paint
from tests.support.story import Story, read_activities

NO_SCREEN = (
    "There is no screen to open a window on (no display was found). `python main.py demo` plays a visit without one.\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `main.py` on a system without a screen: `run(words ...)`. The records are in `home` where it is run."""
    monkeypatch.setenv("GOOD_GOODBYE_HOME", str(tmp_path / "home"))
    return partial(run_in, tmp_path)


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    """A home with one traveller who has chosen its pictures and a stone."""
    folder = tmp_path_factory.mktemp("home")
    with Story() as story:
        story.at("my-traveller", 1).choose(1)
        story.at("pick-a-worry-stone", 1).choose(2)
        shutil.copytree(story.store.folder, folder, dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def name(record) -> str:
    """That traveller's pair."""
    from game.records.store import Store

    return Store(record).travellers()[0].name


def said(done: subprocess.CompletedProcess) -> tuple[int, str, str]:
    return done.returncode, done.stdout, done.stderr


# Without a screen


@pytest.mark.parametrize("words", ["", "--kiosk", "play", "play new --band little", "play --kiosk --band big"])
def test_without_a_screen_one_sentence_names_the_demo(run, tmp_path, words):
    assert said(run(*words.split())) == (1, "", NO_SCREEN)
    assert not (tmp_path / "home").exists()


def test_a_preview_without_a_screen(run):
    assert said(run("preview", ACTIVITIES / "pick-a-worry-stone.yaml")) == (1, "", NO_SCREEN)


@pytest.mark.parametrize("option", ["--home", "--shots"])
def test_a_demo_with_nowhere_to_write(run, tmp_path, option):
    (tmp_path / "file").write_text("words")
    done = run("demo", option, tmp_path / "file" / "deeper")
    assert done.returncode == 1 and done.stdout == "" and len(done.stderr.splitlines()) == 1
    assert str(tmp_path / "file") in done.stderr


# Travellers


def test_travellers(run, record, name):
    (id,) = [path.name for path in (record / "travellers").iterdir()]
    listed = run("travellers", "--home", record)
    assert said(listed) == (0, f"{name:24} since 2026-01-12   1 visit   {id}\n", "")
    assert said(run("travellers", GOOD_GOODBYE_HOME=str(record))) == said(listed)
    assert said(run("travellers")) == (0, "There is no traveller yet.\n", "")


def test_travellers_with_a_broken_record(run, record, name, tmp_path):
    shutil.copytree(record, tmp_path / "home")
    broken = tmp_path / "home" / "travellers" / "ffff" / "visit-0001.jsonl"
    broken.parent.mkdir()
    broken.write_text("not a journal\n")
    done = run("travellers")
    assert done.returncode == 0 and name in done.stdout and "ffff" not in done.stdout
    assert done.stderr == f"{broken} is damaged from line 1 on. What stands before that is used.\n"


@pytest.mark.parametrize("words", ["play {}", "summary {}", "certificate {} --out paper.pdf"])
def test_an_unknown_traveller(run, record, name, tmp_path, words):
    sentence = f"There is no traveller called 'nobody'. There is: {name}.\n"
    assert said(run(*words.format("nobody").split(), "--home", record)) == (1, "", sentence)
    assert not (tmp_path / "paper.pdf").exists()


# Papers


def test_summary(run, record, name, tmp_path):
    done = run("summary", name, "--home", record)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("What the child chose\n\nVisit 1, 2026-01-12")
    assert said(run("summary", name, "--home", record, "--pdf", "s.pdf", "--paper", "letter")) == (0, "", "")
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF")
    everything = run("summary", name, "--home", record, "--everything")
    assert "    offered: " in everything.stdout and "offered" not in done.stdout


def test_summary_on_a_terminal_without_its_letters(run, record, name, tmp_path):
    shutil.copytree(record, tmp_path / "home")
    for path in (tmp_path / "home").rglob("*.jsonl"):
        path.write_text(path.read_text().replace('"title":"Pick a worry stone"', '"title":"حجري"'))
    done = run("summary", name, PYTHONIOENCODING="ascii")
    assert done.returncode == 0 and "\n????\n" in done.stdout


def test_certificate(run, record, name, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear you,\n\nit was good to walk with you.\n")
    words = ("--name", "Zoë", "--letter", "letter.txt", "--paper", "letter", "--out", "c.pdf")
    assert said(run("certificate", name, "--home", record, *words)) == (0, "", "")
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    assert not [path for path in record.rglob("*.jsonl") if "Zoë" in path.read_text()]


NOT_MADE = {
    "--out away/c.pdf": "There is no folder 'away'. Please make it first, or save the paper somewhere else.\n",
    "--out .": "'.' is a folder. Please write the name of a file, such as 'paper.pdf'.\n",
    "--out c.pdf --letter no.txt": "'no.txt' cannot be read: no such file or directory.\n",
}


@pytest.mark.parametrize("words", NOT_MADE)
def test_a_certificate_that_cannot_be_made(run, record, name, tmp_path, words):
    assert said(run("certificate", name, "--home", record, *words.split())) == (1, "", NOT_MADE[words])
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_is_a_file(run, tmp_path):
    (tmp_path / "notes.txt").write_text("words")
    sentence = "'notes.txt' is a file, so there can be no records in it. Please name a folder.\n"
    for command in ("travellers", "play", "demo"):
        assert said(run(command, "--home", "notes.txt")) == (1, "", sentence)


# Activities


def test_check_finds_the_shipped_activities_good(run):
    done = run("check")
    assert done.stderr == ""
    good = {Path(line.removesuffix(": good")).stem for line in done.stdout.splitlines() if line.endswith(": good")}
    assert good >= {*OURS, "workbook"}


@pytest.mark.parametrize("command", ["check", "pictures"])
def test_a_photo_is_made_safe_where_the_records_are_and_nowhere_else(run, tmp_path, command):
    (tmp_path / "pictures").mkdir()
    paint(tmp_path / "pictures/our-dog.png", "#8c5a3c")
    steps = "  - choose: dog\n    pictures: [our-dog, fox]\n"
    read_activities(tmp_path, Library(tmp_path / "pictures"), dog=steps)
    done = run(command, tmp_path, "--home", tmp_path / "records")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((tmp_path / "records/pictures").iterdir())) == 1 and not (tmp_path / "home").exists()


def test_the_pictures_are_named_by_family(run, tmp_path):
    done = run("pictures")
    assert (done.returncode, done.stderr) == (0, "") and "\nStones: amber-stone, " in done.stdout
    assert "\nwhen-we-are-done.hopes (what lies at one place: .different, .keep)\n" in done.stdout
    assert said(run("pictures", "away")) == (1, "", "There is no folder 'away'.\n")
    assert said(run("pictures", "--sheet", "away/sheet.pdf"))[::2] == (
        1,
        "There is no folder 'away'. Please make it first, or save the paper somewhere else.\n",
    )


def test_check_tells_a_mistake(run, tmp_path):
    (tmp_path / "our-road.yaml").write_text("title: Our road\n")
    done = run("check", "our-road.yaml")
    assert done.returncode == 1 and done.stderr == ""
    assert done.stdout.startswith("our-road.yaml:1:1: An activity needs 'purpose', which is missing here.\n")


def test_a_new_activity_can_be_begun_once(run, tmp_path):
    """In a copy of the house: `new` writes among the activities."""
    for part in ("main.py", "game", "assets/new-activity.yaml", "activities/workbook.yaml"):
        copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy
        (tmp_path / part).parent.mkdir(exist_ok=True)
        copy(PROJECT / part, tmp_path / part)
    shell = [sys.executable, "main.py", "new", "Our road"]
    first, second = (subprocess.run(shell, cwd=tmp_path, capture_output=True, text=True) for _ in range(2))
    assert first.returncode == 0 and "our-road.yaml is begun." in first.stdout and first.stderr == ""
    assert second.returncode == 1 and second.stdout == ""
    assert re.fullmatch(r"\S*activities/our-road.yaml is there already. .*\n", second.stderr)
    assert (tmp_path / "activities" / "our-road.yaml").read_text().count("title: Our road") == 1


def test_a_new_activity_can_be_begun_in_a_folder_of_ones_own(run, tmp_path):
    done = run("new", "Our road", tmp_path / "own")
    assert done.returncode == 0 and (tmp_path / "own" / "our-road.yaml").exists()


@pytest.mark.parametrize("words", ["new ..", "new workbook", "preview no-such.yaml"])
def test_what_is_no_activity(run, words):
    done = run(*words.split())
    assert done.returncode == 1 and done.stdout == "" and len(done.stderr.splitlines()) == 1


def test_schema_prints_one_or_saves_both(run, tmp_path):
    kept = {
        name: (ACTIVITIES / ".schema" / f"{name}.json").read_text("utf-8") for name in ("activity", "workbook", "scene")
    }
    assert said(run("schema")) == said(run("schema", "activity")) == (0, kept["activity"], "")
    assert said(run("schema", "workbook")) == (0, kept["workbook"], "")
    assert said(run("schema", "--out", tmp_path / "new" / "folder")) == (0, "", "")
    assert {path.stem: path.read_text("utf-8") for path in (tmp_path / "new" / "folder").iterdir()} == kept


def test_schemas_with_nowhere_to_be_saved(run, tmp_path):
    (tmp_path / "file").write_text("words")
    sentence = "The schemas cannot be saved in 'file/deeper': not a directory.\n"
    assert said(run("schema", "--out", "file/deeper")) == (1, "", sentence)


# The demonstration, before it plays


def test_a_screen_to_be_filmed_needs_a_folder_for_films(run):
    sentence = "'--screen trail' says what is filmed. Please say where the films go, too: '--film DIR'.\n"
    assert said(run("demo", "--screen", "trail")) == (1, "", sentence)


@pytest.mark.parametrize("words", ["--film films --shots file/deeper", "--film file/deeper --shots shots"])
def test_the_folder_in_which_nothing_can_be_saved_is_named(run, tmp_path, words):
    (tmp_path / "file").write_text("words")
    sentence = "The screens cannot be saved in 'file/deeper': not a directory.\n"
    assert said(run("demo", *words.split())) == (1, "", sentence)


# Words that it does not know


@pytest.mark.parametrize("words", ["demoo", "play --band huge", "certificate fox-moon", "--kioskk"])
def test_unknown_words_are_told_with_the_known_ones(run, words):
    done = run(*words.split())
    assert done.returncode == 2 and done.stdout == "" and done.stderr.startswith("usage: ")


def test_a_word_that_a_command_does_not_know_is_told_with_those_that_it_knows(run):
    assert "--kiosk" in run("play", "--kioskk").stderr.partition("error:")[0]


def test_help_names_every_command(run):
    done = run("--help")
    assert done.returncode == 0
    for command in ("play", "demo", "check", "preview", "new", "schema", "summary", "certificate", "travellers"):
        assert re.search(rf"^ +{command}\b", done.stdout, re.MULTILINE)


def test_a_reader_who_leaves_early_is_no_mistake(record, name):
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, str(PROJECT / "main.py"), "summary", name, "--home", str(record)]
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (1, "")
