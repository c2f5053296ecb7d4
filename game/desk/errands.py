"""What is done beside the desk, whatever screen is open by then: each errand is done, and what came of it is told."""

from collections.abc import Callable

from game.desk.background import Background, Finished, Task
from game.desk.model import DeskModel


class Errand(Task, frozen=True):
    """One errand, by its `number`: of two that are alike both are done."""

    number: int


class Errands:
    """Of this desk: the `background` does them, the `model` tells."""

    def __init__(self, background: Background, model: DeskModel):
        self._background, self._model = background, model
        self._number = 0

    def begin(self, work: Callable[[], str]) -> None:
        """Do this; the sentence that it gives is told."""
        self._model.tell(self._model._("One moment…"))
        self._number += 1
        self._background.ask(Errand(self._number), work, to_the_end=True)

    def take(self, done: Finished) -> bool:
        """True where it was an errand: what has come of it is told."""
        if not isinstance(done.task, Errand):
            return False
        trouble = done.trouble(self._model._)
        self._model.tell(trouble or done.answer, good=not trouble)
        return True
