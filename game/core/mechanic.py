"""The contract of a mechanic: the names that each file in `mechanics/` must have, and who asks for them.

A mechanic is a module, not a class: `Mechanic` says what the module holds. A type checker and
`tests/mechanics/test_contract.py` compare every file with it. What most mechanics leave at its default stands in
`Traits` and `DemoPolicy`. Pure: no clock, no files, no pygame; no mechanic is known by name here.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Protocol, TypeVar, runtime_checkable

from msgspec import Struct

from game.core.activity import PICTURES, MechanicStep
from game.core.ids import Id, Option
from game.core.picture import Picture
from game.core.table import Hand, Hands, Move, Outcome, Table, Touch


class Tone(StrEnum):
    """A soft sound, by its file's name in `assets/sounds`. None sounds like an error or like praise."""

    PRESS = "press"
    LIFT = "lift"
    LAY = "lay"
    PUT_BACK = "put-back"
    TURN = "turn"
    ONWARD = "onward"
    WAKE = "wake"
    GLOW = "glow"
    CHIME = "chime"
    ANSWER = "answer"


class Traits(Struct, frozen=True):
    """What the program asks a mechanic about itself.

    `heading`: what is done in a step, in a word for the papers, such as N_("Rubbing").
    `tones`: what a move sounds like, by the word in `Move.do`; a move that is not here lays something down
    (`play/tones.py`).
    `echo`: a second press on the same place within half a second is the first one's echo and does nothing; False
    where pressing again quickly means something (`play/echo.py`).
    `in_order`: what is offered stands along a way, in the order in which it came, and the way can be gone without it;
    else a step that has nothing to offer is left out, and the order is the traveller's own (`play/deal.py`,
    `play/tap_effect.py`, the demonstration).
    `each_in_turn`: of several pictures each has its turn, in the order in which they were chosen (`play/deal.py`).
    `instead`: the picture that it takes where only people were chosen and its file names no other; "": it takes people,
    too (`play/deal.py`).
    `looks_back`: of what another activity made there is offered what the first visit that has any has left of it; else
    the latest (`play/deal.py`).
    `makes_pictures`: what was chosen here is a picture that the child has made; papers show it large
    (`paper/everything.py`, `paper/chosen_words.py`).
    `by_hand`: the gesture can be shown by a hand only; the ghost hand comes even where the step has a little story
    (`play/new_screen.py`).
    `only_shows`: there is nothing to choose; whoever has been here was shown it (`play/visit_pages.py`,
    `paper/words.py`).
    `goes_home`: something is made here, so the child takes a page of it home unless its file says otherwise
    (`authoring/activity_reader.py`).
    `enters`: what it works on becomes the page itself, where it is a picture of a scene (`play/step_scene.py`).
    `chooses`: something is chosen here; of a step where nothing is, such as a breath, the summary on one page does not
    speak (`paper/chosen_words.py`).
    `comes_along`: what this was done to is in the companion's paws from then on, between activities (`play/record.py`).
    `lays`: the word in `Move.do` by which what is tapped goes where it belongs by itself: a tap on it there right
    after is the other half of "tap, then tap", and does not undo it (`play/session.py`).
    `told`, `told_at`: what the therapist's notes say of what was done, such as N_("Tried {pictures}"), and of what was
    laid on a place; "": it was chosen, and laid there (`paper/chosen_words.py`).
    `deed`: what a certificate says to the child where such a step goes home, {what} being what its file calls it, such
    as N_("You tried something for {what}."); "": that something was chosen (`paper/what_was_done.py`).
    `nothing`: what is said of such a step where nothing was done, such as N_("nothing was laid"); "": nothing was
    chosen (`paper/words.py`).
    `told_bare`: the same where it was done and no picture stands for it; "": then nothing is said.
    `named_bare`: how that is called behind a sentence of the file, such as N_("lights").
    `named_alone`: what stands behind such a sentence of the one thing with which it could be done, such as N_("lit");
    "": the thing's name (`paper/chosen_words.py`).
    `by_name`: where its file has no sentence for the papers, its name is that, if it is several words, such as
    `what-we-do` (`authoring/step_reader.py`).
    `cue`: what is done in such a step, in whole sentences, for somebody who does not see it (`paper/cue_sheets.py`).
    `draws_cards`: a blank card opens as a step of this mechanic. One mechanic has it (`play/deal.py`).
    """

    heading: str
    tones: Mapping[str, Tone] = {}
    echo: bool = True
    in_order: bool = False
    each_in_turn: bool = False
    instead: str = ""
    looks_back: bool = False
    makes_pictures: bool = False
    by_hand: bool = False
    enters: bool = False
    goes_home: bool = False
    chooses: bool = True
    only_shows: bool = False
    comes_along: bool = False
    lays: str = ""
    told: str = ""
    told_at: str = ""
    deed: str = ""
    told_bare: str = ""
    named_bare: str = ""
    named_alone: str = ""
    nothing: str = ""
    by_name: bool = False
    cue: str = ""
    draws_cards: bool = False


