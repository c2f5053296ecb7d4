"""The PIN: it opens to who knows it, is nowhere to be read, and costs a guesser ever more time; never a record."""

import sys

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.records import pin
from game.records.pin import FILE, LONGEST_WAIT, Checked, is_set, remove, set_pin, verify, wait_after
from game.records.store import Store
from game.system import atomic
from game.system.errors import Trouble
from tests.support.full_disk import full_disk

NOON = 1_800_000_000.0
OPEN = Checked(True)


@pytest.fixture(autouse=True)
def quickly(monkeypatch):
    """A test needs no hash that takes long; the one that is used is looked at below."""
    monkeypatch.setattr(pin, "COST", 2**4)
    monkeypatch.setattr(pin, "COSTS", (2**4,))


def wrong(folder, many: int, now: float = NOON) -> float:
    """So many wrong tries, each as soon as it counts; when the next one counts."""
    for _ in range(many):
        found = verify(folder, "no", now)
        assert not found.open
        now += found.wait
    return now


# What opens


def test_without_a_pin_nothing_is_asked(tmp_path):
    assert not is_set(tmp_path) and verify(tmp_path, "", NOON) == OPEN


@given(st.text(min_size=4, max_size=32))
@example("1234")
@example("  💛 é ")
@example("١٢٣٤")
@example("\x00\ud800ab")
@example("123\x00\x00")
def test_whatever_was_set_opens_and_nothing_else(tmp_path_factory, typed):
    folder = tmp_path_factory.mktemp("records")
    set_pin(folder, typed)
    assert is_set(folder) and verify(folder, typed, NOON) == OPEN
    for other in (typed[:-1], typed + "1", "", "\u2007" + typed):
        found = verify(folder, other, NOON)
        assert not found.open and found.said.endswith(".")
        assert verify(folder, typed, NOON + found.wait) == OPEN


def test_one_letter_typed_in_two_ways_is_one_letter(tmp_path):
    set_pin(tmp_path, "cafés")
    assert verify(tmp_path, "cafe\u0301s", NOON) == OPEN


@pytest.mark.parametrize("typed", ["", "123", "x" * 65, "e\u0301" * 3])
def test_too_short_or_too_long_is_said_and_changes_nothing(tmp_path, typed):
    set_pin(tmp_path, "1234")
    with pytest.raises(Trouble, match="has 4 to 64 signs"):
        set_pin(tmp_path, typed)
    assert verify(tmp_path, "1234", NOON) == OPEN


def test_a_new_one_takes_the_place_of_the_old_and_can_be_taken_away(tmp_path):
    set_pin(tmp_path, "1234")
    set_pin(tmp_path, "apple pie")
    assert not verify(tmp_path, "1234", NOON).open and verify(tmp_path, "apple pie", NOON) == OPEN
    remove(tmp_path)
    remove(tmp_path)
    assert verify(tmp_path, "anything", NOON) == OPEN and not list(tmp_path.iterdir())


# Where it can be read


def test_only_a_salted_slow_hash_is_kept_and_only_for_the_owner(tmp_path, monkeypatch):
    monkeypatch.undo()
    assert pin.COST >= 2**14 and pin.COST in pin.COSTS and pin.BLOCK == 8
    kept = []
    for name in ("one", "two"):
        set_pin(tmp_path / name, "secret word")
        kept.append((tmp_path / name / FILE).read_bytes())
        assert verify(tmp_path / name, "secret word", NOON) == OPEN
        assert (tmp_path / name / FILE).stat().st_mode & 0o777 == 0o600
    one, two = (msgspec.json.decode(text) for text in kept)
    assert one["hash"] != two["hash"] and one["salt"] != two["salt"]
    assert b"secret" not in b"".join(kept)


# What a wrong try costs


def test_the_wait_grows_from_nothing_to_five_minutes():
    waits = [wait_after(wrong) for wrong in range(1_000)]
    assert waits[:3] == [0, 0, 0] and 0 < waits[3] < waits[4] < waits[5]
    assert waits == sorted(waits) and waits[-1] == LONGEST_WAIT == 300 and wait_after(10**30) == 300


