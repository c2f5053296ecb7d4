"""Mistakes that people have made in their activities: each kind once, the broken text beside the exact sentence."""

from io import StringIO
from pathlib import Path

import pytest
from PIL import Image

from game.art.library import Library
from game.authoring.activity_reader import read_activity, read_text
from game.authoring.check import check
from game.authoring.hints import hints
from game.authoring.mistake import Source
from game.authoring.template import TEMPLATE
from game.authoring.values.context import Context
from game.authoring.workbook_reader import read_workbook
from game.core.activity import Activity
from game.core.take_home import OF_OWN_PLACE
from tests.support.story import ACTIVITIES

HEAD = "title: Our road\npurpose: We walk a little.\ncover: kite\nscene: two-banks\n"
OURS = ", ".join(f"'{word}'" for word in OF_OWN_PLACE[:-1]) + f" or '{OF_OWN_PLACE[-1]}'"
GOOD = "steps:\n  - choose: thing\n    pictures: [kite, boat]\n"
LIBRARY = Library()

PUT_ONE = "Put a picture of this name into activities/pictures, or see all: python main.py pictures."
NO_PICTURE = "A picture cannot be looked at; 'look: right' is towards the pictures."
STEPS = {
    "take home, of another kind": (
        "  - choose: thing\n    pictures: [kite, boat]\n    take home: poster\n",
        f"8:16: 'take home' can be 'page', 'card', 'letter' or 'no', or one of our own papers: {OURS}. "
        "'poster' is none of them.",
    ),
    "take home, where nothing is made": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - rub: thing\n    take home: card\n",
        "9:5: 'take home' stands in the step that makes a thing; 'rub' works on what is there already.",
    ),
    "for the paper, and nothing after it": (
        "  - choose: thing\n    pictures: [kite, boat]\n    for the paper:\n",
        "8:19: Nothing stands after 'for the paper'.",
    ),
    "an order of another kind": (
        "  - choose: thing\n    pictures: [kite, boat]\n    order: random\n",
        "8:12: 'order' can only be 'as written'. Leave the key out where each child has an order of its own.",
    ),
    "breaths without an end": (
        "  - breathe: slowly\n    picture: kite\n    breaths: any\n",
        "8:14: 'breaths' needs a number from 1 to 10; 'any' is none. Each takes eight seconds.",
    ),
    "breaths of nothing": (
        "  - breathe: slowly\n    breaths: 3\n",
        "6:5: This step needs 'picture' or 'from', or both: without them there is nothing to offer.",
    ),
    "a place of this activity that is none": (
        "  - place: hopes\n    pictures: [kite, boat]\n    onto: [keep]\n  - choose: one\n    from: hopes.different\n",
        "10:11: 'hopes' has no spot called 'different'. Did you mean 'hopes.keep'?",
    ),
    "otherwise, where nothing comes from earlier": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - decorate: thing\n    with: [star, leaf]\n"
        "    otherwise: [sun]\n",
        "10:5: 'otherwise' means something only beside 'from', which is missing here.",
    ),
    "a bullet before a step": (
        "  \u2022 choose: thing\n    pictures: [kite, boat]\n",
        "6:3: '\u2022' is a bullet of a word processor. Write '- ' instead: a hyphen and a space.",
    ),
    "bullets and a tab in a list": (
        "  - choose: thing\n    pictures:\n      \u2022\tkite\n      - boat\n",
        "8:7: '\u2022' is a bullet of a word processor. Write '- ' instead: a hyphen and a space.",
    ),
    "a dash before a step": (
        "  \u2013 choose: thing\n    pictures: [kite, boat]\n",
        "6:3: '\u2013' is a dash of a word processor, not a hyphen. Write '- ' instead.",
    ),
    "a dash in a name": (
        "  - choose: thing\n    pictures: [kite, jade\u2013stone]\n",
        "7:22: There is no picture called 'jade\u2013stone'. '\u2013' in it is a dash of a word processor. "
        "Write a hyphen, '-'.",
    ),
    "a no-break space before a key": (
        "  - choose: thing\n  \u00a0 pictures: [kite, boat]\n",
        "7:3: This looks like a space and is none: it is a word processor's no-break space. Type it anew.",
    ),
    "quotes around a name": (
        "  - choose: thing\n    pictures: [kite, \u201cboat\u201d]\n",
        "7:22: There is no picture called '\u201cboat\u201d'. '\u201c' is a quote of a word processor. "
        "Leave it out, or write a straight one.",
    ),
    "quotes around words with a colon": (
        "  - choose: thing\n    pictures:\n      - kite: \u201eMine: red\u201c\n      - boat\n",
        "8:20: These are quotes of a word processor. Write straight ones around the words.",
    ),
    "a sign that is not seen": (
        "  - choose: thing\n    pictures: [ki\u200bte, boat]\n",
        "7:16: There is no picture called 'ki\u200bte'. There is a sign in it that cannot be seen. "
        "Delete the word and type it anew.",
    ),
    "a semicolon between names": (
        "  - choose: thing\n    pictures: [kite; boat]\n",
        "7:16: There is no picture called 'kite; boat'. ';' does not part names. Write a comma between them.",
    ),
    "names without brackets": (
        "  - choose: thing\n    pictures: kite, boat\n",
        "7:15: 'pictures' needs a list, not 'kite, boat'. Write [kite, boat], or one on each line after '- '.",
    ),
    "round brackets": (
        "  - choose: thing\n    pictures: (kite, boat)\n",
        "7:15: 'pictures' needs a list, not '(kite, boat)'. Write [kite, boat], or one on each line after '- '.",
    ),
    "a bracket of another kind at the end": (
        "  - choose: thing\n    pictures: [kite, boat)\n",
        "7:15: The list that begins here with '[' is not closed by ']', or a comma is missing.",
    ),
    "a key too far in": (
        "  - choose: thing\n      pictures: [kite, boat]\n",
        "7:7: This line begins further in than its neighbours. "
        "Keys that belong together begin exactly below one another, and a step begins with '- '.",
    ),
    "a key too far out": (
        "  - choose: thing\n   pictures: [kite, boat]\n",
        "7:4: This line does not begin exactly below the line that it belongs to. Count the spaces at its beginning.",
    ),
    "a tab": (
        "\t- choose: thing\n\t  pictures: [kite, boat]\n",
        "6:1: There is a tab here. Write spaces instead: two for each step further in.",
    ),
    "a key in another language": (
        "  - choose: thing\n    bilder: [kite, boat]\n",
        "7:5: A step with 'choose' has no key 'bilder'. It can have 'choose', 'pictures', 'from', 'otherwise', "
        "'order', 'up to', 'story', 'scene', 'take home' and 'for the paper'.",
    ),
    "a key without its s": (
        "  - choose: thing\n    picture: [kite, boat]\n",
        "7:5: A step with 'choose' has no key 'picture'. Did you mean 'pictures'?",
    ),
    "a picture that is only near in letters": (
        "  - choose: thing\n    pictures: [dad, fox, owl]\n",
        f"7:16: There is no picture called 'dad'. {PUT_ONE}",
    ),
    "a short name that is near, of another family": (
        "  - choose: thing\n    pictures: [lamb, fox, owl]\n",
        f"7:16: There is no picture called 'lamb'. {PUT_ONE}",
    ),
    "a picture that is near, and of the family": (
        "  - choose: thing\n    pictures: [baer, fox, owl]\n",
        "7:16: There is no picture called 'baer'. Did you mean 'bear'? "
        "If not, put a picture of this name into activities/pictures, or see all: python main.py pictures.",
    ),
    "a picture that is nothing like any": (
        "  - choose: thing\n    pictures: [moving-van, fox, owl]\n",
        f"7:16: There is no picture called 'moving-van'. {PUT_ONE}",
    ),
    "a label where one name is wanted": (
        "  - draw: thing\n    paper: body-outline: My body\n",
        "7:24: 'paper' takes one name here, without a label: 'body-outline'. "
        "Words that hold a colon are put in quotes.",
    ),
    "a label where one name is wanted, on a line of its own": (
        "  - draw: thing\n    paper:\n      body-outline: My body\n",
        "8:7: 'paper' takes the name of one picture, without a label. Write 'body-outline' alone.",
    ),
    "a story that looks at a picture": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - look: kite\n",
        f"9:15: There is nothing called 'kite' here to look at. {NO_PICTURE} "
        "There are 'left', 'right', 'up', 'down', 'child', 'different' and 'keep'.",
    ),
    "a story that looks at words": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - look: Unser Baum\n",
        f"9:15: There is nothing called 'Unser Baum' here to look at. {NO_PICTURE} "
        "There are 'left', 'right', 'up', 'down', 'child', 'different' and 'keep'.",
    ),
    "a story that looks at a spot, but for a slip": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - look: keeep\n",
        "9:15: There is nothing called 'keeep' here to look at. Did you mean 'keep'?",
    ),
    "a picture with spaces": (
        "  - choose: thing\n    pictures: [fox, jade stone]\n",
        "7:21: There is no picture called 'jade stone'. Did you mean 'jade-stone'?",
    ),
}

