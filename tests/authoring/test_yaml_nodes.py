"""A text that was read is known again, with a mistake too, which is told in the same words."""

from pathlib import Path

import pytest
import yaml

from game.authoring.mistake import Source
from game.authoring.yaml_nodes import Unreadable, compose

TEXT = "title: A text that no other test reads\nsteps:\n  - choose: stone\n"


@pytest.fixture
def parsed(monkeypatch) -> list[str]:
    """The texts that PyYAML was given."""
    given, loader = [], yaml.BaseLoader
    monkeypatch.setattr(yaml, "BaseLoader", lambda text: given.append(text) or loader(text))
    return given


def test_a_text_is_parsed_once_and_another_one_anew(parsed):
    first, again, other = (compose(text, Source(Path("a.yaml"))) for text in (TEXT, TEXT, f"{TEXT}  - rub: stone\n"))
    assert first == again != other and parsed == [TEXT, f"{TEXT}  - rub: stone\n"]


def test_a_mistake_is_told_each_time_with_what_was_noted_before_it(parsed):
    told = []
    for _ in range(2):
        source = Source(Path("a.yaml"))
        with pytest.raises(Unreadable) as unreadable:
            compose("title: *name\nsteps: [one, two\n", source)
        told.append((unreadable.value.sentence, unreadable.value.place, [m.sentence for m in source.found]))
    assert told[0] == told[1] and "is not closed" in told[0][0] and len(told[0][2]) == 1
    assert len(parsed) == 1
