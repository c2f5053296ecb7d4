"""What is no mistake and is probably not meant: each kind once, the good text beside the exact sentence."""

from io import StringIO

import pytest

from game.authoring.check import check
from game.authoring.hints import hints
from game.authoring.mistake import MOST
from game.authoring.step_hints import PAPERS
from game.authoring.template import TEMPLATE
from game.core.activity import Activity
from tests.support.hints_told import CUT, hints_told
from tests.support.mistakes import GOOD, HEAD, LIBRARY, told
from tests.support.own_scenes import paint_scene
from tests.support.story import ACTIVITIES

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
LAID_AND_SIGNED = (
    "steps:\n  - place: sounds\n    pictures: [kite, boat]\n    onto: [keep, different]\n"
    "  - place: help\n    pictures: [fox, owl]\n    scene: three-meadows\n    signs: sounds.keep\n    onto: [same]\n"
)
SEVEN = SCALE.replace("moon", "moon, leaf, heart")
HINTS = {
    "a scale of more than all ages see at once": (
        HEAD + SEVEN,
        [
            "6:5: 'how' is in an order of yours and has 7 pictures: a child of 4 or 5 sees three of them at a time, "
            "one of 6 to 8 five, an older one six, and turns to the others. Of 5 or fewer all lie there at once."
        ],
    ),
    "a scale of five, and what lies beside it": (HEAD + BESIDES, []),
    "a scale of six, and what lies beside it": (
        HEAD + BESIDES.replace("moon", "moon, leaf"),
        [
            "6:5: 'how' is in an order of yours and has 6 pictures: a child of 4 or 5 sees three of them at a time, "
            "one of 6 to 8 five, an older one six, and turns to the others. Of 5 or fewer all lie there at once."
        ],
    ),
    "a breath that is left out where nothing was chosen": (
        HEAD + GOOD + "  - breathe: slowly\n    from: thing\n",
        [
            "8:5: A child that has chosen nothing in 'thing' does not come to 'slowly'. It does where 'picture' stands "
            "beside 'from', with a calm picture of your choice, such as 'picture: dandelion'."
        ],
    ),
    "more sounds than there are places for": (
        HEAD
        + LOUD.format("any").replace("  - decorate: loud\n    with: [star, heart]\n", "")
        + "  - place: helps\n    scene: three-meadows\n    pictures: [fox, owl]\n    signs: loud\n"
        + "    onto: [changed, same]\n",
        [
            "9:5: More can be chosen in 'loud' than have a place here: the first 2 stand there, the others nowhere. "
            "Write 'up to: 2' there."
        ],
    ),
    "what can lie at one spot many times, where nothing is filled": (
        HEAD + "steps:\n  - place: who\n    pictures: [fox, owl]\n    again: yes\n    onto: [keep, different]\n",
        [
            "6:5: In 'who' the same picture can lie at one spot many times, as pebbles do. Where it may lie at several "
            "spots, and at each once, write 'again: once each'."
        ],
    ),
    "a breath with a choice among people and things, and what there is for who has chosen people": (
        HEAD + GOOD.replace("boat", "mum") + "  - breathe: slowly\n    from: thing\n    picture: moon\n",
        [],
    ),
    "a breath with a choice of a person or a card, and nothing for whoever has chosen none": (
        HEAD + GOOD.replace("kite, boat", "nobody, blank-card") + "  - breathe: slowly\n    from: thing\n",
        [
            "8:5: A child that has chosen nothing in 'thing' does not come to 'slowly'. It does where 'picture' stands "
            "beside 'from', with a calm picture of your choice, such as 'picture: dandelion'.",
            "8:5: 'nobody' can be chosen in 'thing', and people do not swell with the breath: what else was chosen "
            "does, and 'dandelion' where it was people alone. Where each shall have a breath, leave people out there.",
        ],
    ),
    "a breath with a choice of people alone, in an activity with somebody on its cover": (
        HEAD.replace("cover: kite", "cover: mum")
        + GOOD.replace("kite, boat", "mum, dad")
        + "  - breathe: slowly\n    from: thing\n",
        [
            "8:5: A child that has chosen nothing in 'thing' does not come to 'slowly'. It does where 'picture' stands "
            "beside 'from', with a calm picture of your choice, such as 'picture: dandelion'.",
            "8:5: 'mum' and 'dad' can be chosen in 'thing', and people do not swell with the breath: what else was "
            "chosen does, and 'dandelion' where it was people alone. Where each shall have a breath, leave people out "
            "there.",
        ],
    ),
    "a drawing on what can be nothing, where that step has something for whoever has no photo": (
        HEAD + "steps:\n  - choose: photo\n    from: visit.personal-pictures\n    otherwise: [blank-card, pet]\n"
        "  - draw: letter\n    from: photo\n",
        [
            "9:5: A child that has chosen nothing in 'photo' does not come to 'letter'. It does where 'on' stands "
            "beside 'from', with a picture of your choice."
        ],
    ),
    "a breath with what is chosen in no list": (
        HEAD + "steps:\n  - choose: photo\n    from: visit.personal-pictures\n  - breathe: slowly\n    from: photo\n",
        [
            "8:5: A child that has chosen nothing in 'photo' does not come to 'slowly'. It does where 'picture' stands "
            "beside 'from', with a calm picture of your choice, such as 'picture: dandelion'."
        ],
    ),
    "a breath with what is chosen, nobody alone": (
        HEAD
        + GOOD.replace("kite, boat]", "nobody, blank-card]\n    alone: nobody")
        + "  - breathe: slowly\n    from: thing\n"
        "    picture: dandelion\n",
        [],
    ),
    "words beside what is another thing in the quiet look": (
        HEAD
        + "steps:\n  - choose: it\n    pictures: [butterfly: Butterflies, teddy, star: A spark, cushion: Cushions]\n",
        [
            "6:5: 'butterfly' is another thing in the quiet look (A lightning bolt), and your words, 'Butterflies', "
            "stand beside that, too. Where they do not fit, put a picture of your own into activities/pictures: it is "
            "the same in both."
        ],
    ),
    "friends among people": (
        HEAD + "steps:\n  - choose: who\n    pictures: [parents, grandparents, friend: My friends]\n",
        [
            "6:5: 'friend' is a thing in the quiet look, where people stay people. For somebody, write one of the "
            "people in its place, such as 'child-curly'."
        ],
    ),
    "a way in which two part, for a goodbye to a house": (
        HEAD + "steps:\n  - choose: goodbye\n    pictures: [waving: I wave, no-goodbye, walk: A last walk]\n",
        [
            "6:5: 'waving' and 'no-goodbye': the companion and who keeps the door are seen there, who part from each "
            "other. For a goodbye to a house, a place or a thing put pictures of your own into activities/pictures."
        ],
    ),
    "ways in which two part": (
        HEAD + "steps:\n  - choose: goodbye\n    pictures: [waving, bow, no-goodbye, blank-card]\n",
        [],
    ),
    "friends among things": (HEAD + "steps:\n  - choose: what\n    pictures: [school, friend: My friends]\n", []),
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
    "fewer spots than can be laid at one": (
        HEAD + LAID_AND_SIGNED,
        [
            "9:5: More can be laid in 'sounds.keep' than have a place here: the first stands there, the others "
            "nowhere. Name more places here, or let fewer lie there with 'up to'."
        ],
    ),
    "as many spots as can be laid at one": (
        HEAD + LAID_AND_SIGNED.replace("onto: [", "up to: 1 each\n    onto: [", 1),
        [],
    ),
    "spots without words at which picked pictures stand, one at each": (
        HEAD + HOMES.format("changed, same").replace("boat]", "boat]\n    up to: 2"),
        [],
    ),
    "one spot, which keeps its words": (HEAD + HOMES.format("changed: At the lake"), []),
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
}