FILES = {
    "a wide colon": (
        HEAD.replace("cover:", "cover\uff1a") + GOOD,
        ["3:6: '\uff1a' is a wide colon. Write ': ' instead: a plain colon and a space."],
    ),
    "a no-break space behind the colon": (
        HEAD.replace("cover: ", "cover:\u00a0") + GOOD,
        ["3:7: This looks like a space and is none: it is a word processor's no-break space. Type it anew."],
    ),
    "a key without its colon": (
        HEAD.replace("cover:", "cover") + GOOD,
        ["3:1: There is no colon here. Write a key, a colon, a space and the words."],
    ),
    "no YAML in one step, and mistakes before and after it": (
        HEAD.replace("kite", "kyte") + "steps:\n  - choose: thing\n    pictures: [kite, boat\n  - rub: thingg\n",
        [
            "3:8: There is no picture called 'kyte'. Did you mean 'kite'? "
            "If not, put a picture of this name into activities/pictures, or see all: python main.py pictures.",
            "7:15: The list that begins here with '[' is not closed by ']', or a comma is missing.",
            "8:10: No earlier step of this activity makes 'thingg'. Did you mean 'thing'?",
        ],
    ),
    "a quote that is not closed, and a mistake far below": (
        HEAD.replace("We walk", '"We walk') + GOOD + "    up to: three\n",
        [
            "2:10: This quote is not closed. Write it again where the words end.",
            "8:12: 'up to' needs a number from 1 to 99, or 'any'; 'three' is neither.",
        ],
    ),
    "a word processor's file": (
        "{\\rtf1\\ansi title: Our road}",
        ["1:1: This is a word processor's file (RTF). Save it as plain text in the encoding UTF-8."],
    ),
}

