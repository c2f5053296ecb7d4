"""A printer as a person sees it: its name, and what keeps it from printing. Pure: no file, no process."""

from msgspec import Struct

from game.system.errors import Sentence
from game.system.language import N_, Translate

READY, PAUSED, CLOSED = "", "paused", "closed"
NO_PAPER, NO_INK, JAMMED, OPEN, OFFLINE = "out of paper", "out of ink", "jammed", "open", "offline"

SENTENCES = {
    READY: N_("The printer '{printer}' is ready."),
    PAUSED: N_("The printer '{printer}' is paused."),
    CLOSED: N_("The printer '{printer}' takes no papers now."),
    NO_PAPER: N_("The printer '{printer}' is out of paper."),
    NO_INK: N_("The printer '{printer}' is out of ink."),
    JAMMED: N_("Paper is stuck in the printer '{printer}'."),
    OPEN: N_("A door of the printer '{printer}' is open."),
    OFFLINE: N_("The printer '{printer}' is switched off or not connected."),
}


class PrintRefused(Exception):
    """The system did not take a paper; `why`, to be put after a colon."""

    def __init__(self, why: Sentence):
        super().__init__(str(why))
        self.why = why


class Unanswered(Exception):
    """The system did not say in time whether it takes a paper."""


class Printer(Struct, frozen=True):
    """A printer; `state` is a key of SENTENCES, `usual` says that the system prints on it unless told otherwise."""

    name: str
    state: str = READY
    usual: bool = False

    @property
    def ready(self) -> bool:
        """Nothing is known that keeps it from printing."""
        return self.state == READY

    def said(self, _: Translate = N_) -> str:
        """How it is, in a sentence.

        >>> Printer("Office", NO_PAPER).said()
        "The printer 'Office' is out of paper."
        """
        return _(SENTENCES[self.state]).format(printer=self.name)
