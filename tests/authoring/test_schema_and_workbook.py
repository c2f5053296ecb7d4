"""The JSON Schema of a workbook and `check` are of one mind."""

from hypothesis import given
from hypothesis import strategies as st

from game.authoring.workbook_reader import read_workbook
from tests.authoring.test_schema_and_check import LIBRARY, misshapen, written
from tests.support.activity_data import ANY, MISSHAPEN
from tests.support.examples import examples
from tests.support.schemas import OF

CHAPTERS = st.one_of(
    st.sampled_from(MISSHAPEN),
    st.lists(
        st.fixed_dictionaries(
            {"title": st.sampled_from(["One", 1, None])},
            optional={
                "activities": st.sampled_from([["one", "two"], ["one.yaml"], *MISSHAPEN]),
                "colour": st.just("x"),
            },
        ),
        max_size=2,
    ),
)


LISTS = st.sampled_from([["one", "two"], ["two", "two"], ["kite"], ["one.yaml"], *MISSHAPEN])
SETS = st.one_of(
    st.sampled_from(MISSHAPEN),
    st.lists(
        st.fixed_dictionaries(
            {"title": st.sampled_from(["One", 1, None])},
            optional={
                "activities": LISTS,
                "one of": LISTS,
                "last visit": st.sampled_from(["yes", "no", True, None, []]),
                "colour": st.just("x"),
            },
        ),
        max_size=2,
    ),
)


@examples(30)
@given(
    st.fixed_dictionaries(
        {},
        optional={"title": st.sampled_from(["Ours", "", []]), "chapters": CHAPTERS, "sets": SETS, "x": ANY},
    )
)
def test_workbooks_are_refused_by_both_or_by_none(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp() / "shelf"
    folder.mkdir(exist_ok=True)
    for name in ("one", "two", "kite", "boat"):
        (folder / f"{name}.yaml").write_text("")
    (folder / "workbook.yaml").write_text(written(data))
    said = [m.sentence for m in read_workbook(folder, LIBRARY, only=[folder / "workbook.yaml"]).mistakes]
    assert OF["workbook"].is_valid(data) is not misshapen(said), (written(data), said)