CUT = (
    "What stands after '#' is for you alone, so the words end before it. "
    "Where it belongs to them, put them all in quotes."
)
FORTY = [name for name in LIBRARY.names() if LIBRARY.family(name) != "feelings"][:40]
HOMES = (
    "steps:\n  - choose: homes\n    pictures: [kite, boat]\n  - place: who\n    pictures: [fox, owl]\n"
    "    onto: [{}]\n    signs: homes\n"
)
HINTS = {
    "a number in a title": (HEAD.replace("road", "road #2") + GOOD, [f"1:17: {CUT}"]),
    "a number in a label": (
        HEAD + "steps:\n  - choose: thing\n    pictures:\n      - kite: Number #1\n      - boat\n",
        [f"8:22: {CUT}"],
    ),
    "quotes of a word processor around a title": (
        HEAD.replace("Our road", "\u201cOur road\u201d") + GOOD,
        ["1:8: These are quotes of a word processor: they are printed with the words. Write straight ones, or none."],
    ),
    "a sign that no font has": (
        HEAD.replace("road", "road \U0001f98a") + GOOD,
        ["1:17: No font here has the sign '\U0001f98a': on papers, '?' stands in its place."],
    ),
    "forty pictures in one choice": (
        HEAD + f"steps:\n  - choose: thing\n    pictures: [{', '.join(FORTY)}]\n",
        [
            "6:1: 'thing' has 40 pictures. A small child sees three at a time, and turns to the others. "
            "Fewer are chosen from more easily."
        ],
    ),
    "words for spots at which picked pictures stand": (
        HEAD + HOMES.format("different: At the lake, keep"),
        [
            "8:1: 'homes' stands at the spots in the order in which it was picked, and fewer may have been picked: "
            "at 'different' can stand something else than 'At the lake'. Papers say what stood there, not your words. "
            "Leave out 'signs', or the words."
        ],
    ),
    "spots without words at which picked pictures stand": (HEAD + HOMES.format("different, keep"), []),
    "a remark behind a value, and one of a whole line": (HEAD.replace("kite", "kite # red") + "# all\n" + GOOD, []),
    "quotes inside a sentence, and letters of other scripts": (
        HEAD.replace("We walk", "We \u201cwalk\u201d \u042f \u00e4") + GOOD,
        [],
    ),
}

ASTRAY = {
    "our-road.yml": "An activity's file ends in '.yaml'. Rename it to 'our-road.yaml'.",
    "our-road.YAML": "An activity's file ends in '.yaml'. Rename it to 'our-road.yaml'.",
    "our-road.yaml.txt": "An activity's file ends in '.yaml'. Rename it to 'our-road.yaml'.",
    "our-dog.JPG": "Pictures lie in the folder 'pictures' beside the activities. Move it there.",
    "pictures/our-dog.heic": "A picture is a PNG, JPG or SVG. Open it in a picture program and save it anew as one of "
    "them.",
    "pictures/us.png": "There is another picture called 'us': 'us.jpg'. Rename one of them.",
    "pictures/fox.png": "'fox.png' has the name of one of our pictures, and ours is shown. Rename the file, such as "
    "'my-fox.png', and write its new name in the activity.",
}
IN_FOLDERS = {
    "old/walk.yaml": "Activities in a folder of their own are not read. Move them out, beside the others.",
    "pictures/dogs/one.png": "Pictures in a folder of their own are not found. Move them out, into 'pictures' itself.",
}


