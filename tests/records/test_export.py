"""A traveller goes to another computer in a zip: journals as they are, own words and pictures, no place and no time."""

import os
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from game.art.sanitize import safe_png
from game.core.events import Failed
from game.core.own_words import OwnWords
from game.paper import everything
from game.paper.everything import OWN_WORDS
from game.records import export, import_zip, own_words
from game.records.journal import Journal
from game.system.errors import Trouble, said
from game.system.language import words
from game.system.paths import GIVEN
from tests.support.recorded import ID, OTHER, files, put
from tests.support.struck import at_each_use
from tests.support.zips import PEOPLE, WORDS, all_screens, is_new, journals


def unzipped(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as one:
        return {name: one.read(name) for name in one.namelist()}


def test_a_parcel_holds_the_journals_as_they_are_and_a_page(here, tmp_path):
    folder = put(here, ID)
    out = export.pack(here, ID, tmp_path)
    traveller, found = here.traveller(ID), unzipped(out)
    assert out.name == f"{traveller.name}-{traveller.since}.zip" == export.file_name(traveller)
    assert sorted(found) == ["README.txt", "summary.html", "visit-0001.jsonl", "visit-0002.jsonl", "words.json"]
    assert {name: data for name, data in found.items() if name.endswith("l") and name != "summary.html"} == journals(
        here
    )
    page = found["summary.html"].decode()
    assert unescape(re.search(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL)[1]) == everything.text(traveller)
    assert out.stat().st_mode & 0o777 == 0o600
    assert (folder / "words.json").exists() and b"summary.html" in found["README.txt"]


@pytest.mark.parametrize("animal", ["../fox", "/fox", "..", "C:\\\\fox", "fox" * 99])
def test_a_pair_of_any_name_makes_the_name_of_a_file(here, tmp_path, animal):
    """Such as a picture of the therapist's, or a line that somebody has changed."""
    path, out = put(here, ID) / "visit-0001.jsonl", tmp_path / "out"
    before = here.traveller(ID).pair[0]
    path.write_text(path.read_text("utf-8").replace(f'"{before}"', f'"{animal}"'), "utf-8")
    out.mkdir()
    made = export.pack(here, ID, out)
    assert here.traveller(ID).pair[0] != before and [*out.iterdir()] == [made]
    assert not set(made.name) & set('/\\:*?"<>|') and made.name[0] != "."


def test_a_parcel_knows_no_person_no_place_and_no_time(here, tmp_path):
    folder = put(here, ID)
    own_words.keep(folder, OwnWords(private=("I wish I had asked.",)))
    path = folder / "visit-0002.jsonl"
    broken = "FileNotFoundError: [Errno 2] No such file or directory: '/home/maria/Good Goodbye/fox.svg'"
    Journal(path, path.read_bytes(), path.stat().st_size).append(Failed("our-road", broken))
    out = export.pack(here, ID, tmp_path / "one.zip")
    whole = b"".join(unzipped(out).values()) + out.read_bytes()
    for personal in ("maria", "Maria", str(tmp_path), "I wish", os.environ.get("USER") or "nobody at all"):
        assert personal.encode() not in whole.replace(b"nobody yet", b"")
    assert b'{"type":"failed","activity":"our-road","what":"FileNotFoundError"}' in whole
    with zipfile.ZipFile(out) as one:
        assert {entry.date_time for entry in one.infolist()} == {(1980, 1, 1, 0, 0, 0)} and not one.comment
    again = export.pack(here, ID, tmp_path / "two.zip")
    assert again.read_bytes() == out.read_bytes()
    assert not is_new(here, out), "what was left out for elsewhere makes no other record of it here"


def test_the_page_runs_nothing_and_leads_nowhere(here):
    put(here, ID)
    nasty = '<script>alert(1)</script> & "<img src=http://x>'
    page = export.html_page(here.traveller(ID), OwnWords({1: nasty}, nasty), "ar")
    assert '<html lang="ar" dir="rtl">' in page and "default-src 'none'" in page
    found = {tag.split()[0] for tag in re.findall(r"<([a-z][^>]*)", page)}
    assert found <= {"html", "head", "meta", "title", "style", "body", "pre", "section", "h1", "h2"}
    assert not re.search(r"\b(src|href|on\w+)=(?!http://x&gt;)", re.sub(r"<pre.*?</pre>", "", page, flags=re.DOTALL))
    assert unescape(page).count(nasty) == 2


def test_own_words_go_along_and_the_private_page_never(here, there, tmp_path):
    own_words.keep(put(here, ID), WORDS)
    out = export.pack(here, ID, tmp_path)
    found = unzipped(out)
    assert own_words.decode(found["words.json"]) == replace(WORDS, private=())
    assert unescape(found["summary.html"].decode()).count(OWN_WORDS) == 1 and b"Dear Maria" in found["summary.html"]
    import_zip.unpack(there, out)
    assert own_words.read(there.travellers_folder / ID) == replace(WORDS, private=())
    own_words.keep(there.travellers_folder / ID, OwnWords({1: "Something else.", 2: "A second visit."}, "Dear Maria"))
    assert is_new(there, out) and not is_new(there, out)
    both = OwnWords({1: "Something else.\n\nMaria was quiet today.", 2: "A second visit."}, "Dear Maria", people=PEOPLE)
    assert own_words.read(there.travellers_folder / ID) == both


@pytest.mark.parametrize("damaged", [b"{", b'{"visits":{"1":"Maria'])
def test_own_words_that_cannot_be_read_stay_here_and_that_is_told(here, tmp_path, damaged):
    """Whoever deletes a record has exported it before."""
    path, left = put(here, ID) / own_words.FILE, []
    path.write_bytes(damaged)
    found = unzipped(export.pack(here, ID, tmp_path, "de", None, left.extend))
    assert own_words.FILE not in found and path.read_bytes() == damaged
    assert [said(one, words("de")) for one in left] == [
        f"Ihre eigenen Worte sind nicht darin. {path} ist beschädigt, darum lassen sich Ihre eigenen Worte darin "
        "nicht zeigen. Die Datei wird nie ohne Kopie überschrieben."
    ]


def test_an_envelopes_picture_goes_along(here, there, tmp_path):
    folder = put(here, ID)
    Image.new("RGB", (40, 40), "#c03060").save(tmp_path / "photo.png")
    stem = safe_png(tmp_path / "photo.png", folder / GIVEN).stem
    path = folder / "visit-0001.jsonl"
    begun, *lines = path.read_bytes().splitlines(keepends=True)
    begun = re.sub(rb'("envelope":"[^"]*")?\}\n$', b'"envelope":"%s"}\n' % stem.encode(), begun).replace(b'""', b'","')
    path.write_bytes(begun.replace(b'}"envelope"', b'},"envelope"') + b"".join(lines))
    assert here.traveller(ID).record.visits[0].begun.envelope == stem
    along = export.pack(here, ID, tmp_path / "along.zip")
    import_zip.unpack(there, along)
    assert all_screens(there) == all_screens(here)
    with Image.open(there.travellers_folder / ID / GIVEN / f"{stem}.png") as brought:
        assert brought.getpixel((20, 20)) == (0xC0, 0x30, 0x60)


def test_a_parcel_is_saved_whole_or_not_at_all(here, tmp_path):
    put(here, ID)
    (tmp_path / "out").mkdir()
    good = export.pack(here, ID, tmp_path / "out" / "fox.zip").read_bytes()
    (tmp_path / "out" / "fox.zip").write_bytes(b"an older one")

    def act() -> None:
        try:
            export.pack(here, ID, tmp_path / "out" / "fox.zip")
        except Trouble as trouble:
            assert "the disk is full" in str(trouble)

    def after() -> None:
        assert files(tmp_path / "out")["fox.zip"] in (b"an older one", good) and len(files(tmp_path / "out")) == 1

    assert at_each_use(tmp_path / "out", OSError, lambda: None, act, after) >= 2
    with pytest.raises(Trouble, match=r"There is nothing of this traveller to be saved yet."):
        export.pack(here, OTHER, tmp_path)
    with pytest.raises(Trouble, match="could not be saved"):
        export.pack(here, ID, tmp_path / "nowhere" / "fox.zip")


def test_a_visit_of_which_nothing_can_be_read_is_told_to_stay_here(here, tmp_path):
    """Who deletes the record after that must know it."""
    first, left = put(here, ID) / "visit-0001.jsonl", []
    first.write_bytes(b"\0\0" + first.read_bytes())
    found = unzipped(export.pack(here, ID, tmp_path, tell=left.extend))
    assert "visit-0001.jsonl" not in found and "visit-0002.jsonl" in found
    assert [said(one, words("en")) for one in left] == ["Visit 1 is not in it: nothing of its file can be read."]
