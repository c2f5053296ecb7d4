"""The therapist's own words: kept whole, for nobody else's eyes, and not lost whatever happens to the file."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.own_words import PaperChoices
from game.records import own_words
from game.records.own_words import FILE, LONGEST, OwnWords, exist, keep, merged, read
from game.system.errors import Trouble
from tests.support.struck import at_each_use

OWN = OwnWords(
    {1: "Quiet today.\nThen a song.", 12: "أهلا"}, "Dear fox", ("What I don't know", "", "Sign\n\n* * *\n\nand sign")
)
plain = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=50)
name = plain.map(lambda words: " ".join(words.split())).filter(str.strip)
keys = st.sampled_from(["near-and-far/cat", "near-and-far/card-101", "our-house/cat"])
people = st.dictionaries(st.integers(1, 9), st.dictionaries(keys, name, min_size=1), max_size=2)
texts = st.dictionaries(st.integers(1, 99), plain.filter(str.strip), max_size=4)
papers = st.builds(PaperChoices, st.sampled_from(["", "quiet"]), second=st.sampled_from(["", "ar"]))
answers = st.lists(plain, max_size=3).map(tuple).map(lambda page: page if "".join(page).strip() else ())
own = st.builds(OwnWords, texts, plain, answers, people=people, letter_beneath=plain, papers=papers)


@given(own)
def test_what_was_typed_comes_back(tmp_path_factory, typed):
    folder = tmp_path_factory.mktemp("fox")
    keep(folder, typed)
    assert read(folder) == typed
    assert (folder / FILE).exists() == exist(folder) == (typed != OwnWords())


def test_it_is_the_owners_only_and_there_is_none_at_first(tmp_path):
    assert read(tmp_path) == OwnWords() and not exist(tmp_path)
    keep(tmp_path, OWN)
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600 and [p.name for p in tmp_path.iterdir()] == [FILE]


def test_nothing_typed_leaves_no_file(tmp_path):
    keep(tmp_path, OWN)
    keep(tmp_path, OwnWords({1: " \n"}))
    assert not list(tmp_path.iterdir())


def test_only_plain_text_is_kept(tmp_path):
    keep(tmp_path, OwnWords({1: "one\r\ntwo\rthree\tfour\x00\x1b[31m\ud800"}, trouble="not kept"))
    assert read(tmp_path) == OwnWords({1: "one\ntwo\nthree\tfour[31m"})
    assert b"not kept" not in (tmp_path / FILE).read_bytes()


@pytest.mark.parametrize(
    ("page", "answers"),
    [
        ("a\n\n* * *\n\n\n\n* * *\n\nc", ("a", "", "c")),
        ("a\n\n* * *\n\nb\n\n* * *\n\nc\n\n* * *\n\nd", ("a", "b", "c\n\n* * *\n\nd")),
        ("", ()),
    ],
)
def test_a_private_page_that_was_kept_as_one_text_is_read(page, answers, tmp_path):
    (tmp_path / FILE).write_bytes(msgspec.json.encode({"visits": {"2": "Well."}, "private": page}))
    assert read(tmp_path) == OwnWords({2: "Well."}, private=answers)


TOO_LONG = [
    OwnWords(private=("", "x" * 30_000)),
    OwnWords({3: "x" * (LONGEST + 1)}),
    OwnWords(letter="x" * 30_000),
    OwnWords(people={1: {"a/cat": "x" * 30_000}}),
]


def test_who_somebody_is_is_kept_in_one_line_and_nothing_where_nothing_is_typed(tmp_path):
    keep(
        tmp_path,
        OwnWords(people={1: {"near-and-far/cat": " my\nsister\x00 ", "near-and-far/baby": " "}, 2: {"a/b": ""}}),
    )
    assert read(tmp_path) == OwnWords(people={1: {"near-and-far/cat": "my sister"}})
    keep(tmp_path, OwnWords(people={1: {"near-and-far/cat": ""}}))
    assert not exist(tmp_path)


@pytest.mark.parametrize("long", TOO_LONG)
def test_too_long_is_said_and_what_was_there_stays(tmp_path, long):
    keep(tmp_path, OWN)
    with pytest.raises(Trouble, match=r"signs, and 20000 can be kept\. Please shorten it\."):
        keep(tmp_path, long)
    assert read(tmp_path) == OWN
    keep(tmp_path, OwnWords({1: "x" * LONGEST}))


DAMAGED = [b"", b"{", b'{"visits":{"1":2}}', b"\xff\xfe", b'{"letter":"kept","later":"a field of a later version"}']


@pytest.mark.parametrize("text", [*DAMAGED, b"[" * 9999])
def test_a_damaged_file_is_told_and_never_written_over(tmp_path, text):
    (tmp_path / FILE).write_bytes(text)
    found = read(tmp_path)
    assert found.trouble.startswith(f"{tmp_path / FILE} is damaged") and found.visits == {} and exist(tmp_path)
    assert (tmp_path / FILE).read_bytes() == text
    keep(tmp_path, OWN)
    assert read(tmp_path) == OWN and (tmp_path / "words.damaged-1").read_bytes() == text
    (tmp_path / FILE).write_bytes(b"again")
    keep(tmp_path, OwnWords())
    assert exist(tmp_path) and (tmp_path / "words.damaged-2").read_bytes() == b"again"


def test_a_file_that_may_not_be_read_is_not_written_over(tmp_path):
    (tmp_path / FILE).mkdir()
    assert read(tmp_path).trouble.endswith("cannot be read: is a directory.")
    with pytest.raises(Trouble, match="Your words cannot be kept in"):
        keep(tmp_path, OWN)


@pytest.mark.parametrize("text", [own_words.encode(OWN), b"damaged"])
def test_a_disk_that_fails_at_any_moment_loses_neither_the_old_nor_half_the_new(tmp_path, text):
    new = OwnWords({1: "new"})

    def before() -> None:
        for path in tmp_path.iterdir():
            path.unlink()
        (tmp_path / FILE).write_bytes(text)

    def act() -> None:
        try:
            keep(tmp_path, new)
        except Trouble as trouble:
            assert "the disk is full" in str(trouble)

    def after() -> None:
        found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert found[FILE] in (text, own_words.encode(new))
        assert text != b"damaged" or found[FILE] == text or found["words.damaged-1"] == text
        assert set(found) <= {FILE, "words.damaged-1"}

    assert at_each_use(tmp_path, OSError, before, act, after) >= 2
    assert read(tmp_path) == new


def test_words_about_a_deleted_traveller_do_not_bring_it_back(tmp_path):
    with pytest.raises(Trouble, match="cannot be kept"):
        keep(tmp_path / "gone", OWN)
    assert not (tmp_path / "gone").exists()


@given(own, own)
def test_the_words_of_two_places_together_lose_nothing(here, theirs):
    both = merged(here, theirs)
    for one in (here, theirs):
        assert all(text in both.visits[number] for number, text in one.visits.items())
        assert one.letter in both.letter
        assert all(text in both.private[number] for number, text in enumerate(one.private))
        assert all(name in both.people[n][key] for n, names in one.people.items() for key, name in names.items())
    assert merged(both, theirs) == merged(here, both) == both and merged(here, here) == here