@pytest.mark.parametrize(("steps", "sentence"), STEPS.values(), ids=STEPS)
def test_each_kind_of_mistake_in_a_step_is_told_by_its_own_sentence(steps, sentence):
    assert said(f"{HEAD}steps:\n{steps}") == [sentence]


def test_a_scene_is_not_said_to_be_meant_for_what_only_shares_letters():
    (sentence,) = said(HEAD.replace("two-banks", "moving-van") + GOOD)
    assert "Did you mean" not in sentence and "There are, with their spots: " in sentence


@pytest.mark.parametrize(("text", "sentences"), FILES.values(), ids=FILES)
def test_each_kind_of_mistake_in_a_file_is_told_and_the_rest_is_read_on(text, sentences, tmp_path):
    (tmp_path / "our-road.yaml").write_text(text, "utf-8")
    assert told(read_activity(tmp_path / "our-road.yaml", LIBRARY)) == sentences


@pytest.mark.parametrize(("text", "sentences"), HINTS.values(), ids=HINTS)
def test_what_is_probably_not_meant_is_said_of_a_good_activity(text, sentences):
    path = Path("our-road.yaml")
    activity = read_text(text, Context(Source(path, text), LIBRARY, "our-road"))
    assert told(hints(path, activity, lambda words: "\U0001f98a" * ("\U0001f98a" in words))) == sentences


def test_a_hint_stands_before_the_good_news(tmp_path):
    (tmp_path / "our-road.yaml").write_text(HEAD.replace("road", "road #2") + GOOD, "utf-8")
    out = StringIO()
    assert check([tmp_path], out) == 0
    assert [line.split("our-road.yaml")[-1] for line in out.getvalue().splitlines() if "our-road" in line] == [
        f":1:17: {CUT}",
        ": good",
    ]


def test_a_choice_of_another_activity_that_stands_at_spots_is_looked_up_there(tmp_path):
    homes, who = (f"steps:\n  - {steps}" for steps in HOMES.format("keep: At the lake").split("  - ")[1:])
    (tmp_path / "a-homes.yaml").write_text(HEAD + homes, "utf-8")
    (tmp_path / "our-road.yaml").write_text(HEAD + who.replace("signs: homes", "signs: a-homes.homes"), "utf-8")
    out = StringIO()
    assert check([tmp_path], out) == 0
    assert "our-road.yaml:6:1: 'a-homes.homes' stands at the spots" in out.getvalue()


def test_our_own_activities_and_the_one_to_begin_with_need_no_hint():
    for path in (*sorted(ACTIVITIES.glob("*.yaml")), TEMPLATE):
        activity = Activity("one", "", "", "", "", (), text=path.read_text("utf-8"))
        assert told(hints(path, activity)) == [], path


def test_a_file_that_lies_astray_is_told_with_what_mends_it(tmp_path):
    for name in ("our-walk.yaml", "notes.txt", "pictures/us.jpg", *ASTRAY, *IN_FOLDERS):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(HEAD + GOOD if name == "our-walk.yaml" else "")
    found = read_workbook(tmp_path, Library(tmp_path / "pictures")).pictures
    by_name = {Path(one.path).relative_to(tmp_path).as_posix(): one.sentence for one in found}
    assert by_name == ASTRAY | {Path(name).parent.as_posix(): sentence for name, sentence in IN_FOLDERS.items()}


@pytest.mark.parametrize("name", ["nothing.png", "nothing.svg"])
def test_a_picture_of_which_nothing_can_be_seen_is_told(tmp_path, name):
    if name.endswith("png"):
        Image.new("RGBA", (20, 20)).save(tmp_path / name)
    else:
        (tmp_path / name).write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>')
    assert Library(tmp_path).broken("nothing") == (
        f"'{name}' is wholly transparent: nothing of it can be seen. Save it anew."
    )


def said(text: str) -> list[str]:
    """Line, column and sentence of each mistake in an activity."""
    return told(read_text(text, Context(Source(Path("our-road.yaml"), text), LIBRARY, "our-road")))


def told(mistakes) -> list[str]:
    return [f"{mistake.line}:{mistake.column}: {mistake.sentence}" for mistake in mistakes]
