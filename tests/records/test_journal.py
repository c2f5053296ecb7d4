"""The journal: what is kept is on disk, and whatever happens to the disk, play goes on."""

import os

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.events import FORMAT, Begun, Opened, Stop, Went
from game.core.ids import Control
from game.play.replay import replay
from game.records import journal
from game.records.journal import Journal, StaysAsItIs, reopen
from game.records.journal_reader import TooNew, look, read
from game.records.store import IN_USE
from game.system.errors import Trouble
from tests.support.story import DAY, Story

BEGUN = Begun("0123456789abcdef", 1, DAY, "middle", (Stop("a-road", "A road", "boat"),), "a seed")


def opened(number: int) -> Opened:
    """An event that is easily told from the others."""
    return Opened("a-road", f"A road {number}", "", "words " * 40)


# What is written


def test_a_move_is_synced_when_append_returns(tmp_path, monkeypatch):
    path, synced = tmp_path / "visit-0001.jsonl", []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (real(handle), synced.append(path.read_bytes())))
    kept = Journal(path)
    for number in range(3):
        kept.append(opened(number))
        assert synced[-1] == path.read_bytes() and synced[-1].count(b"\n") == number + 1


def test_the_first_line_waits_for_the_first_move(tmp_path):
    path = tmp_path / "deep" / "visit-0001.jsonl"
    kept = journal.begin(path, BEGUN, lambda: path.parent.mkdir())
    assert not path.parent.exists()
    kept.append(Went("wake"))
    assert read(path) == [BEGUN, Went("wake")]


def test_where_somebody_else_writes_the_record_nothing_is_raised_and_the_moves_wait(tmp_path):
    path, in_use = tmp_path / "deep" / "visit-0001.jsonl", [IN_USE]

    def make() -> None:
        if in_use:
            raise Trouble(in_use.pop())
        path.parent.mkdir()

    kept = journal.begin(path, BEGUN, make)
    kept.append(Went("wake"))
    assert kept.trouble == IN_USE and not path.exists()
    kept.retry()
    assert not kept.trouble and read(path) == [BEGUN, Went("wake")] == list(kept.events())


def test_the_file_is_its_owners_only(tmp_path):
    Journal(tmp_path / "visit-0001.jsonl").append(BEGUN)
    assert (tmp_path / "visit-0001.jsonl").stat().st_mode & 0o777 == 0o600


# Torn and damaged


def test_a_torn_last_line_of_every_length_is_cut_off(tmp_path, text):
    path, whole = tmp_path / "visit-0001.jsonl", text.splitlines(keepends=True)
    for length in range(len(whole[-1])):
        path.write_bytes(b"".join(whole[:-1]) + whole[-1][:length])
        again, kept = reopen(path)
        again.append(Went("rest"))
        assert path.read_bytes() == b"".join(whole[:-1]) + b'{"type":"went","to":"rest"}\n'
        assert len(kept.events) == len(whole) - 1 and not kept.trouble
    assert list(tmp_path.iterdir()) == [path]


@given(cut=st.floats(0, 1))
def test_cut_off_anywhere_it_tells_what_was_before(tmp_path_factory, text, cut):
    path = tmp_path_factory.mktemp("cut") / "visit-0001.jsonl"
    path.write_bytes(text[: int(cut * len(text))])
    kept = look(path)
    assert text.startswith(kept.text) and len(kept.events) == kept.text.count(b"\n") and not kept.trouble
    assert kept.visit == (replay(list(kept.events)) if kept.events else None)


def test_nothing_but_zeros_after_a_power_cut(tmp_path, text):
    path = tmp_path / "visit-0001.jsonl"
    path.write_bytes(text + bytes(4096))
    again, _ = reopen(path)
    again.append(Went("wake"))
    assert path.read_bytes().startswith(text) and len(read(path)) == text.count(b"\n") + 1


DAMAGES = {
    "half a line": b'{"type":"moved","mo\n',
    "not even text": b"\xff\xfe\0\n",
    "brackets without an end": b"[" * 100_000 + b"\n",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_nothing_is_written_in_a_damaged_journal_and_the_visit_goes_on_in_a_copy(tmp_path, text, damage):
    path, whole = tmp_path / "visit-0001.jsonl", text.splitlines(keepends=True)
    path.write_bytes(damaged := whole[0] + damage + b"".join(whole[1:]))
    again, kept = reopen(path)
    assert kept.trouble == f"{path} is damaged from line 2 on. What stands before that is used."
    assert list(tmp_path.iterdir()) == [path], "opening alone writes nothing"
    again.append(Went("wake"))
    assert path.read_bytes() == damaged and not again.trouble
    assert (tmp_path / "visit-0001-2.jsonl").read_bytes() == whole[0] + b'{"type":"went","to":"wake"}\n'
    reopen(path)[0].append(Went("wake"))
    assert path.read_bytes() == damaged and (tmp_path / "visit-0001-3.jsonl").exists()


NOT_UNDERSTOOD = {
    "an unknown event": b'{"type":"flown"}\n',
    "an event with other words": b'{"type":"went","how":"on foot"}\n',
    "a move where nothing lies": b'{"type":"moved","move":{"do":"choose","what":"fox"}}\n',
    "a mechanic that is gone": b'{"type":"arrived","activity":"a","step":0,"table":{"mechanic":"juggle","result":"b",'
    b'"step":{},"scene":"burrow","companion":"fox"}}\n',
}


@pytest.mark.parametrize("line", NOT_UNDERSTOOD.values(), ids=NOT_UNDERSTOOD)
def test_what_our_code_does_not_understand_is_told_and_stays_as_it_is(tmp_path, text, line):
    path, whole = tmp_path / "visit-0001.jsonl", text.splitlines(keepends=True)
    path.write_bytes(later := whole[0] + line + b"".join(whole[1:]))
    kept = look(path)
    assert str(path) in kept.trouble and "line 2" in kept.trouble and "newer version" in kept.trouble
    assert kept.visit == replay(read(path)[:1])
    with pytest.raises(StaysAsItIs, match="othing in the file is changed"):
        reopen(path)
    assert path.read_bytes() == later and list(tmp_path.iterdir()) == [path]


LATER = (
    f'{{"type":"begun","format":{FORMAT + 1},"whose":{{"id":"0123"}}}}\n',
    msgspec.json.encode(BEGUN).decode().replace(f'"format":{FORMAT}', f'"format":{FORMAT + 1}') + "\n",
)


@pytest.mark.parametrize("first", LATER, ids=("other words", "the same words"))
def test_a_later_format_is_refused_in_a_sentence(tmp_path, first):
    path = tmp_path / "visit-0001.jsonl"
    path.write_text(first)
    with pytest.raises(TooNew) as trouble:
        look(path)
    assert str(trouble.value) == (
        f"{path} was written by a later version of Good Goodbye. Please update the program to read it."
    )
    assert path.read_text() == first


# Old activities


def test_it_replays_when_the_activity_has_changed_or_is_gone(tmp_path):
    with Story() as story:
        story.at("when-we-are-done", 0).choose(3)
        before, picture = story.visit, story.picture
        anew = {n: a for n, a in story.loaded.activities.items() if n != "when-we-are-done"}
        for activities in (anew, anew | {"when-we-are-done": anew["pick-a-worry-stone"]}):
            story.loaded = type(story.loaded)(story.loaded.workbook, activities, (), ())
            story.reopen()
            assert story.visit == before and story.picture == picture
        story.tap(Control("trail"))
        assert story.visit.how["when-we-are-done"] == "stopped" and not story.session.troubles()
