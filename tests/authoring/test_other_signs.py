"""Signs in place of a hyphen or a comma: each is told once, where it stands, and the rest is read as it was meant."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.list_signs import with_hyphens
from game.authoring.mistake import Source
from tests.support.examples import examples
from tests.support.mistakes import GOOD, HEAD, said

BEGINS = "A step or an entry of a list begins with '- ', a hyphen and a space. Write that instead of '{}'."
A_SPACE = "A step or an entry of a list begins with '- ', a hyphen and a space. Put a space behind the hyphen."
COMMA = "'{}' is not the comma that parts names. Write ',' instead."
TAB = "There is a tab here. Write spaces instead: two for each step further in."
UP_TO = "'up to' needs a number from 1 to 99, or 'any'; 'all' is neither."
# What stands before the first key, what before the others, and the sign.
STEPS = {
    "a star": ("  * ", "    ", "*"),
    "a star without a space": ("  *", "    ", "*"),
    "a star in the first column": ("* ", "  ", "*"),
    "a plus": ("  + ", "    ", "+"),
    "a number": ("  1. ", "    ", "1."),
    "a number, and keys right below its key": ("  1) ", "     ", "1)"),
    "a hyphen without a space": ("  -", "    ", "-"),
    "two hyphens": ("  -- ", "    ", "--"),
    "an arrow": ("  > ", "    ", ">"),
    "the bullet of a bullet's list": ("  o ", "    ", "o"),
}
STAR, NUMBER = BEGINS.format("*"), [BEGINS.format(f"{number}.") for number in range(1, 4)]
ALONE = {
    "stars of a list": (
        "  - choose: it\n    pictures:\n      * kite\n      * boat\n",
        [f"8:7: {STAR}", f"9:7: {STAR}"],
    ),
    "a star of a later step": (
        "  - choose: it\n    pictures: [kite, boat]\n  * rub: it\n  - choose: two\n    from: it\n",
        [f"8:3: {STAR}"],
    ),
    "numbers of all steps": (
        "  1. choose: it\n    pictures: [kite, boat]\n  2. rub: it\n  3. rub: it\n",
        [f"6:3: {NUMBER[0]}", f"8:3: {NUMBER[1]}", f"9:3: {NUMBER[2]}"],
    ),
    "hyphens without a space, and keys right below their keys": (
        "  -choose: it\n   pictures: [kite, boat]\n  -rub: it\n",
        [f"6:3: {A_SPACE}", f"8:3: {A_SPACE}"],
    ),
}
CAPITAL = "The key 'Choose' is written 'choose'."
WORDS = (
    "purpose: |\n  -\tWe walk.\n",
    "purpose: We walk\n  * a little\n",
    "purpose: |\n  * first: we walk\n  1. then: we sit\n",
    'purpose: "We walk:\n    1. here"\n',
    "purpose: |\n  Bring:\n    * a hat\n    * a coat\n",
    "purpose: |\n  Bring:\n  1. paper: two sheets\n  + also: this\n",
    "purpose: >\n  Bring:\n    o hat: one\n",
    "purpose: >-  # what to bring\n  Ask:\n  - Who: you\n  > her: yes\n  -- then: later\n",
    "purpose:\n  |\n  Bring:\n  -\tone\n",
    "purpose: |\n  Bring:\n   \t- one: hat\n   two: coats\n",
    "purpose: 'We\n  bring:\n    * a hat'\n",
    'purpose: "We walk\n  and do:\n    1. here: sit"\n',
)
# Lines that look like a list's; and how they stand, any of them, as words behind a key.
SIGNS = st.sampled_from(["* ", "1. ", "2) ", "o ", "> ", "+ ", "-- ", "-", "-\t", "\t- ", "- ", "# ", "'", '"', ""])
IN, SAID = st.sampled_from(["", "  "]), st.sampled_from(["hat", "hat: one", "Bring:"])
LINES = st.lists(st.tuples(IN, SIGNS, SAID).map("".join), min_size=2, max_size=6)
STYLES = {
    "|2\n  {}": str,
    ">2\n  {}": str,
    "'{}'": lambda words: words.replace("'", "''"),
    '"{}"': lambda words: words.replace('"', '\\"'),
}


@pytest.mark.parametrize(("first", "others", "sign"), STEPS.values(), ids=STEPS)
def test_a_sign_in_place_of_the_hyphen_is_told_alone_and_the_step_is_checked(first, others, sign):
    steps = f"{first}choose: it\n{others}pictures: [kite, boat]\n{others}up to: all\n"
    column = first.index(sign) + 1
    sentence = A_SPACE if sign == "-" else BEGINS.format(sign)
    assert said(f"{HEAD}steps:\n{steps}") == [f"6:{column}: {sentence}", f"8:{len(others) + 8}: {UP_TO}"]


@pytest.mark.parametrize(("steps", "sentences"), ALONE.values(), ids=ALONE)
def test_each_such_sign_is_told_and_nothing_else(steps, sentences):
    assert said(f"{HEAD}steps:\n{steps}") == sentences


@pytest.mark.parametrize(("sign", "sentence"), [("1. ", NUMBER[0]), ("-", A_SPACE), ("* ", STAR)])
def test_so_it_is_where_a_word_processor_has_made_the_first_letter_a_capital(sign, sentence):
    steps = f"  {sign}Choose: it\n     pictures: [kite, boat]\n"
    first, capital = said(f"{HEAD}steps:\n{steps}")
    assert first == f"6:3: {sentence}" and capital.startswith("6:") and capital.endswith(CAPITAL)


@pytest.mark.parametrize("words", WORDS)
def test_in_words_such_signs_are_words(words):
    assert said(HEAD.replace("purpose: We walk a little.\n", words) + GOOD) == []


@examples(40)
@given(LINES, st.sampled_from(list(STYLES)))
def test_whatever_stands_in_words_is_left_as_it_is(lines, style):
    told = STYLES[style]("\n  ".join(lines))
    words = f"purpose: {style.format(told)}\n"
    assert list(yaml.parse(words, yaml.BaseLoader))
    source = Source(Path("words.yaml"), words)
    assert with_hyphens(words, source) == words and not source.found


@pytest.mark.parametrize("words", ["|\n      Bring:\n        * a hat\n", ">-  # all\n     Bring:\n     1. hat: one\n"])
@pytest.mark.parametrize(
    "before",
    [
        "  - choose: it\n    pictures: [kite, boat\n  - rub: it\n    for the paper: ",
        "  * choose: it\n    pictures: [kite, boat]\n  * rub: it\n    for the paper: ",
        "  - choose it\n  -\trub: it\n    for the paper: ",
    ],
)
def test_so_it_is_below_a_mistake(before, words):
    assert said(f"{HEAD}steps:\n{before}{words}") == said(f"{HEAD}steps:\n{before}words\n") != []


def test_below_such_words_a_sign_is_told():
    for words in ("for the paper: |\n      Bring:\n       * a hat\n", "for the paper: it\n"):
        steps = f"  - choose: it\n    {words}    pictures:\n      * kite\n      - boat\n"
        line = 9 + words.count("\n") - 1
        assert said(f"{HEAD}steps:\n{steps}") == [f"{line}:7: {STAR}"]


@pytest.mark.parametrize("before", ["\t- ", "  -\t", "  - \t", "  \t- "])
def test_a_tab_before_a_step_or_behind_its_hyphen_is_told_alone_and_the_step_is_checked(before):
    steps = f"{before}choose: it\n    pictures: [kite, boat]\n    up to: all\n"
    tab = f"{before.index(chr(9)) + 1}: {TAB}"
    assert said(f"{HEAD}steps:\n{steps}") == [f"6:{tab}", f"8:12: {UP_TO}"]
    assert said(f"{HEAD}steps:\n{steps}{steps.replace(': it', ': two')}") == [
        *(f"6:{tab}", f"8:12: {UP_TO}", f"9:{tab}", f"11:12: {UP_TO}"),
    ]


def test_tabs_in_a_list_of_a_step_are_told_alone():
    steps = "  - choose: it\n    pictures:\n\t- kite: A kite\n\t- boat: A boat\n    up to: 1\n"
    assert said(f"{HEAD}steps:\n{steps}") == [f"8:1: {TAB}", f"9:1: {TAB}"]


@pytest.mark.parametrize(
    ("names", "column", "sign"),
    [
        ("[kite\u060c boat]", 20, "\u060c"),
        ("[kite\u060cboat\u060c star]", 20, "\u060c"),
        ("[kite\uff0cboat]", 20, "\uff0c"),
        ("[kite\u3001boat]", 20, "\u3001"),
        ("[kite: \u0637\u0627\u0626\u0631\u0629\u060c boat: \u0642\u0627\u0631\u0628]", 27, "\u060c"),
    ],
)
def test_a_comma_of_another_script_is_told_and_what_it_parts_is_read(names, column, sign):
    told = f"7:{column}: {COMMA.format(sign)}"
    assert said(f"{HEAD}steps:\n  - choose: it\n    pictures: {names}\n") == [told]
    assert said(f"{HEAD}steps:\n  - choose: it\n    pictures: {names}\n    up to: all\n") == [told, f"8:12: {UP_TO}"]


@pytest.mark.parametrize("key", ["onto: [keep\u060c different]", "onto: [keep: \u0647\u0646\u0627\u060c different: x]"])
def test_such_a_comma_between_spots_is_told(key):
    steps = f"steps:\n  - place: it\n    pictures: [kite, boat]\n    {key}\n"
    assert said(HEAD + steps) == [f"8:{key.index(chr(0x60C)) + 5}: {COMMA.format(chr(0x60C))}"]


def test_such_a_comma_behind_a_label_is_told_where_a_name_follows():
    label = "\u0637\u0627\u0626\u0631\u0629\u060c boat"
    steps = f"steps:\n  - choose: it\n    pictures: [kite: {label}]\n"
    assert said(HEAD + steps) == [f"7:16: {COMMA.format(chr(0x60C))}"]


@pytest.mark.parametrize("sign", [";", "\u061b", "\uff1b"])
def test_a_semicolon_parts_no_names(sign):
    (sentence,) = said(f"{HEAD}steps:\n  - choose: it\n    pictures: [kite{sign} boat]\n")
    assert sentence.endswith(f"'{sign}' does not part names. Write a comma between them.")


def test_such_a_comma_within_words_is_theirs():
    words = "\u0637\u0627\u0626\u0631\u0629\u060c \u0642\u0627\u0631\u0628"
    assert said(f"{HEAD}steps:\n  - choose: it\n    pictures: [kite: {words}, boat: {words}]\n") == []


def test_a_list_without_brackets_is_written_with_plain_commas():
    (sentence,) = said(f"{HEAD}steps:\n  - choose: it\n    pictures: kite\u060c boat\n")
    assert sentence.endswith("Write [kite, boat], or one on each line after '- '.")
