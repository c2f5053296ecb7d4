"""What is no mistake and is probably not meant: each kind once, the good text beside the exact sentence."""

from io import StringIO
from pathlib import Path

import pytest

from game.authoring.activity_reader import read_text
from game.authoring.check import check
from game.authoring.hints import hints
from game.authoring.mistake import MOST, Source
from game.authoring.step_hints import PAPERS
from game.authoring.template import TEMPLATE
from game.authoring.values.context import Context
from game.core.activity import Activity
from tests.support.mistakes import GOOD, HEAD, LIBRARY, told
from tests.support.story import ACTIVITIES

CUT = (
    "What stands after '#' is for you alone, so the words end before it. "
    "Where it belongs to them, put them all in quotes."
)
FORTY = [name for name in LIBRARY.names() if LIBRARY.family(name) != "feelings"][:40]
HOMES = (
    "steps:\n  - choose: homes\n    pictures: [kite, boat]\n  - place: who\n    pictures: [fox, owl]\n"
    "    scene: three-meadows\n    onto: [{}]\n    signs: homes\n"
)
LOUD = (
    "steps:\n  - choose: loud\n    pictures: [kite, boat]\n    up to: {}\n  - decorate: loud\n    with: [star, heart]\n"
)
SCALE = "steps:\n  - choose: how\n    order: as written\n    pictures: [kite, boat, star, shell, moon]\n"
BESIDES = SCALE.replace("moon", "moon, dont-know, blank-card")
SEVEN = SCALE.replace("moon", "moon, leaf, heart")
HINTS = {
    "a scale of more than all ages see at once": (
        HEAD + SEVEN,
        [
            "6:5: 'how' is in an order of yours and has 7 pictures: a child of 4 or 5 sees three of them at a time, "
            "and turns to the others. Of 5 or fewer all lie there at once."
        ],
    ),
    "a scale of five, and what lies beside it": (HEAD + BESIDES, []),
    "a scale of six, and what lies beside it": (
        HEAD + BESIDES.replace("moon", "moon, leaf"),
        [
            "6:5: 'how' is in an order of yours and has 6 pictures: a child of 4 or 5 sees three of them at a time, "
            "and turns to the others. Of 5 or fewer all lie there at once."
        ],
    ),
    "a breath that is left out where nothing was chosen": (
        HEAD + GOOD + "  - breathe: slowly\n    from: thing\n",
        [
            "8:5: A child that has chosen nothing in 'thing' does not come to 'slowly'. With 'picture: kite' "
            "beside 'from' it does, too."
        ],
    ),
    "a breath with a choice among people and things": (
        HEAD + GOOD.replace("boat", "mum") + "  - breathe: slowly\n    from: thing\n    picture: moon\n",
        [
            "8:5: People do not swell with the breath: of what was chosen in 'thing' the first thing that is no person "
            "does, else 'moon'."
        ],
    ),
    "a breath with a choice of a person or a card, and nothing for whoever has chosen none": (
        HEAD + GOOD.replace("kite, boat", "nobody, blank-card") + "  - breathe: slowly\n    from: thing\n",
        [
            "8:5: People do not swell with the breath, and a child that has chosen nothing in 'thing' does not come to "
            "'slowly'. With 'picture: kite' beside 'from' it does, and where people alone were chosen, 'kite' swells."
        ],
    ),
    "a breath with a choice of people alone, in an activity with somebody on its cover": (
        HEAD.replace("cover: kite", "cover: mum")
        + GOOD.replace("kite, boat", "mum, dad")
        + "  - breathe: slowly\n    from: thing\n",
        [
            "8:5: People do not swell with the breath, and a child that has chosen nothing in 'thing' does not come to "
            "'slowly'. With 'picture: dandelion' beside 'from' it does, and where people alone were chosen, "
            "'dandelion' swells."
        ],
    ),
    "a drawing on what can be nothing, where that step has something for whoever has no photo": (
        HEAD + "steps:\n  - choose: photo\n    from: visit.personal-pictures\n    otherwise: [blank-card, pet]\n"
        "  - draw: letter\n    from: photo\n",
        [
            "9:5: A child that has chosen nothing in 'photo' does not come to 'letter'. With 'on: pet' beside 'from' "
            "it does, too."
        ],
    ),
    "a breath with what is chosen in no list": (
        HEAD + "steps:\n  - choose: photo\n    from: visit.personal-pictures\n  - breathe: slowly\n    from: photo\n",
        [
            "8:5: A child that has chosen nothing in 'photo' does not come to 'slowly'. With 'picture: kite' beside "
            "'from' it does, too."
        ],
    ),
    "a breath with something for whoever has chosen nothing": (
        HEAD + GOOD + "  - breathe: slowly\n    from: thing\n    picture: candle\n",
        [],
    ),
    "something that is no paper": (
        HEAD + "steps:\n  - draw: letter\n    paper: picnic-blanket\n",
        [
            "6:5: 'picnic-blanket' is no paper to draw on. Papers are 'broad-leaf', and pictures of your own; a "
            "picture that lies on the sheet and is drawn over stands after 'on'."
        ],
    ),
    "a number in a title": (HEAD.replace("road", "road #2") + GOOD, [f"1:17: {CUT}"]),
    "a number in a label": (
        HEAD + "steps:\n  - choose: thing\n    pictures:\n      - kite: Number #1\n      - boat\n",
        [f"8:22: {CUT}"],
    ),
    "a number in a list over several lines": (
        HEAD + "steps:\n  - choose: thing\n    pictures: [kite, boat: My friend #2\n      , star]\n",
        [f"7:38: {CUT}"],
    ),
    "words, with a space, that end with a comma there": (
        HEAD + "steps:\n  - choose: thing\n    pictures: [kite: Mine # one,\n      , boat, star]\n",
        [f"7:27: {CUT}"],
    ),
    "an entry of such a list that begins with it": (
        HEAD + "steps:\n  - choose: thing\n    pictures: [kite,\n      boat, #2 star,\n      moon]\n",
        [f"8:13: {CUT}"],
    ),
    "a number in a list of lines": (
        HEAD + "steps:\n  - choose: thing\n    pictures:\n      - kite\n      - boat #2\n",
        [f"9:14: {CUT}"],
    ),
    "a number behind quotes, and in words with an apostrophe or quotes inside": (
        HEAD.replace("Our road", "'Our road' #2").replace("We walk", 'Mum\'s "big" walk #3') + GOOD,
        [f"1:19: {CUT}", f"2:27: {CUT}"],
    ),
    "a number within quotes, or stuck to a word": (
        HEAD.replace("Our road", "'Our road #2'").replace("We walk", "We walk#3") + GOOD,
        [],
    ),
    "words on several lines, in which it is no remark": (
        HEAD.replace("We walk", "|\n  We walk #2\n  and: so on #3") + GOOD,
        [],
    ),
    "remarks in lists, on lines of their own and behind brackets": (
        HEAD + "steps:\n  - choose: thing\n    pictures: [kite, # the red one\n      # star,\n      boat] #2\n",
        [],
    ),
    "quotes of a word processor around a title": (
        HEAD.replace("Our road", "\u201cOur road\u201d") + GOOD,
        ["1:8: These are quotes of a word processor: they are printed with the words. Write straight ones, or none."],
    ),
    "a sign that no font has": (
        HEAD.replace("road", "road \U0001f98a") + GOOD,
        ["1:17: No font here has the sign '\U0001f98a': on papers, '?' stands in its place."],
    ),
    "several signs that no font has, in one line": (
        HEAD.replace("road", "\U0001f98a road \U0001f389") + GOOD,
        ["1:12: No font here has the signs '\U0001f98a' and '\U0001f389': on papers, '?' stands in the place of each."],
    ),
    "forty pictures in one choice": (
        HEAD + f"steps:\n  - choose: thing\n    pictures: [{', '.join(FORTY)}]\n",
        [
            "6:5: 'thing' has 40 pictures. A small child sees three at a time, and turns to the others. "
            "Fewer are chosen from more easily."
        ],
    ),
    "a scale where it has no row": (
        HEAD.replace("two-banks", "bother-hollow") + SCALE,
        [
            "6:5: In 'bother-hollow' the pictures of 'how' lie in several rows, to be read as a text. "
            "In one row they lie in every scene but these: bother-hollow."
        ],
    ),
    "a scale where it has one": (HEAD + SCALE, []),
    "words for spots at which picked pictures stand": (
        HEAD + HOMES.format("changed: At the lake, same: At home"),
        [
            "8:5: 'homes' stands at the spots in the order in which it was picked: at 'changed' it stands in place "
            "of 'At the lake', and papers say its name. A spot for which none was picked keeps your words."
        ],
    ),
    "stickers on a choice of several": (
        HEAD + LOUD.format("any"),
        [
            "9:5: 'loud' can be several things, and what is laid here goes onto the one that was picked first. To lay "
            "something at each of them, write 'place' with 'signs: loud'."
        ],
    ),
    "stickers on a choice of one": (HEAD + LOUD.format("1"), []),
    "spots without words at which picked pictures stand, one at each": (
        HEAD + HOMES.format("changed, same").replace("boat]", "boat]\n    up to: 2"),
        [],
    ),
    "spots with words for which nothing is picked": (HEAD + HOMES.format("changed, same: At the lake"), []),
    "spots without words for which nothing is picked": (
        HEAD + HOMES.format("changed, same"),
        [
            "8:5: Of 'homes' at the most 1 can be picked, so nothing stands at 'same': a spot without a picture and "
            "without words of yours is left away."
        ],
    ),
    "spots without words behind one with words, to which a picked picture goes as well": (
        HEAD + HOMES.format("changed: At the lake, same, bumpy"),
        [
            "8:5: 'homes' stands at the spots in the order in which it was picked: at 'changed' it stands in place "
            "of 'At the lake', and papers say its name. A spot for which none was picked keeps your words.",
            "8:5: Of 'homes' at the most 1 can be picked, so nothing stands at 'same' and 'bumpy': a spot without a "
            "picture and without words of yours is left away.",
        ],
    ),
    "words behind a title and a purpose": (
        HEAD.replace("Our road", "Our day # the best").replace("a little.", "# together") + GOOD,
        [f"1:16: {CUT}", f"2:18: {CUT}"],
    ),
    "words behind labels and behind what papers call a step": (
        HEAD
        + "steps:\n  - choose: thing\n    for the paper: We sail # every day\n    pictures:\n"
        + "      - star: The star # ours\n      - {boat: The boat # mine\n        }\n",
        [f"7:28: {CUT}", f"9:24: {CUT}", f"10:25: {CUT}"],
    ),
    "remarks in a column of their own, and behind names and lists": (
        HEAD.replace("Our road", "Our road   # for the new ones")
        + "steps:\n  - choose: thing # which?\n    take home: no # not this\n    order: as written # by size\n"
        + "    up to: 1 # no more\n    pictures: # of the sea\n      - kite: Ours  # red\n      - boat # blue\n"
        + "    story: # short\n      - look: child # first\n",
        [],
    ),
    "a remark behind a value, and one of a whole line": (HEAD.replace("kite", "kite # red") + "# all\n" + GOOD, []),
    "quotes inside a sentence, and letters of other scripts": (
        HEAD.replace("We walk", "We \u201cwalk\u201d \u042f \u00e4") + GOOD,
        [],
    ),
}