class DemoPolicy(Struct, frozen=True):
    """How the demonstration plays a step: from `least` to `most` actions, as many as chance says.

    `all_own`: at least as many as there are pictures from earlier choices. `again`: a picture can be taken more than
    once. `paper` is the area on which lines are drawn, each with one of the `tools`; None where nothing is drawn.
    """

    least: int = 3
    most: int = 6
    all_own: bool = False
    again: bool = False
    paper: Id | None = None
    tools: tuple[Id, ...] = ()


StepType = TypeVar("StepType", bound=MechanicStep, covariant=True)
StateType = TypeVar("StateType", bound=Struct)


@runtime_checkable
class Mechanic(Protocol[StepType, StateType]):
    """One thing that a child can do. `touch`, `after` and `view` are pure; live play and replay both use them."""

    @property
    def Step(self) -> type[StepType]:
        """The YAML keys of a step; one field has the file's name. Read by `authoring/` and by `play/take.py`."""

    @property
    def State(self) -> type[StateType]:
        """What a step remembers; `State()` is the start. It is written to journals as plain data."""

    @property
    def TRAITS(self) -> Traits:
        """What is particular about this mechanic."""

    def touch(self, table: Table, state: StateType, hand: Hand | None, touch: Touch) -> Move | Hand | None:
        """What a finger's touch comes to: a Move is kept, a Hand is in the air, None is nothing.

        `hand` is what this finger, or an earlier tap, holds. Called by `play/session.py`, and by `play/tap_effect.py`
        to find what keyboard and switch can reach.
        """

    def after(self, table: Table, state: StateType, move: Move) -> StateType:
        """The state after a move; the only way in which it changes. Called by `play/replay.py`."""

    def view(self, table: Table, state: StateType, hands: Hands) -> Picture:
        """The screen for this state. Called by `play/screens.py`, and by `play/visit_pages.py` for the papers."""

    def demo(self, table: Table, what: Id | None = None) -> tuple[Touch, ...]:
        """The gesture, as touches: with the picture `what`, or without it a neutral one that favours none.

        The ghost hand shows it (`play/screens.py`), and the demonstration and the tests perform it.
        """

    def demo_policy(self, table: Table) -> DemoPolicy:
        """How the demonstration plays this step (`child/demo/`)."""

    def told(self, table: Table, state: StateType) -> tuple[Outcome, ...]:
        """What the papers may say of this state: pictures with the therapist's labels.

        Called by `play/visit_pages.py`.
        """


AnyMechanic = Mechanic[Any, Any]


def own(table: Table) -> set[Id]:
    """What came from earlier choices and not from the list in the file."""
    listed = {picture.name for pictures in table.step.of_kind(PICTURES) for picture in pictures}
    return {Option(offered.id) for offered in table.offered if offered.id not in listed}
