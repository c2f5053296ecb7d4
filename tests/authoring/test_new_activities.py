"""A new activity is written whole or not at all, and is named in the workbook; all else stays as it was typed."""

from pathlib import Path

import pytest

from game.authoring import template, yaml_edit
from game.authoring.own_activity import delete
from game.authoring.workbook_reader import WORKBOOK
from game.system.errors import Trouble
from game.system.paths import ACTIVITIES
from tests.support.full_disk import disk_of


def test_a_full_disk_leaves_no_piece_of_a_file(tmp_path):
    with disk_of(100), pytest.raises(Trouble, match=r"cannot be written: the disk is full\.$"):
        template.write_new("Our song", tmp_path)
    assert not [*tmp_path.iterdir()]
    assert template.write_new("Our song", tmp_path) == tmp_path / "our-song.yaml"


def test_what_to_do_next_with_one_in_a_folder_of_ones_own_is_to_copy_it_before_it_is_named_in_the_workbook():
    ours, own = template.what_next(ACTIVITIES / "our-song.yaml"), template.what_next(Path("own/our-song.yaml"))
    workbook = (ACTIVITIES / WORKBOOK).as_posix()
    assert ours.endswith(f"To put it on the trail, write 'our-song' into {workbook}.")
    copy = f"copy it, with its pictures and scenes, into {ACTIVITIES.as_posix()} and write 'our-song' into {workbook}."
    assert own.endswith(f"To put it on the trail, {copy}") and "main.py preview own/our-song.yaml" in own


CHAPTERS = "title: Mine\nchapters:\n  - title: One\n    activities:"
SET = "sets:\n  - title: Short\n    activities:\n      - our-song\n"
CASES = {
    "row": (f"{CHAPTERS} [our-song, x]\n", f"{CHAPTERS} [our-song, new, x]\n"),
    "rows": (f"{CHAPTERS} [x,\n     our-song]\n", f"{CHAPTERS} [x,\n     our-song, new]\n"),
    "quotes": (f"{CHAPTERS} ['our-song']\n", f"{CHAPTERS} ['our-song', new]\n"),
    "lines": (f"{CHAPTERS}\n      - x\n      - our-song\n", f"{CHAPTERS}\n      - x\n      - our-song\n      - new\n"),
    "remark": (f"{CHAPTERS}\n    - our-song # dear\n", f"{CHAPTERS}\n    - our-song # dear\n    - new\n"),
    "sets first": (f"{SET}{CHAPTERS}\n    - our-song\n", f"{SET}{CHAPTERS}\n    - our-song\n    - new\n"),
    "title": (
        f"{CHAPTERS} [our-song]\n".replace("Mine", "About us, our-song, and more"),
        f"{CHAPTERS} [our-song, new]\n".replace("Mine", "About us, our-song, and more"),
    ),
    "with a mark": (f"\ufeff{CHAPTERS} [our-song]\n", f"\ufeff{CHAPTERS} [our-song, new]\n"),
    "another system": (
        f"{CHAPTERS}\n    - our-song\n".replace("\n", "\r\n"),
        f"{CHAPTERS}\n    - our-song\n    - new\n".replace("\n", "\r\n"),
    ),
}
cases = pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)


@cases
def test_a_new_activity_stands_after_the_one_it_was_copied_from(before, after, tmp_path):
    (tmp_path / WORKBOOK).write_bytes(before.encode())
    assert template.into_workbook(tmp_path / WORKBOOK, "our-song", "new")
    assert (tmp_path / WORKBOOK).read_bytes().decode() == after


@cases
def test_its_name_goes_from_the_workbook_again(before, after, tmp_path):
    (tmp_path / WORKBOOK).write_bytes(after.encode())
    (tmp_path / "new.yaml").touch()
    delete(tmp_path / "new.yaml")
    assert (tmp_path / WORKBOOK).read_bytes().decode() == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{CHAPTERS} [new, x]\n", f"{CHAPTERS} [x]\n"),
        (f"{CHAPTERS} [new-2, not-new]  # new\n", f"{CHAPTERS} [new-2, not-new]  # new\n"),
        (f"{CHAPTERS} [x]\n{SET}      - new\n    one of: [y, new]\n", f"{CHAPTERS} [x]\n{SET}    one of: [y]\n"),
        (f"{CHAPTERS} [x, new]\n".replace("Mine", "[x, new]"), f"{CHAPTERS} [x]\n".replace("Mine", "[x, new]")),
    ],
)
def test_what_is_deleted_is_named_nowhere(before, after):
    assert yaml_edit.without_name(before, "new") == after


@pytest.mark.parametrize("text", [SET, f"{CHAPTERS} [x]\n", f"{CHAPTERS} our-song\n", "our-song", "a: [our-song", ""])
def test_a_workbook_that_names_it_in_no_chapter_stays_as_it_is(text, tmp_path):
    (tmp_path / WORKBOOK).write_text(text)
    assert not template.into_workbook(tmp_path / WORKBOOK, "our-song", "new")
    assert (tmp_path / WORKBOOK).read_text() == text


def test_a_last_line_needs_no_end():
    before = f"{CHAPTERS}\n    - x\n    - our-song"
    assert (after := yaml_edit.with_name(before, "our-song", "new")) == f"{before}\n    - new"
    assert yaml_edit.without_name(after, "new") == f"{before}\n"


def test_a_name_from_a_zip_that_means_something_in_yaml_is_quoted():
    assert yaml_edit.with_name(f"{CHAPTERS} [x]", "x", "a, b: c") == f'{CHAPTERS} [x, "a, b: c"]'


@pytest.mark.parametrize(
    "title",
    ["title: Old", "title: Old # dear", '"title": Old', "title: >\n  A long\n  title", "title: 'A title\n  goes on'"],
)
def test_a_copy_has_its_own_title(title, tmp_path):
    (tmp_path / "old.yaml").write_text(f"# Ours\n{title}\npurpose: x\n")
    made = template.copy(tmp_path / "old.yaml", "New one")
    remark = " # dear" * ("dear" in title)
    assert made.read_text() == f"# Ours\ntitle: New one{remark}\npurpose: x\n"
