"""What a therapist wrote, frozen: Workbook, Chapter, ActivitySet, Activity, Step, and the kinds of thing in a step.

This file knows no YAML, no files, no pygame. A mechanic's Step is made of the kinds below; `values/`
reads each from the file and says in plain words what is wrong with it. A field's name is the key in the
file: `up_to` is `up to`, `from_` is `from`; a field without a default must be there.
"""

import re
from functools import cache
from typing import Annotated, Any, ClassVar

from msgspec import Struct
from msgspec.structs import fields

from game.core.story import Story
from game.core.take_home import NO

ANY = 0  # `up to: any`
EACH = " each"  # what `up to: 1 each` ends with
ONCE_EACH = "once each"  # `again`: at each spot, and at each once
PEOPLE = "people"  # the family of people, with what stands for some
FOR_PEOPLE = ("house", "therapist-chair")
BLANK = "blank-card"  # on which the child draws
BESIDE = ("dont-know", BLANK)  # they lie beside the tray, whatever the band shows
COUNTS = re.compile(
    "(.*-)?[0-9]+|one|two|three|four|five|six|first|second|third|fourth|fifth|sixth"
)  # the name of a spot that is called by a number
CARD_NAME = "card-[0-9]+(-elsewhere)?"  # what a card that a child has drawn is called; nothing else is called so


# What a visit itself has to give: `reveal: visit.envelope`. `play/visit_pictures.py` says what each is.
VISIT = "visit"
VISIT_PICTURES = (
    "afterwards",
    "benches",
    "companion",
    "envelope",
    "first-pictures",
    "lanterns",
    "pages",
    "personal-pictures",
)


class ValueKind(Struct, frozen=True):
    """Marks what a field of a mechanic's Step is, for the reader and for the schema."""

    name: str


class Labelled(Struct, frozen=True):
    """A picture's or a spot's name, with the words for the papers."""

    name: str
    label: str

    @property
    def has_words(self) -> bool:
        """True where somebody has written words for it: they are not its name's."""
        return self.label.casefold() != spoken(self.name).casefold()

    @property
    def only_counts(self) -> bool:
        """True where it has no words, and its name is a number alone, such as "two" or "stone-2"."""
        return not self.has_words and COUNTS.fullmatch(self.name) is not None


NEW_NAME, REFERENCE, SPOTS = ValueKind("new name"), ValueKind("reference"), ValueKind("spots")
SIGNS, EARLIER_NAME, AGAIN = ValueKind("signs"), ValueKind("earlier name"), ValueKind("again")
PICTURE, PICTURES, OTHERWISE = ValueKind("picture"), ValueKind("pictures"), ValueKind("otherwise")
STAND_IN = ValueKind("stand-in")
WORDS, AS_WRITTEN, HOW_MANY = ValueKind("words"), ValueKind("as written"), ValueKind("how many")
AT_MOST = ValueKind("at most")
STAYS_HERE, ALONE = ValueKind("stays here"), ValueKind("alone")
ANY_NUMBER = ValueKind("any number")

NewName = Annotated[str, NEW_NAME]
EarlierName = Annotated[str, EARLIER_NAME]
Reference = Annotated[str | tuple[str, ...], REFERENCE]  # an earlier choice, or several
Signs = Annotated[str, SIGNS]  # an earlier choice that stands at the spots
OnePicture = Annotated[str, PICTURE]
StandIn = Annotated[str, STAND_IN]  # one picture for where an earlier choice gives none
Pictures = Annotated[tuple[Labelled, ...], PICTURES]
Otherwise = Annotated[tuple[Labelled, ...], OTHERWISE]  # pictures for where an earlier choice gives none
Yes = Annotated[bool, ValueKind("yes")]
Again = Annotated[bool | str, AGAIN]  # True: as often as one likes; else ONCE_EACH
Spots = Annotated[tuple[Labelled, ...], SPOTS]
StaysHere = Annotated[tuple[str, ...], STAYS_HERE]  # those of the step's spots of which nothing goes home
AnyNumber = Annotated[tuple[str, ...], ANY_NUMBER]  # those of the step's spots for which `up to` does not hold
Alone = Annotated[tuple[str, ...], ALONE]  # those of the step's pictures beside which no other one lies
HowMany = Annotated[int, HOW_MANY]
AtMost = Annotated[int | str, AT_MOST]  # of what can lie there at once; a text of each spot: "1 each"
Breaths = Annotated[int, ValueKind("breaths")]
AsWritten = Annotated[bool, AS_WRITTEN]  # the order of the pictures; else each traveller has its own
Words = Annotated[str, WORDS]  # for the papers


class StepField(Struct, frozen=True):
    """What one key of a mechanic's Step takes: `name` is the field's, `key` stands in the file."""

    name: str
    key: str
    kind: ValueKind
    needed: bool


@cache
def fields_of(step: type[Struct]) -> tuple[StepField, ...]:
    """The keys that a mechanic's Step takes, in the order of the class."""
    return tuple(StepField(f.name, yaml_key(f.name), f.type.__metadata__[0], f.required) for f in fields(step))


def is_card(name: str) -> bool:
    """True for the name of a card that a child has drawn."""
    return re.fullmatch(CARD_NAME, name) is not None


def yaml_key(name: str) -> str:
    """The key in the file for a field of this name.

    >>> yaml_key("up_to"), yaml_key("from_")
    ('up to', 'from')
    """
    return name.rstrip("_").replace("_", " ")


def spoken(name: str) -> str:
    """A name of the workbook as words.

    >>> spoken("what-i-keep")
    'what I keep'
    """
    return re.sub(r"\bi\b", "I", name.replace("-", " "))