@pytest.mark.parametrize(("text", "sentences"), HINTS.values(), ids=HINTS)
def test_what_is_probably_not_meant_is_said_of_a_good_activity(text, sentences):
    path = Path("our-road.yaml")
    activity = read_text(text, Context(Source(path, text), LIBRARY, "our-road"))
    assert (
        told(hints(path, activity, LIBRARY, lambda words: tuple(s for s in "\U0001f98a\U0001f389" if s in words)))
        == sentences
    )


def test_papers_are_the_pictures_of_ours_as_wide_as_the_sheet_to_draw_on():
    wide = [name for name in LIBRARY.names() if ' viewBox="0 0 740 480"' in LIBRARY.file(name).read_text("utf-8")]
    assert sorted(PAPERS) == wide


def test_a_hint_stands_before_the_good_news(tmp_path):
    (tmp_path / "our-road.yaml").write_text(HEAD.replace("road", "road #2") + GOOD, "utf-8")
    out = StringIO()
    assert check([tmp_path], out) == 0
    assert [line.split("our-road.yaml")[-1] for line in out.getvalue().splitlines() if "our-road" in line] == [
        f":1:17: {CUT}",
        ": good",
    ]


def test_of_very_many_hints_the_first_are_told_and_the_activity_is_good(tmp_path):
    text = (
        HEAD
        + "steps:\n"
        + "".join(f"  - choose: a{i}\n    pictures: [kite: Mine, boat: My \u2603]\n" for i in range(60))
    )
    (tmp_path / "our-road.yaml").write_text(text, "utf-8")
    out = StringIO()
    assert check([tmp_path], out, unprintable=lambda words: ("\u2603",) * ("\u2603" in words)) == 0
    assert out.getvalue().count("No font here") == MOST - 1 and out.getvalue().endswith("our-road.yaml: good\n")


