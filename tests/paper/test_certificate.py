"""The certificate and the letter: what a grown-up can choose of them, and that each choice is good."""

import re

import pytest
from msgspec.structs import replace

import main
from game.core.events import Begun
from game.paper import certificate, letter, picture_choice, typst_press
from game.paper.options import PaperOptions
from game.paper.phrases import date
from game.play.record import Record, Traveller
from game.play.replay import replay
from game.system.errors import Trouble
from game.system.language import LANGUAGES, words
from tests.support.examples import together
from tests.support.sheets import MM, PAPERS, home, ink, seen
from tests.support.whole_workbook import saying, whole_workbook

OWN = ["stone", "keepsake", "leaf", "emblem", "calm-place", "drawing-1"]


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return whole_workbook()


@pytest.mark.search
@pytest.mark.parametrize(
    ("wording", "longer", "paper", "frame"),
    together(list(certificate.WORDINGS), [1.5, 1], list(PAPERS), list(certificate.FRAMES)),
)
def test_each_wording_stands_in_each_frame_above_the_pictures(traveller, renderer, wording, longer, paper, frame):
    """In other languages the same is said with up to half as many letters more.

    While somebody waits, as long as can be, and in a frame each.
    """
    plain = certificate.sheet(home(traveller), renderer, PaperOptions(paper, name="Mila", wording=wording, frame=frame))
    says = {key: (said * 2)[: round(len(said) * longer)] for key, said in plain.data["says"].items()}
    made = replace(plain, data=plain.data | {"says": says})
    wordless = dict.fromkeys(("heading", "sentences", "last"), "")
    bare = replace(made, data=made.data | {"name": "\u200b", "says": says | wordless})
    (page,), (empty,) = seen(made), seen(bare)
    left, top, right, bottom = ink(page, empty)
    assert page.width * 0.15 < left < right < page.width * 0.85
    assert page.height * 0.15 < top < bottom < page.height * 0.58
    assert typst_press.pdf(made).startswith(b"%PDF")


def test_without_a_word_it_is_as_it_always_was(traveller, renderer):
    made = certificate.sheet(home(traveller), renderer)
    assert made.data["frame"] == "certificate.svg"
    assert made.data["says"]["sentences"].startswith("You walked a whole road.")
    stands = {place: made.pictures[one["file"]] for place, one in made.data["stand"].items() if one}
    stone = home(traveller).art(picture_choice.t.STONE)
    assert stands == {"left": renderer.paper_png("fox", 900), "right": renderer.paper_png(stone, 900)}


@pytest.mark.search
@pytest.mark.parametrize(
    ("language", "second", "paper", "frame"),
    together(list(LANGUAGES), ["", *LANGUAGES], list(PAPERS), list(certificate.FRAMES)),
)
def test_it_has_the_day_of_the_last_visit_small_behind_the_childs_mark(
    traveller, renderer, language, second, paper, frame
):
    """Once, as other papers write it, and outside of all other words of its line."""
    options = PaperOptions(paper, language, name="Mila", frame=frame, second=second)
    made = certificate.sheet(home(traveller), renderer, options)
    assert made.data["day"] == date(traveller.record.visits[-1].begun.day, words(language))
    (page,), (without,) = (seen(replace(made, data=made.data | {"day": day})) for day in (made.data["day"], "\u200b"))
    left, top, right, bottom = (at / MM for at in ink(page, without))
    far = left if LANGUAGES[language].rtl else page.width / MM - right
    assert 12 < right - left < 20 and bottom - top < 4 and far > page.width / MM * 0.6
    assert page.height / MM * 0.89 < top < bottom < page.height / MM - 15


@pytest.mark.parametrize("frame", list(certificate.FRAMES)[1:])
def test_frames_differ_and_the_plain_one_takes_least_ink(traveller, renderer, frame):
    shown = {
        name: seen(certificate.sheet(home(traveller), renderer, PaperOptions(frame=name)))[0]
        for name in ("", frame, "plain")
    }
    dark = {name: sum(255 - value for value in page.convert("L").tobytes()) for name, page in shown.items()}
    assert ink(shown[""], shown[frame])
    assert dark["plain"] <= dark[frame] and dark["plain"] < dark[""] / 3