OPEN_END = re.compile(r"(?:[\s:\uff1a\u2026]|(?<!\.)\.{2,}(?!\.))+$")  # a colon, and dots for what is still to come


def as_heading(words: str) -> str:
    """What a file calls something, without a colon or dots at the end: what follows brings its own.

    >>> as_heading("Too loud for me:"), as_heading("What helps: ..."), as_heading("It helped.")
    ('Too loud for me', 'What helps', 'It helped.')
    """
    return OPEN_END.sub("", words) or words


class MechanicStep(Struct, frozen=True):
    """What a mechanic's own Step begins with. Its fields are the keys of a step in the file.

    ONE_OF are fields of which at least one must be written, ONLY_WITH pairs of fields, the first of
    which means something only beside the second. NO_MORE_THAN are pairs of lists, the second of which has a place for
    each thing of the first. LEVELS are places in the result beside the spots: what lies on which stone.
    NEEDS are keys of every step that this one cannot be without. LEAST pictures stand in its lists, where no others
    come from earlier: two where one of them is chosen, else one.
    """

    ONE_OF: ClassVar[tuple[str, ...]] = ()
    ONLY_WITH: ClassVar[tuple[tuple[str, str], ...]] = ()
    NO_MORE_THAN: ClassVar[tuple[tuple[str, str], ...]] = ()
    LEVELS: ClassVar[tuple[str, ...]] = ()
    NEEDS: ClassVar[tuple[str, ...]] = ()
    LEAST: ClassVar[int] = 1

    @property
    def pales(self) -> bool:
        """True where a drawing that is taken from earlier lies pale, as one draws over it."""
        return False

    def of_kind(self, kind: ValueKind) -> tuple[Any, ...]:
        """What is written in the fields of this kind, in the order of the class; a field left out has its default."""
        return tuple(getattr(self, field.name) for field in fields_of(type(self)) if field.kind == kind)

    def named(self, kind: ValueKind) -> tuple[str, ...]:
        """The names in the fields of this kind, in one that has several each; what is left out is none."""
        written = ((one,) if isinstance(one, str) else one for one in self.of_kind(kind))
        return tuple(name for names in written for name in names if name)


class Step(Struct, frozen=True):
    """One thing to do: `mechanic` is its file's name, `result` what it makes or adds to, `written` its own Step.

    `story` is what the companion plays here on arrival; () where there is none. `home` is what becomes of the result at
    home (core/take_home.py), `says` the sentence that papers have for the step; "": the usual words.
    """

    mechanic: str
    result: str
    written: MechanicStep
    scene: str = ""
    story: Story = ()
    home: str = NO
    says: str = ""

    def makes_a_name(self) -> bool:
        """True where the result is new, False where the step adds to an earlier one."""
        return any(field.kind == NEW_NAME and field.name == self.mechanic for field in fields_of(type(self.written)))

    def spots(self) -> tuple[Labelled, ...]:
        """The spots that the child can use, with the words for them; () where there are none."""
        return tuple(spot for spots in self.written.of_kind(SPOTS) for spot in spots)

    def places(self) -> tuple[str, ...]:
        """The names after `activity.name.` that a later activity can mean: spots, or levels."""
        return (*(spot.name for spot in self.spots()), *self.written.LEVELS)

    def references(self) -> tuple[str, ...]:
        """The earlier choices whose pictures are offered, as they are written."""
        return self.written.named(REFERENCE)


class Activity(Struct, frozen=True):
    """One YAML file. `locked`: it is on the trail only on visits for which it was opened. `untold`: no paper says what
    was done in it; `always_told`: the summary does, also of what goes home only where that was agreed. `text` is the
    file as it stood, kept so that an old journal can be read for ever.
    """

    name: str
    title: str
    purpose: str
    cover: str
    scene: str
    steps: tuple[Step, ...]
    anew: bool = False
    locked: bool = False
    untold: bool = False
    always_told: bool = False
    text: str = ""

    def made(self, name: str) -> Step | None:
        """The step that makes this name; None where there is none."""
        return next((step for step in self.steps if step.result == name and step.makes_a_name()), None)

    def meant_by(self, reference: str) -> tuple[str, str, str]:
        """The activity, the result and the spot that a reference in this file names, "" for no spot; or VISIT and what
        that gives.
        """
        parts = reference.split(".")
        if len(parts) == 1 or (parts[0] != VISIT and len(parts) == 2 and self.made(parts[0])):
            parts = [self.name, *parts]
        of, result, spot = (*parts, "")[:3]
        return of, result, spot

    def elsewhere(self) -> tuple[str, ...]:
        """The references to what other activities make, or the visit has, each once."""
        kinds = (REFERENCE, SIGNS, EARLIER_NAME)
        named = (name for step in self.steps for kind in kinds for name in step.written.named(kind))
        return tuple(dict.fromkeys(n for n in named if "." in n and self.made(n.split(".")[0]) is None))


class Chapter(Struct, frozen=True):
    """A stretch of the trail."""

    title: str
    activities: tuple[str, ...]


class ActivitySet(Struct, frozen=True):
    """The activities of one kind of visit, chosen at the desk in one press; sensitive ones among them are opened then.

    `one_of`: one of these besides. `last`: it makes the visit the last one.
    """

    title: str
    activities: tuple[str, ...]
    one_of: tuple[str, ...] = ()
    last: bool = False


class Workbook(Struct, frozen=True):
    """The ordered whole, and the sets that a therapist has written besides."""

    title: str
    chapters: tuple[Chapter, ...]
    sets: tuple[ActivitySet, ...] = ()

    def order(self) -> tuple[str, ...]:
        """The activities' names from the door to the gate."""
        return tuple(name for chapter in self.chapters for name in chapter.activities)
