"""Whatever stands in a file, it is an activity or mistakes in its own lines."""

from hypothesis import given
from hypothesis import strategies as st

from game.authoring.activity_reader import read_activity
from game.authoring.mistake import Mistake
from game.core.activity import Activity
from tests.authoring.test_activity_reader import ACTIVITIES, GOOD, LIBRARY, WORRY_STONE, read
from tests.support.examples import examples

WORDS = (
    "---\n",
    ": ",
    "- ",
    "? ",
    "&a ",
    "*a",
    "!x ",
    "kite",
    "../",
    "choose: ",
    "rub: stone\n",
    "from: ",
    "onto: [keep]",
)
BITS = st.sampled_from([*WORDS, *"\n \t:[]{}\"'#|>%\\\r\x85\u2028é良"])


@st.composite
def mutated(draw) -> str:
    """An activity in which some pieces are cut out, doubled or put in."""
    text = draw(st.sampled_from([WORRY_STONE, GOOD, (ACTIVITIES / "when-we-are-done.yaml").read_text("utf-8")]))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        middle = draw(st.one_of(BITS, st.just(""), st.just(text[start:end] * 2), st.text(max_size=3)))
        text = text[:start] + middle + text[end:]
    return text


@examples(40)
@given(st.one_of(mutated(), st.text(), st.lists(BITS).map("".join)))
def test_any_text_is_an_activity_or_mistakes_in_its_own_lines(text):
    found = read(text)
    if isinstance(found, Activity):
        assert found.steps and found.title and found.purpose and LIBRARY.read(found.cover)
        return
    assert found
    for mistake in found:
        assert 1 <= mistake.line <= len(text.splitlines()) + 1 and mistake.column >= 1
        assert mistake.sentence.endswith((".", "?"))
        assert len(str(mistake).splitlines()) in (1, 3)


@examples(10)
@given(data=st.one_of(st.binary(), mutated().map(lambda text: text.encode("utf-16", "replace"))))
def test_any_bytes_are_an_activity_or_mistakes(data, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(data)
    found = read_activity(path, LIBRARY)
    assert isinstance(found, Activity) or (found and all(isinstance(mistake, Mistake) for mistake in found))
