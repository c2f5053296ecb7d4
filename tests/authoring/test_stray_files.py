"""Files that lie where nobody looks for them, and pictures of which nothing is seen: each beside the exact sentence."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from PIL import Image

from game.art.library import Library
from game.authoring.saved_elsewhere import holds_activity
from game.authoring.workbook_reader import read_workbook
from tests.support.mistakes import GOOD, HEAD
from tests.support.own_scenes import make_scene


def zipped(name: str, text: str, packed: int = ZIP_STORED) -> bytes:
    """A word processor's file with this text in its part of this name, each line a paragraph."""
    data = BytesIO()
    with ZipFile(data, "w", packed) as file:
        file.writestr(name, "".join(f"<w:p><w:t>{line}</w:t></w:p>" for line in text.splitlines()))
    return data.getvalue()


ASTRAY = {
    "our-road.yml": "An activity's file ends in '.yaml'. Rename it to 'our-road.yaml'.",
    "our-road.YAML": "An activity's file ends in '.yaml'. Rename it to 'our-road.yaml'.",
    "our-road.yaml.txt": "An activity's file ends in '.yaml'. Rename it to 'our-road.yaml'.",
    "our-dog.JPG": "Pictures for activities lie in the folder 'pictures' beside them. Move it there, or out of "
    "here where it is none.",
    "pictures/our-dog.heic": "A picture is a PNG, JPG or SVG. Open it in a picture program and save it anew as one of "
    "them.",
    "pictures/our-hen.png.txt": "What ends in '.txt' is no picture. Rename it to 'our-hen.png'.",
    "pictures/us.png": "There is another picture called 'us': 'us.jpg'. Rename one of them.",
    "pictures/our-cat.jpg.jpg": "This name has two endings. Rename it to 'our-cat.jpg'.",
    "pictures/our-cow.png.JPG": "This name has two endings. Rename it to 'our-cow.JPG'.",
}
IN_FOLDERS = {
    "old/walk.yaml": "Activities in a folder of their own are not read. Move them out, beside the others.",
    "photos/us.jpg": "Pictures are found in the folder 'pictures' alone. Move those in this one there.",
    "PICTURES/us.jpg": "Pictures are found in the folder 'pictures' alone. Move those in this one there.",
    "Scenes/meadow.svg": "This folder's name is 'scenes', in small letters. Rename it so.",
    "pictures/dogs/one.png": "Pictures in a folder of their own are not found. Move them out, into 'pictures' itself.",
}


def test_a_file_that_lies_astray_is_told_with_what_mends_it(tmp_path):
    for name in ("our-walk.yaml", "notes.txt", "letters/plan.pdf", "pictures/us.jpg", *ASTRAY, *IN_FOLDERS):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(HEAD + GOOD if name == "our-walk.yaml" else "")
    found = read_workbook(tmp_path, Library(tmp_path / "pictures")).stray
    by_name = {Path(one.path).relative_to(tmp_path).as_posix(): one.sentence for one in found}
    assert by_name == ASTRAY | {Path(name).parent.as_posix(): sentence for name, sentence in IN_FOLDERS.items()}


WORD = "This is a word processor's file. Save it there as plain text in the encoding UTF-8, and call it '{}'."
RENAMED = "An activity's file ends in '.yaml'. Rename it to '{}'."
ACTIVITY = HEAD + GOOD
SAVED = {
    "walk.txt": (ACTIVITY.encode(), RENAMED.format("walk.yaml")),
    "Walk.TXT": (ACTIVITY.title().encode("utf-16"), RENAMED.format("Walk.yaml")),
    "walk.docx": (zipped("word/document.xml", ACTIVITY), WORD.format("walk.yaml")),
    "walk.odt": (zipped("content.xml", ACTIVITY), WORD.format("walk.yaml")),
    "walk.rtf": (b"{\\rtf1 " + ACTIVITY.replace("\n", "\\par\n").encode() + b"}", WORD.format("walk.yaml")),
    "walk.doc": (b"\xd0\xcf\x11\xe0" + ACTIVITY.encode("utf-16-le"), WORD.format("walk.yaml")),
    "walk.yaml.docx": (zipped("word/document.xml", ACTIVITY), WORD.format("walk.yaml")),
    "plain.docx": (ACTIVITY.encode(), RENAMED.format("plain.yaml")),
}
NOTES = {
    "notes.txt": b"Title: what I said. Next steps are his.",
    "notes.docx": zipped("word/document.xml", "Next steps: none."),
    "odd.docx": b"PK\x03\x04 and nothing more",
    "other.docx": zipped("else.xml", ACTIVITY),
}


