"""The JSON Schemas for editors: the kept files are those that the program makes, and each key says what it is."""

import re
from types import SimpleNamespace

import pytest
import yaml
from jsonschema_rs import Draft7Validator, meta

from game import mechanics
from game.art.library import Library
from game.authoring import schema
from game.authoring.activity_reader import NEEDED, SCENE
from game.authoring.template import TEMPLATE
from game.authoring.values import READERS
from game.core.activity import EarlierName, HowMany, MechanicStep, NewName, Pictures
from tests.paths import PROJECT
from tests.support.schemas import OF

ACTIVITIES = PROJECT / "activities"
RENEW = "python main.py schema --out activities/.schema"
SHIPPED = [*sorted(ACTIVITIES.glob("*.yaml")), TEMPLATE]
LIBRARY = Library()


class Editor(yaml.SafeLoader):
    """YAML 1.2, as editors read it: `yes` is a word, keys are words."""

    yaml_implicit_resolvers = {}  # noqa: RUF012


for what, pattern, first in (
    ("null", "~|null|Null|NULL|", "~nN"),
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{what}", re.compile(f"^(?:{pattern})$"), [*first, ""])


# What is kept in the repository


@pytest.mark.parametrize("name", schema.SCHEMAS)
def test_the_kept_schema_is_the_one_that_the_program_makes(name):
    kept = ACTIVITIES / ".schema" / f"{name}.json"
    assert kept.read_text("utf-8") == schema.schema_text(name), f"Renew it: {RENEW}"
    assert meta.is_valid(schema.SCHEMAS[name]())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_file_that_we_ship_names_its_schema_and_is_good_by_it(path):
    text, name = path.read_text("utf-8"), "workbook" if path.stem == "workbook" else "activity"
    assert text.splitlines()[0] == f"# yaml-language-server: $schema=.schema/{name}.json"
    assert [error.message for error in OF[name].iter_errors(yaml.load(text, Editor))] == []


# What it is made from


def test_a_therapist_s_own_picture_is_not_marked_wrong_and_ours_are_completed():
    names = schema.activity()["definitions"]["our-picture"]["enum"]
    assert names == list(LIBRARY.names())
    data = yaml.load((ACTIVITIES / "my-traveller.yaml").read_text("utf-8"), Editor) | {"cover": "Großmutters Hund"}
    assert "Großmutters Hund" not in names and OF["activity"].is_valid(data)


def test_every_key_says_what_it_is():
    made = schema.activity()
    each = [made, *made["properties"]["steps"]["items"]["anyOf"]]
    assert [name for part in each for name, key in part["properties"].items() if not key["description"]] == []
    assert set(schema.FOR) == {*NEEDED, SCENE} and set(READERS.values()) <= set(schema.SHAPES)
    said = " ".join(mechanics.mechanic("rub").__doc__.split("\n")[0].split())
    assert next(s for s in each[1:] if "rub" in s["properties"])["properties"]["rub"]["description"].startswith(said)


def test_a_new_mechanic_is_in_the_schema_by_its_step_alone(monkeypatch):
    class Step(MechanicStep, frozen=True):
        """`sing: song`."""

        ONE_OF = ("to_whom", "from_")
        ONLY_WITH = (("how_often", "from_"),)
        sing: NewName
        to_whom: Pictures = ()
        from_: EarlierName = ""
        how_often: HowMany = 3

    monkeypatch.setattr(mechanics, "names", lambda: ("sing",))
    monkeypatch.setattr(mechanics, "mechanic", lambda name: SimpleNamespace(Step=Step))
    sung = Draft7Validator(schema.activity())
    head = {"title": "Song", "purpose": "We sing.", "cover": "kite", "scene": "two-banks"}
    for step, good in (
        ({"sing": "song", "to whom": ["fox", "owl"]}, True),
        ({"sing": "song", "from": "a.b", "how often": 2}, True),
        ({"sing": "song", "to whom": ["fox", "owl"], "how often": 2}, False),
        ({"sing": "song"}, False),
        ({"from": "a.b"}, False),
        ({"choose": "song", "pictures": ["fox", "owl"]}, False),
    ):
        assert sung.is_valid(head | {"steps": [step]}) is good, step
