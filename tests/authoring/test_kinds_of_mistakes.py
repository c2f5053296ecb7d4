"""Mistakes that people have made in their activities: each kind once, the broken text beside the exact sentence."""

import pytest

from game import mechanics
from game.authoring.mistake import one_of
from game.authoring.values.missing import FOR_PEOPLE
from game.core.take_home import OF_OWN_PLACE
from tests.support.mistakes import HEAD, LIBRARY, said

OURS = ", ".join(f"'{word}'" for word in OF_OWN_PLACE[:-1]) + f" or '{OF_OWN_PLACE[-1]}'"

PUT_ONE = "Put a picture of this name into activities/pictures, or see all: python main.py pictures."
ELSE_PUT_ONE = f"If not, {PUT_ONE[0].lower()}{PUT_ONE[1:]}"
PEOPLE = one_of([name for name in LIBRARY.families()[0]["people"] if name not in FOR_PEOPLE], "and")
NO_PICTURE = "A picture cannot be looked at; 'look: right' is towards the pictures."
NO_SIGNS = (
    "'signs' takes the name of an earlier step, and what was chosen there stands at the spots. A picture of your "
    "choice stands at a place of a scene of your own: write 'sign' at the place in the scene's file."
)
STEPS = {
    "take home, of another kind": (
        "  - choose: thing\n    pictures: [kite, boat]\n    take home: poster\n",
        f"8:16: 'take home' can be 'page', 'card', 'page and card', 'letter', 'agreed' or 'no', or one of our own "
        f"papers: {OURS}. "
        "'poster' is none of them.",
    ),
    "so many at each spot, in a step without spots": (
        "  - choose: thing\n    pictures: [kite, boat]\n    up to: 1 each\n",
        "8:12: 'up to' needs a number from 1 to 99, or 'any'; '1 each' is neither.",
    ),
    "none at each spot": (
        "  - place: thing\n    pictures: [kite, boat]\n    onto: [keep]\n    up to: 0 each\n",
        "9:12: 'up to' needs a number from 1 to 99, or 'any'; '0 each' is neither. For each spot by itself write "
        "'1 each'.",
    ),
    "take home, and yes": (
        "  - choose: thing\n    pictures: [kite, boat]\n    take home: yes\n",
        f"8:16: 'take home' can be 'page', 'card', 'page and card', 'letter', 'agreed' or 'no', or one of our own "
        f"papers: {OURS}. "
        "'yes' is none of them. Leave the key out: then it is a page. In an activity with 'unlock' or 'on papers' "
        "write 'page'.",
    ),
    "all spots, in a word": (
        "  - walk: way\n    along: all\n",
        "7:12: 'along' needs a list, not 'all'. Write [different, keep, far-gate], or one on each line after '- '.",
    ),
    "one spot, and no list": (
        "  - walk: way\n    along: keep\n",
        "7:12: 'along' needs a list, not 'keep'. Write [keep], or one on each line after '- '.",
    ),
    "lanterns that stand nowhere": (
        "  - light: lamps\n    pictures: [candle]\n",
        "6:5: A step with 'light' needs 'along', which is missing here. There are 'different', 'keep' and 'far-gate'.",
    ),
    "a picture that is drawn over, by another key": (
        "  - draw: it\n    over: body-outline\n",
        "7:5: A step with 'draw' has no key 'over'. Did you mean 'on'?",
    ),
    "how the companion is, as a beat": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - shy: yes\n",
        "9:9: A story has no beat 'shy'. Did you mean 'pose: hiding'?",
    ),
    "how it is, without a key": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - resting\n",
        "9:9: A beat is a key and a word, such as 'look: child'; this is 'resting'. Did you mean 'pose: resting'?",
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
    "otherwise, where one picture stands in": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - breathe: slowly\n    from: thing\n    otherwise: boat\n",
        "10:5: A step with 'breathe' has no key 'otherwise'. What is there where nothing was chosen earlier stands "
        "after 'picture': one picture.",
    ),
    "a list of earlier choices, and one of them there is not": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - choose: one\n    from: [thing, thong]\n",
        "9:19: No earlier step of this activity makes 'thong'. Did you mean 'thing'?",
    ),
    "one of them twice": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - choose: one\n    from: [thing, thing]\n",
        "9:19: 'thing' is here twice; it stands already in line 9.",
    ),
    "labels of earlier choices": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - choose: one\n    from: [thing: Mine]\n",
        "9:12: 'from' takes the names of earlier steps alone, without words for them: [one, another].",
    ),
    "no earlier choice in a list": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - choose: one\n    from: []\n",
        "9:11: 'from' is empty. Write the name of an earlier step, or several in a list.",
    ),
    "places of a choice": (
        "  - choose: food\n    pictures: [kite, boat]\n    onto: keep\n",
        "8:5: A step with 'choose' has no key 'onto'. What is laid onto places of the scene is laid in a step with "
        "'place': write 'place: food' for it, and 'onto: [keep]'. 'up to' can stand there, too.",
    ),
    "several places of a choice": (
        "  - choose: food\n    pictures: [kite, boat]\n    onto: [keep, different]\n",
        "8:5: A step with 'choose' has no key 'onto'. What is laid onto places of the scene is laid in a step with "
        "'place': write 'place: food' for it, and 'onto: [keep, different]'. 'up to' can stand there, too.",
    ),
    "places where one lies on a sheet": (
        "  - draw: letter\n    onto: kite\n",
        "7:5: A step with 'draw' has no key 'onto'. Did you mean 'on'?",
    ),
    "so many of what is used": (
        "  - use: tool\n    pictures: [kite, boat]\n    up to: 2\n",
        "8:5: A step with 'use' has no key 'up to'. So many are chosen in a step before it: write '- choose: NAME' "
        "with 'up to' there, and 'from: NAME' here.",
    ),
    "a key of other steps": (
        "  - choose: thing\n    pictures: [kite, boat]\n    between: yes\n",
        "8:5: A step with 'choose' has no key 'between'. It can have 'choose', 'pictures', 'from', 'otherwise', "
        "'order', 'up to', 'alone', 'story', 'scene', 'take home' and 'for the paper'. 'between' stands in a step "
        "with 'place'.",
    ),
    "stickers by another word": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - decorate: thing\n    stickers: [star]\n",
        "9:5: A step with 'decorate' has no key 'stickers'. Did you mean 'with'?",
    ),
    "a number by another word": (
        "  - choose: thing\n    pictures: [kite, boat]\n    at most: 2\n",
        "8:5: A step with 'choose' has no key 'at most'. Did you mean 'up to'?",
    ),
    "places by another word": (
        "  - light: them\n    onto: [keep]\n",
        "7:5: A step with 'light' has no key 'onto'. Did you mean 'along'?",
    ),
    "a sign in a step": (
        "  - place: hopes\n    pictures: [kite, boat]\n    onto: [keep]\n    sign: boat\n",
        "9:5: A step with 'place' has no key 'sign'. What was chosen in an earlier step stands at the spots behind "
        "'signs'. A picture of your choice stands at a place of a scene of your own, as 'sign' of the place in that "
        "scene's file.",
    ),
    "brackets around one picture": (
        "  - draw: where\n    on: [kite: A kite]\n",
        "7:9: 'on' takes the name of one picture, without brackets. Write 'kite' alone.",
    ),
    "a place of this activity that is none": (
        "  - place: hopes\n    pictures: [kite, boat]\n    onto: [keep]\n  - choose: one\n    from: hopes.different\n",
        "10:11: 'hopes' has no spot called 'different'. Did you mean 'hopes.keep'?",
    ),
    "what was chosen earlier among the pictures": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - decorate: thing\n    with: [thing]\n",
        "9:12: 'thing' is what a child chose earlier, no picture: that stands after 'from'. Write 'from: thing'.",
    ),
    "what was chosen earlier for the pictures": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - choose: other\n    pictures: thing\n",
        "9:15: 'thing' is what a child chose earlier, no picture: that stands after 'from'. Write 'from: thing'.",
    ),
    "a step that only shares letters with one": (
        "  - dance: thing\n",
        f"6:5: A step needs {one_of(mechanics.names())}; 'dance' is none of them.",
    ),
    "pictures for the spots": (
        "  - place: hopes\n    pictures: [kite, boat]\n    onto: [keep]\n    signs: [boat, kite]\n",
        f"9:12: {NO_SIGNS}",
    ),
    "a picture for the spot": (
        "  - place: hopes\n    pictures: [kite, boat]\n    onto: [keep]\n    signs: boat\n",
        f"9:12: {NO_SIGNS}",
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
    "one name without brackets, where one is enough": (
        "  - use: candle\n    pictures: kite\n",
        "7:15: 'pictures' needs a list, not 'kite'. Write [kite], or one on each line after '- '.",
    ),
    "one picture, where one is chosen": (
        "  - choose: thing\n    pictures: [kite]\n",
        "7:15: 'pictures' needs at least two pictures: with fewer there is nothing to choose.",
    ),
    "a feeling among things": (
        "  - choose: thing\n    pictures: [kite, sad, boat]\n",
        "7:22: 'sad' is a feeling. Where there are feelings, 'dont-know' and 'blank-card' lie beside them. Add "
        "'dont-know' and 'blank-card'.",
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
    "a key in another language": (
        "  - choose: thing\n    bilder: [kite, boat]\n",
        "7:5: A step with 'choose' has no key 'bilder'. It can have 'choose', 'pictures', 'from', 'otherwise', "
        "'order', 'up to', 'alone', 'story', 'scene', 'take home' and 'for the paper'.",
    ),
    "a key without its s": (
        "  - choose: thing\n    picture: [kite, boat]\n",
        "7:5: A step with 'choose' has no key 'picture'. Did you mean 'pictures'?",
    ),
    "a picture that is only near in letters": (
        "  - choose: thing\n    pictures: [dab, fox, owl]\n",
        f"7:16: There is no picture called 'dab'. {PUT_ONE}",
    ),
    "a short name that is near, of another family": (
        "  - choose: thing\n    pictures: [lamb, fox, owl]\n",
        f"7:16: There is no picture called 'lamb'. {PUT_ONE}",
    ),
    "a long name that is near, of another family": (
        "  - choose: thing\n    pictures: [mouse, fox, owl]\n",
        f"7:16: There is no picture called 'mouse'. {PUT_ONE}",
    ),
    "a long name that is near, in the family of no other one": (
        "  - choose: thing\n    pictures: [mousy, house]\n",
        f"7:16: There is no picture called 'mousy'. {PUT_ONE}",
    ),
    "a slip in a long name, of another family": (
        "  - choose: thing\n    pictures: [candel, fox, owl]\n",
        "7:16: There is no picture called 'candel'. Did you mean 'candle'? "
        "If not, put a picture of this name into activities/pictures, or see all: python main.py pictures.",
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
    "somebody under another name": (
        "  - choose: thing\n    pictures: [mummy, house]\n",
        f"7:16: There is no picture called 'mummy'. Did you mean 'mum'? {ELSE_PUT_ONE}",
    ),
    "somebody who can be one of several": (
        "  - choose: thing\n    pictures: [My grandpa, house]\n",
        f"7:16: There is no picture called 'My grandpa'. Did you mean 'grandfather' or 'grandparents'? {ELSE_PUT_ONE}",
    ),
    "somebody who is nobody of ours": (
        "  - choose: thing\n    pictures: [aunt, house]\n",
        f"7:16: There is no picture called 'aunt'. People are {PEOPLE}. {PUT_ONE}",
    ),
    "several pictures that are not there": (
        "  - choose: thing\n    pictures: [mummy, fox, moving-van, aunt]\n",
        "7:16: There are no pictures called 'mummy', 'moving-van' and 'aunt'. Did you mean 'mum' for "
        f"'mummy'? People are {PEOPLE}. For what is none of these, put a picture of its name into "
        "activities/pictures, or see all: python main.py pictures.",
    ),
    "several pictures that are nothing like any": (
        "  - choose: thing\n    pictures: [moving-van, fox, rocket]\n",
        "7:16: There are no pictures called 'moving-van' and 'rocket'. Put pictures of these names into "
        "activities/pictures, or see all: python main.py pictures.",
    ),
    "a label where one name is wanted": (
        "  - draw: thing\n    paper: body-outline: My body\n",
        "7:24: 'paper' takes one name alone here: 'body-outline'. Words for the papers stand behind 'for the paper', "
        "and words that hold a colon in quotes.",
    ),
    "a label where one name is wanted, on a line of its own": (
        "  - draw: thing\n    paper:\n      body-outline: My body\n",
        "8:7: 'paper' takes the name of one picture, without a label. Write 'body-outline' alone.",
    ),
    "a question in brackets": (
        "  - choose: thing\n    pictures: [fox: Will it hurt?, kite]\n",
        '7:33: Words with a question mark inside brackets are put in quotes, such as "Will it hurt?".',
    ),
    "a picture with spaces": (
        "  - choose: thing\n    pictures: [fox, jade stone]\n",
        "7:21: There is no picture called 'jade stone'. Did you mean 'jade-stone'?",
    ),
}


@pytest.mark.parametrize(("steps", "sentence"), STEPS.values(), ids=STEPS)
def test_each_kind_of_mistake_in_a_step_is_told_by_its_own_sentence(steps, sentence):
    assert said(f"{HEAD}steps:\n{steps}") == [sentence]
