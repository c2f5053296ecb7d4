"""What can happen in a visit: the lines of a journal, and what may be told of it at its end.

Plain frozen values. This file knows no mechanic, no clock, no files, no pygame. Days are ISO dates, ids and seeds
are text; a journal holds no time of day.
"""

import re

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from game.core.picture import Picture
from game.core.table import Move, Offered, Outcome, Table

FORMAT = 1
UNLOCK = re.compile(
    r"""^["']?unlock["']? *:""", re.MULTILINE
)  # the key of what is sensitive, in the text of an activity
NOBODY_YET = "hedgehog"  # keeps the door until the child has a companion of its own; it can never be one itself
TRAVELLER, ANIMAL, THING = "my-traveller", "animal", "thing"  # the activity and results that name a traveller

ASLEEP, TRAIL, STEP, HOME, GATE, CLOSED = "asleep", "trail", "step", "home", "gate", "closed"  # where a visit can be
ONWARD, REST, WAKE, AGAIN = "onward", "rest", "wake", "again"  # ways to go, beside TRAIL, HOME and GATE
DONE, PASSED_BY, STOPPED, LOOKED_IN = "done", "passed by", "stopped", "looked in"


class Stop(Struct, frozen=True):
    """An activity on this visit's trail."""

    activity: str
    title: str
    cover: str
    chapter: int = 0


class Plan(Struct, frozen=True, omit_defaults=True):
    """How many visits are planned (0: nobody knows), which of them were missed (the 3rd: 3), whether they pause.

    `last`: the grown-up has made this visit the last one. Only then does the gate at the end of the trail open.
    `added`: for which of those that were missed one more was planned at the end; `planned` counts it.
    `may_return`: the grown-up has said that the child can come back after the last one. `may_show`: what is sensitive
    may be told in the summary, and go home where the child says so, too (`take home: agreed`).
    """

    planned: int = 0
    missed: tuple[int, ...] = ()
    paused: bool = False
    last: bool = False
    added: tuple[int, ...] = ()
    may_return: bool = False
    may_show: bool = False

    def left_after(self, number: int) -> int:
        """How many of those planned are left after the visit of this number; none is less than none, and after the last
        one none is.
        """
        return 0 if self.last else max(0, self.planned - number - len(self.missed))

    def with_more(self, said: "Plan") -> "Plan":
        """The same with what is said besides: another number, more that were missed, and whatever else is so."""
        return replace(
            self,
            planned=said.planned or self.planned,
            missed=tuple(sorted({*self.missed, *said.missed})),
            paused=self.paused or said.paused,
            last=self.last or said.last,
            may_return=self.may_return or said.may_return,
            may_show=self.may_show or said.may_show,
        )


class Begun(Struct, frozen=True, tag="begun", omit_defaults=True):
    """The first line: whose visit it is, which stops its trail has, and the picture in the envelope ("": none).

    `quiet`: the grown-up has said that it looks so that nobody is too old for it (`play/look.py`). `personal`: the
    pictures for this traveller alone, by their content. `sound`, `still`: the grown-up has said so for this traveller;
    None: it is as it is for everybody.
    """

    traveller: str
    number: int
    day: str
    band: str
    stops: tuple[Stop, ...]
    seed: str
    format: int = msgspec.field(default_factory=lambda: FORMAT)  # a factory's value is always written down
    plan: Plan = Plan()
    envelope: str = ""
    quiet: bool = False
    personal: tuple[str, ...] = ()
    sound: bool | None = None
    still: bool | None = None

    def plan_on(self, day: str) -> Plan:
        """The plan as it goes on: a visit that was made the last one is so on its own day only."""
        return self.plan if day == self.day else replace(self.plan, last=False)


class Prepared(Struct, frozen=True, tag="prepared", omit_defaults=True):
    """The grown-up has changed, during a visit, what is ready for it; `band` "": it is as it was."""

    stops: tuple[Stop, ...]
    plan: Plan
    envelope: str
    band: str = ""
    quiet: bool = False
    personal: tuple[str, ...] = ()
    sound: bool | None = None
    still: bool | None = None


class Opened(Struct, frozen=True, tag="opened", omit_defaults=True):
    """An activity was opened; its text is kept so that this journal can be read for ever. `untold`: no paper says what
    was done in it; `always_told`: the summary does, whatever goes home.
    """

    activity: str
    title: str
    purpose: str
    text: str
    untold: bool = False
    always_told: bool = False

    @property
    def sensitive(self) -> bool:
        """True where its text says that it is opened for each visit anew."""
        return UNLOCK.search(self.text) is not None


class Arrived(Struct, frozen=True, tag="arrived"):
    """The child came to a step; the table as it was laid is all that replay needs."""

    activity: str
    step: int
    table: Table


class Moved(Struct, frozen=True, tag="moved"):
    """A move at the step where the child is."""

    move: Move


class Went(Struct, frozen=True, tag="went"):
    """The child went: "wake", "rest", "trail", "onward" (off the last step), "home", "gate", or "again".

    The last is back from the end.
    """

    to: str


class Failed(Struct, frozen=True, tag="failed"):
    """Something broke, inside this activity or ("") elsewhere in the room; the child was led back to the trail.

    `what` is for the grown-up.
    """

    activity: str
    what: str


class StepSummary(Struct, frozen=True, omit_defaults=True):
    """One step as the papers may tell it: its number in the activity, what was offered, and what was chosen.

    `offered` is what has lain before the child, in the order in which it was turned to; `turned` says how much of it
    had lain there before each turn. In records from before that was written down it is all that was on the table.
    `home` is what becomes of the result at home (core/take_home.py; "" in records from before that was written down),
    `says` the sentence that its file has for the papers. `as_written`: what was offered lay in the file's order.
    `quiet`: the child saw it in the quiet look (play/look.py), which `screen` says nothing of. `one_place`: its file
    has one spot alone, so the sentence says where, too. `stays_here`: the spots of which nothing goes home,
    `home_scene` and `home_screen` the scene and the screen without these, where a paper can show it so; `held_back`
    the ids of pictures that lay at such spots before. `one_thing`: nothing else was there to be done it with.
    `from_before` is what an earlier visit has left here, where nothing was touched on this one: of this day there is
    nothing in `rows` then.
    """

    number: int
    result: str
    mechanic: str
    scene: str
    offered: tuple[Offered, ...]
    rows: tuple[Outcome, ...]
    screen: Picture | None = None
    home: str = ""
    says: str = ""
    turned: tuple[int, ...] = ()
    as_written: bool = False
    quiet: bool = False
    one_place: bool = False
    stays_here: tuple[str, ...] = ()
    home_scene: str = ""
    home_screen: Picture | None = None
    held_back: tuple[str, ...] = ()
    one_thing: bool = False
    from_before: tuple[Outcome, ...] = ()

    @property
    def as_it_lies(self) -> "StepSummary":
        """The same with what lies here, on whichever visit that was done."""
        return replace(self, rows=self.rows or self.from_before)


class ActivityPage(Struct, frozen=True):
    """One activity of a visit as the papers may tell it: `how` is "done", "passed by", "stopped", or "looked in" where
    nothing was touched but to see more of it.
    """

    activity: str
    title: str
    how: str
    steps: tuple[StepSummary, ...]


class Ended(Struct, frozen=True, tag="ended"):
    """The visit's end: what it told is written down, and no later change of ours rewrites it.

    A visit is told from here (`play/ended.py`) until the child comes back from its end, which can be on the same day.
    """

    pages: tuple[ActivityPage, ...]


Event = Begun | Prepared | Opened | Arrived | Moved | Went | Failed | Ended