def test_what_is_not_there_to_be_chosen_is_said_in_a_sentence(traveller, renderer):
    for options, known in (
        (PaperOptions(frame="gold"), "sunrise, lanterns, night, plain"),
        (PaperOptions(wording="loud"), "whole-road, hard-days, quiet, not-planned"),
    ):
        with pytest.raises(Trouble, match=rf"^There is no '\w+' for a certificate\. There are: {known}\.$"):
            certificate.sheet(home(traveller), renderer, options)
    with pytest.raises(Trouble, match=r"^There is no picture 'sun' here\. There are: stone, keepsake, leaf, "):
        certificate.sheet(home(traveller), renderer, PaperOptions(pictures=("sun",)))


def test_an_ending_that_was_not_planned_is_neither_whole_nor_completed():
    wording = certificate.WORDINGS["not-planned"]
    said = " ".join((wording.heading, wording.before, wording.after, wording.last)).lower()
    assert not re.search(r"whole|complete|finish|good goodbye|said", said)


def test_the_childs_own_pictures_come_first_and_then_the_pair(traveller):
    names = [one.name for one in picture_choice.candidates(home(traveller))]
    assert names == [*OWN, "companion", "thing"]


@pytest.mark.parametrize(
    ("spots", "gone"),
    [
        ({"keepsake": "keep"}, {"keepsake"}),
        ({"stone": "keep"}, {"stone"}),
        ({"calm_place": "keep"}, {"calm-place"}),
        ({"hopes": "keep"}, {"drawing-1"}),
    ],
)
def test_what_the_child_keeps_cannot_be_chosen(traveller, renderer, spots, gone):
    keeping = saying(traveller, **spots)
    assert set(OWN) - {one.name for one in picture_choice.candidates(home(keeping))} == gone
    with pytest.raises(Trouble):
        certificate.sheet(home(keeping), renderer, PaperOptions(pictures=tuple(gone)))


@pytest.mark.search
@pytest.mark.parametrize(
    ("name", "paper", "make"),
    together([*OWN, "companion", "thing"], list(PAPERS), [certificate.sheet, letter.sheet]),
)
def test_each_picture_alone_and_among_others_stays_inside_the_margins(traveller, renderer, make, name, paper):
    for pictures in ((name,), (name, *(other for other in OWN[:3] if other != name))):
        for page in seen(make(home(traveller), renderer, PaperOptions(paper, pictures=pictures))):
            left, top, right, bottom = ink(page)
            assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


def test_each_chosen_picture_is_seen_once(traveller, renderer):
    chosen = ("calm-place", "emblem", "drawing-1", "companion")
    made = certificate.sheet(home(traveller), renderer, PaperOptions(pictures=chosen))
    art = {one.name: one.art for one in picture_choice.candidates(home(traveller))}
    options = {renderer.paper_png(art[name], 420 if name == "emblem" else 900) for name in chosen}
    assert set(made.pictures.values()) == options
    assert made.pictures[made.data["stand"]["left"]["file"]] == renderer.paper_png("fox", 900)


def test_who_has_chosen_nothing_has_the_door_keeper_on_it(renderer):
    nobody = Traveller("one", Record((replay([Begun("one", 1, "2026-03-02", "middle", (), "seed")]),)))
    assert [one.name for one in picture_choice.candidates(home(nobody))] == ["companion"]
    assert len(seen(certificate.sheet(home(nobody), renderer))) == len(seen(letter.sheet(home(nobody), renderer))) == 1


# The letter


def test_a_letter_without_words_has_lines_to_write_on_and_greets_by_the_name(traveller, renderer):
    (empty,) = seen(letter.sheet(home(traveller), renderer))
    (named,) = seen(letter.sheet(home(traveller), renderer, PaperOptions(name="Mila")))
    assert ink(empty, named)[1] < empty.height * 0.25
    assert letter.sheet(home(traveller), renderer, PaperOptions(name="Mila")).data["greeting"] == "For Mila"
    with pytest.raises(Trouble, match="This name has 81 letters"):
        letter.sheet(home(traveller), renderer, PaperOptions(name="a" * 81))


def test_a_leaf_that_hangs_takes_the_place_above(traveller, renderer):
    around = letter.sheet(home(traveller), renderer, PaperOptions(pictures=("stone", "leaf", "companion"))).data[
        "around"
    ]
    assert {place: one and one["on"] for place, one in around.items()} == {
        "left": "ground",
        "right": "cushion",
        "middle": None,
        "above": "air",
    }


# The commands


def test_the_help_names_every_wording_frame_and_language(capsys):
    with pytest.raises(SystemExit):
        main.main(["certificate", "--help"])
    said = "".join(capsys.readouterr().out.split())  # a line may be broken behind a hyphen
    assert not [name for name in (*certificate.WORDINGS, *certificate.FRAMES, *LANGUAGES) if name not in said]