@pytest.mark.parametrize(("text", "sentences"), HINTS.values(), ids=HINTS)
def test_what_is_probably_not_meant_is_said_of_a_good_activity(text, sentences):
    assert hints_told(text) == sentences


def test_papers_are_the_pictures_of_ours_as_wide_as_the_sheet_to_draw_on():
    wide = [name for name in LIBRARY.names() if ' viewBox="0 0 740 480"' in LIBRARY.file(name).read_text("utf-8")]
    assert sorted(PAPERS) == wide


def test_a_hint_stands_before_the_good_news(tmp_path):
    (tmp_path / "our-road.yaml").write_text(HEAD.replace("road", "road #2") + GOOD, "utf-8")
    out = StringIO()
    assert check([tmp_path], out) == 0
    assert [line.split("our-road.yaml")[-1] for line in out.getvalue().splitlines() if "our-road" in line] == [
        f":1:17: No mistake, and perhaps not what you meant: {CUT}",
        ": good",
    ]


def test_a_hint_is_told_of_the_activity_and_not_of_the_scene_of_its_name(tmp_path):
    paint_scene(tmp_path / "scenes" / "our-road.png")
    (tmp_path / "our-road.yaml").write_text(HEAD.replace("road", "road #2") + GOOD, "utf-8")
    out = StringIO()
    assert check([tmp_path], out) == 0
    assert out.getvalue().count(CUT) == 1


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
    homes, who = (f"steps:\n  - {steps}" for steps in HOMES.format("changed: Sea, same: Home").split("  - ")[1:])
    (tmp_path / "a-homes.yaml").write_text(HEAD + homes, "utf-8")
    (tmp_path / "our-road.yaml").write_text(HEAD + who.replace("signs: homes", "signs: a-homes.homes"), "utf-8")
    out = StringIO()
    assert check([tmp_path], out) == 0
    assert "our-road.yaml:6:5: No mistake, and perhaps not what you meant: 'a-homes.homes' stands at" in out.getvalue()


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


@pytest.mark.parametrize(
    "steps",
    [
        GOOD.replace("boat", "mum") + "  - breathe: slowly\n    from: thing\n    picture: moon\n",
        "steps:\n  - place: who\n    pictures: [fox, owl]\n    again: once each\n    onto: [keep, different]\n",
        "steps:\n  - place: jars\n    scene: jar-shelf\n    pictures: [pebble-warm, pebble-cool]\n    again: yes\n"
        "    onto: [sad, happy]\n",
    ],
    ids=["a breath with a picture for people", "once each", "jars"],
)
def test_what_is_said_in_full_has_no_hint(steps, tmp_path):
    (tmp_path / "full.yaml").write_text(HEAD + steps, "utf-8")
    out = StringIO()
    assert check([tmp_path / "full.yaml"], out) == 0
    assert out.getvalue().strip().endswith("full.yaml: good") and out.getvalue().count("\n") == 1
