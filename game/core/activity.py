"""What a therapist wrote, frozen: Workbook, Chapter, Activity, Step, and the kinds of thing a step may hold.

This file knows no YAML, no files, no pygame. A mechanic's Step is made of the kinds below; `values/`
reads each from the file and says in plain words what is wrong with it. A field's name is the key in the
file: `up_to` is `up to`, `from_` is `from`; a field without a default must be there. Beside its fields a
mechanic's Step may say ONE_OF, fields of which at least one must be written, and ONLY_WITH, fields that
mean something only beside another one.
"""

from functools import cache
from typing import Annotated, Any

from msgspec import Struct
from msgspec.structs import fields

ANY = 0  # `up to: any`
BESIDE = ("dont-know", "blank-card")  # they lie beside the tray, whatever the band shows


# What a visit itself has to give: `reveal: visit.envelope`. `gifts.py` says what each is.
VISIT, GIFTS = "visit", ("envelope", "first-pictures", "lanterns", "pages")


class ValueKind(Struct, frozen=True):
    """Marks what a field of a mechanic's Step is, for the reader and for the schema."""

    name: str


class Labelled(Struct, frozen=True):
    """A picture's or a spot's name, with the words for the papers."""

    name: str
    label: str


NEW_NAME, SPOTS = ValueKind("new name"), ValueKind("spots")

NewName = Annotated[str, NEW_NAME]
EarlierName = Annotated[str, ValueKind("earlier name")]
Reference = Annotated[str, ValueKind("reference")]
OnePicture = Annotated[str, ValueKind("picture")]
Pictures = Annotated[tuple[Labelled, ...], ValueKind("pictures")]
Yes = Annotated[bool, ValueKind("yes")]
Spots = Annotated[tuple[Labelled, ...], SPOTS]
HowMany = Annotated[int, ValueKind("how many")]


class StepField(Struct, frozen=True):
    """What one key of a mechanic's Step takes: `name` is the field's, `key` stands in the file."""

    name: str
    key: str
    kind: ValueKind
    needed: bool


@cache
def fields_of(step: type[Struct]) -> tuple[StepField, ...]:
    """The keys that a mechanic's Step takes, in the order of the class."""
    return tuple(StepField(f.name, key_of(f.name), f.type.__metadata__[0], f.required) for f in fields(step))


def key_of(name: str) -> str:
    """The key in the file for a field of this name.

    >>> key_of("up_to"), key_of("from_")
    ('up to', 'from')
    """
    return name.rstrip("_").replace("_", " ")


class Step(Struct, frozen=True):
    """One thing to do: `mechanic` is its file's name, `result` what it makes or adds to, `written` its own Step."""

    mechanic: str
    result: str
    written: Any
    scene: str = ""

    def makes_a_name(self) -> bool:
        """True where the result is new, False where the step adds to an earlier one."""
        return any(field.kind == NEW_NAME and field.name == self.mechanic for field in fields_of(type(self.written)))

    def spots(self) -> tuple[Labelled, ...]:
        """The spots that the child can use, with the words for them; () where there are none."""
        return next((getattr(self.written, f.name) for f in fields_of(type(self.written)) if f.kind == SPOTS), ())


class Activity(Struct, frozen=True):
    """One YAML file. `locked`: it is on the trail only on visits for which it was opened. `text` is the file as it
    stood, kept so that an old journal can be read for ever.
    """

    name: str
    title: str
    purpose: str
    cover: str
    scene: str
    steps: tuple[Step, ...]
    anew: bool = False
    locked: bool = False
    text: str = ""

    def made(self, name: str) -> Step | None:
        """The step that makes this name; None where there is none."""
        return next((step for step in self.steps if step.result == name and step.makes_a_name()), None)


class Chapter(Struct, frozen=True):
    """A stretch of the trail."""

    title: str
    activities: tuple[str, ...]


class Workbook(Struct, frozen=True):
    """The ordered whole."""

    title: str
    chapters: tuple[Chapter, ...]

    def order(self) -> tuple[str, ...]:
        """The activities' names from the door to the gate."""
        return tuple(name for chapter in self.chapters for name in chapter.activities)