def test_during_the_wait_even_the_right_one_does_not_open_and_costs_nothing(tmp_path):
    set_pin(tmp_path, "1234")
    when = wrong(tmp_path, 5)
    before = (tmp_path / FILE).read_bytes()
    for early in (0.5, 7, 19):
        found = verify(tmp_path, "1234", when - early)
        assert not found.open and found.wait == early and found.said.startswith("Please wait.")
    assert (tmp_path / FILE).read_bytes() == before
    assert verify(tmp_path, "1234", when) == OPEN
    assert verify(tmp_path, "no", when).wait == 0, "a right one makes the wrong ones before it forgotten"


def test_the_wait_is_said_as_on_a_clock(tmp_path):
    set_pin(tmp_path, "1234")
    when = wrong(tmp_path, 20)
    assert verify(tmp_path, "1234", when - 299.6).said.endswith("in 5:00 minutes.")
    assert verify(tmp_path, "1234", when - 0.1).said.endswith("in 0:01 minutes.")
    assert verify(tmp_path, "no", when).said == "That was not it. The next try is possible in 5:00 minutes."
    assert verify(tmp_path, "1234", when, lambda said: f"<{said}>").said.startswith("<Please wait.")


def test_a_try_counts_before_it_is_looked_at(tmp_path, monkeypatch):
    """Whoever ends the program while it thinks has had a try all the same."""
    set_pin(tmp_path, "1234")

    def ended(*_args):
        raise KeyboardInterrupt

    for _ in range(3):
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(pin, "_hash", ended)
            verify(tmp_path, "0000", NOON)
    assert verify(tmp_path, "1234", NOON).wait == wait_after(3)


@given(st.lists(st.floats(-1e9, 1e9), max_size=8), st.integers(3, 30))
def test_a_clock_that_is_set_anyhow_never_locks_out_for_longer_than_one_wait(tmp_path_factory, jumps, many):
    folder = tmp_path_factory.mktemp("records")
    set_pin(folder, "1234")
    now = wrong(folder, many)
    for jump in jumps:
        now += jump
        found = verify(folder, "no", now)
        assert 0 <= found.wait <= LONGEST_WAIT
        now += found.wait
    found = verify(folder, "1234", now - 1e9)
    assert found.open or verify(folder, "1234", now - 1e9 + found.wait) == OPEN


# What is damaged


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{}",
        b"null",
        b"\xff",
        b"[" * 9999,
        b'{"salt":"","hash":"","cost":32768}',
        b'{"salt":"YWE=","hash":"YWE="}',
    ],
)
def test_a_damaged_file_neither_opens_nor_locks_out_for_ever(tmp_path, text):
    (tmp_path / FILE).write_bytes(text)
    found = verify(tmp_path, "1234", NOON)
    assert is_set(tmp_path) and not found.open and found.wait == 0
    assert f"delete the file {tmp_path / FILE}." in found.said and "No record is lost" in found.said
    (tmp_path / FILE).unlink()
    assert verify(tmp_path, "", NOON) == OPEN


@pytest.mark.parametrize("cost", [2**40, 3, 0, -1])
def test_a_file_cannot_make_the_computer_work_for_ever(tmp_path, cost):
    set_pin(tmp_path, "1234")
    kept = msgspec.json.decode((tmp_path / FILE).read_bytes())
    (tmp_path / FILE).write_bytes(msgspec.json.encode({**kept, "cost": cost}))
    assert "cannot be read" in verify(tmp_path, "1234", NOON).said


def test_a_full_disk_keeps_the_old_pin_and_lets_who_knows_it_in(tmp_path, monkeypatch):
    set_pin(tmp_path, "1234")
    before = (tmp_path / FILE).read_bytes()
    monkeypatch.setattr(atomic.os, "fsync", full_disk)
    with pytest.raises(Trouble, match=r"cannot be kept in .*: the disk is full"):
        set_pin(tmp_path, "5678")
    assert not verify(tmp_path, "5678", NOON).open and verify(tmp_path, "1234", NOON) == OPEN
    assert [path.name for path in tmp_path.iterdir()] == [FILE] and (tmp_path / FILE).read_bytes() == before


def test_a_forgotten_pin_costs_no_record(tmp_path):
    set_pin(tmp_path / "records", "1234")
    assert Store(tmp_path / "records").travellers() == [] and is_set(tmp_path / "records")


def test_the_folders_on_the_way_are_for_their_owner_alone(tmp_path):
    set_pin(tmp_path / "new" / "records", "1234")
    assert sys.platform == "win32" or {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")} == {0o700, 0o600}
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "new" / "records").stat().st_mode
