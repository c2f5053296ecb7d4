"""What can be pressed or typed into at the desk: each a small frozen value, which the open screen matches.

This file knows plain values and nothing of what a screen does with them. The keys of the keyboard on the glass are in
`text/screen_keyboard.py`, since no screen ever sees them.
"""

from enum import Enum, auto
from pathlib import Path

from msgspec import Struct


class Command(Enum):
    """What needs nothing else to be said."""

    BACK = auto()  # Escape says it too
    ENTER = auto()  # in a box of one line
    CLOSE_PROGRAM = auto()
    # Today
    NEW_TRAVELLER = auto()
    HAND_OVER = auto()
    GO_BACK = auto()  # to the visit that goes on
    END_VISIT = auto()
    ANOTHER_VISIT = auto()  # on the same day
    END_AND_HAND_OVER = auto()  # the visit of somebody else
    ADD_WORDS = auto()
    FEWER_VISITS = auto()
    MORE_VISITS = auto()
    MISSED_VISIT = auto()
    UNDO_MISSED = auto()
    PAUSE = auto()
    LAST_VISIT = auto()
    MAY_RETURN = auto()
    MAY_SHOW = auto()
    # Travellers
    EVERYBODY = auto()
    MORE_TRAVELLERS = auto()
    PAPERS = auto()
    EXPORT = auto()
    DELETE = auto()
    KEEP = auto()
    DELETE_FOR_GOOD = auto()
    # papers
    LARGER = auto()
    PRINT = auto()
    PRINT_AGAIN = auto()
    SHOW = auto()
    SAVE = auto()
    KEEP_PRIVATE = auto()
    BEGIN_LETTER = auto()
    # Activities
    ALL_ACTIVITIES = auto()
    PREVIEW = auto()
    EDIT = auto()
    COPY_ACTIVITY = auto()
    BEGIN_ACTIVITY = auto()
    MAKE_ACTIVITY = auto()
    CANCEL = auto()
    # Settings, and the PIN before the desk
    SET_PIN = auto()
    TAKE_PIN_AWAY = auto()
    WIPE = auto()
    DELETE_DIGIT = auto()


class ShowTab(Struct, frozen=True):
    """The screen of this tab."""

    name: str


class ShowSection(Struct, frozen=True):
    """The part of what is ready for a visit, on Today."""

    name: str


class ChooseTraveller(Struct, frozen=True):
    """The traveller of this id."""

    id: str


class ShowVisit(Struct, frozen=True):
    """The traveller's visit of this number."""

    number: int


class WhoIs(Struct, frozen=True):
    """Who a picture of the open visit is; the key of `core/own_words.py`."""

    key: str


class CopyNote(Struct, frozen=True):
    """The visit for the clipboard, in this form of notes."""

    form: str


class TakeAwayPicture(Struct, frozen=True):
    """The picture of this name, from those for this traveller alone."""

    name: str


class ShowsWhat(Struct, frozen=True):
    """What the picture of this name shows, of those for this traveller alone."""

    name: str


class BringRecord(Struct, frozen=True):
    """A record from another machine, from this file."""

    path: Path


class ChooseActivity(Struct, frozen=True):
    """The activity of this name: on Today taken in or left out, among the activities opened."""

    name: str


class DeleteActivity(Struct, frozen=True):
    """The activity in this file, which is the grown-up's own: whether it shall go is asked first."""

    path: Path


class OpenSensitive(Struct, frozen=True):
    """A sensitive activity, for this visit or not."""

    name: str


class ChooseEnvelope(Struct, frozen=True):
    """The own picture of this name, for the envelope or not."""

    name: str


class ChooseFile(Struct, frozen=True):
    """A file with one of these endings is to be chosen, instead of being dropped; its `use` where there are several."""

    endings: tuple[str, ...]
    use: str = ""


class OpenFolder(Struct, frozen=True):
    """This folder, where a file is chosen."""

    path: Path


class TakeFile(Struct, frozen=True):
    """This file is chosen."""

    path: Path


class OpenFile(Struct, frozen=True):
    """A file, in the system's editor."""

    path: Path


class ChoosePaper(Struct, frozen=True):
    """The paper of this name."""

    name: str


class LeaveOut(Struct, frozen=True):
    """The paper of this name, in the set that is printed with one press or not."""

    name: str


class ChoosePicture(Struct, frozen=True):
    """The picture of this name, on the paper or not."""

    name: str


class ShowPage(Struct, frozen=True):
    """The page of this number, the first is 0."""

    number: int


class Choose(Struct, frozen=True):
    """One of several: a setting, or something that is wanted of a visit or a paper, and its new value."""

    what: str
    value: str | float | bool


class TypeDigit(Struct, frozen=True):
    """A digit of the PIN."""

    digit: str


class Field(Struct, frozen=True):
    """A box to type in; `number` tells several of one name apart."""

    name: str
    number: int = 0


TYPED = (Field, WhoIs)  # what a box means: words come, nothing was pressed