@pytest.mark.parametrize(("name", "content", "sentence"), [(name, *told) for name, told in SAVED.items()])
def test_an_activity_that_a_word_processor_has_saved_is_told_with_what_mends_it(tmp_path, name, content, sentence):
    (tmp_path / name).write_bytes(content)
    (said,) = read_workbook(tmp_path, Library(tmp_path / "pictures")).stray
    assert said.sentence == sentence


def test_what_somebody_has_noted_beside_the_activities_is_their_own_affair(tmp_path):
    for name, content in NOTES.items():
        (tmp_path / name).write_bytes(content)
    assert read_workbook(tmp_path, Library(tmp_path / "pictures")).stray == ()


@pytest.mark.parametrize("packed", [ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_what_is_damaged_in_notes_costs_nobody_the_activities(tmp_path, packed):
    """Whichever byte it is."""
    whole = zipped("word/document.xml", "title: x", packed)
    for at in range(30, 100):
        (tmp_path / "notes.docx").write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        assert not holds_activity(tmp_path / "notes.docx")


def test_a_picture_that_is_none_is_told_though_no_activity_names_it_and_once_where_one_does(tmp_path):
    (tmp_path / "pictures").mkdir()
    for name in ("us.jpeg", "hen.png.png"):
        (tmp_path / "pictures" / name).write_bytes(b"not an image")
    (tmp_path / "our-road.yaml").write_text(ACTIVITY)
    library = Library(tmp_path / "pictures")
    found = read_workbook(tmp_path, library, library.broken).stray
    broken = "'us.jpeg' is broken, or no PNG or JPG. Open it in a picture program and save it anew."
    assert [(Path(one.path).name, one.sentence) for one in found] == [
        ("hen.png.png", "This name has two endings. Rename it to 'hen.png'."),
        ("us.jpeg", broken),
    ]
    (tmp_path / "our-road.yaml").write_text(ACTIVITY.replace("boat]", "us]"))
    library = Library(tmp_path / "pictures")
    found = read_workbook(tmp_path, library, library.broken)
    assert [one.sentence for one in (*found.mistakes, *found.stray)].count(broken) == 1


def test_a_scene_s_picture_that_ends_as_a_text_is_told(tmp_path):
    make_scene(tmp_path)
    (tmp_path / "scenes/yard.jpg.txt").touch()
    (said,) = read_workbook(tmp_path, Library(tmp_path / "pictures")).stray
    assert said.sentence == "What ends in '.txt' is no picture. Rename it to 'yard.jpg'."


@pytest.mark.parametrize("name", ["nothing.png", "nothing.svg"])
def test_a_picture_of_which_nothing_can_be_seen_is_told(tmp_path, name):
    if name.endswith("png"):
        Image.new("RGBA", (20, 20)).save(tmp_path / name)
    else:
        (tmp_path / name).write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>')
    assert Library(tmp_path).broken("nothing") == (
        f"'{name}' is wholly transparent: nothing of it can be seen. Save it anew."
    )


@pytest.mark.parametrize("file", ["our-walk.yml", "our-walk.YML", "our-walk.yaml.txt"])
def test_a_workbook_that_names_a_file_with_another_ending_says_so_and_nobody_says_it_twice(file, tmp_path):
    (tmp_path / "our-road.yaml").write_text(HEAD + GOOD)
    (tmp_path / file).write_text(HEAD + GOOD)
    chapter = "title: Ours\nchapters:\n  - title: One\n    activities: [our-road, our-walk]\n"
    (tmp_path / "workbook.yaml").write_text(chapter)
    found = read_workbook(tmp_path, Library(tmp_path / "pictures"))
    assert [mistake.sentence for mistake in (*found.mistakes, *found.stray)] == [
        f"There is no file 'our-walk.yaml' beside this workbook, but '{file}'. Rename that one to 'our-walk.yaml'."
    ]
