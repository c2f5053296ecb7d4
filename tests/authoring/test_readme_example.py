"""What the README shows as a whole activity is what `check` takes, with nothing to say."""

import re
from io import StringIO

import pytest

from game.authoring.check import check
from tests.paths import PROJECT

EXAMPLES = re.findall(r"```yaml\n(title: .*?)```", (PROJECT / "README.md").read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.partition("\n")[0] for example in EXAMPLES])
def test_each_activity_in_the_readme_is_good_as_it_is(tmp_path, example):
    (tmp_path / "example.yaml").write_text(example, "utf-8")
    out = StringIO()
    assert check([tmp_path], out=out) == 0
    assert out.getvalue().strip().endswith("example.yaml: good") and len(out.getvalue().splitlines()) == 1


def test_its_examples_are_found():
    """Where the README is written anew, they may be fenced in another way."""
    assert len(EXAMPLES) == 2