def test_a_choice_of_another_activity_that_stands_at_spots_is_looked_up_there(tmp_path):
    homes, who = (f"steps:\n  - {steps}" for steps in HOMES.format("changed: At the lake").split("  - ")[1:])
    (tmp_path / "a-homes.yaml").write_text(HEAD + homes, "utf-8")
    (tmp_path / "our-road.yaml").write_text(HEAD + who.replace("signs: homes", "signs: a-homes.homes"), "utf-8")
    out = StringIO()
    assert check([tmp_path], out) == 0
    assert "our-road.yaml:6:5: 'a-homes.homes' stands at the spots" in out.getvalue()


def test_our_own_activities_and_the_one_to_begin_with_need_no_hint():
    for path in (*sorted(ACTIVITIES.glob("*.yaml")), TEMPLATE):
        activity = Activity("one", "", "", "", "", (), text=path.read_text("utf-8"))
        assert told(hints(path, activity, LIBRARY)) == [], path


def test_hints_stand_beside_mistakes_and_none_of_a_step_that_has_one(tmp_path):
    text = HEAD.replace("kite", "haus") + SEVEN + "  - choose: wrong\n    order: as I like\n    pictures: [fox, owl]\n"
    text += "  - breathe: slowly\n    from: how\n  - breathe: too-long\n    from: how\n    breaths: 20\n"
    (tmp_path / "our-road.yaml").write_text(text, "utf-8")
    out = StringIO()
    assert check([tmp_path], out) == 1
    told = [line.split("our-road.yaml:")[1] for line in out.getvalue().splitlines() if "our-road.yaml:" in line]
    assert [one.split(":")[0] for one in told if "No mistake" not in one] == ["3", "10", "16"]
    beside = {one.split(":")[0]: one for one in told if "No mistake, and perhaps not what you meant" in one}
    assert list(beside) == ["6", "12"], out.getvalue()
    assert "has 7 pictures" in beside["6"] and "does not come to 'slowly'" in beside["12"]
