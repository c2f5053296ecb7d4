"""Work that would hold the desk up: done beside it, one after the other; of equal tasks the latest counts.

This file knows threads and nothing of what is done in them.
"""

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any

from msgspec import Struct

from game.system.errors import sentence_of
from game.system.language import Translate


class Task(Struct, frozen=True):
    """Names a piece of work. Whoever asks for work has a kind of its own; of equal ones the latest counts."""


class Finished(Struct, frozen=True):
    """What a piece of work has come to: its answer, or the error that it raised."""

    task: Task
    answer: Any = None
    error: BaseException | None = None

    def trouble(self, _: Translate) -> str:
        """What went wrong, in a sentence; "" where nothing did. Whatever breaks beside the desk does not end it."""
        return sentence_of(self.error).said(_) if self.error else ""


class Background:
    """A worker. `ask` begins a piece of work, `done` gives what has come of it since."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, "desk")
        self._asked: dict[Task, Future] = {}
        self._to_the_end: list[Future] = []

    def ask(self, task: Task, work: Callable[[], Any], to_the_end: bool = False) -> None:
        """Do this when there is time; what was asked as the same task and has not begun is not done any more.

        What is to be done `to_the_end` is done though the desk is left meanwhile.
        """
        if task in self._asked:
            self._asked.pop(task).cancel()
        self._asked[task] = self._worker.submit(work)
        if to_the_end:
            self._to_the_end.append(self._asked[task])

    def drop(self, unwanted: Callable[[Task], bool]) -> None:
        """What is not wanted any more and has not begun is not done."""
        for task in [task for task in self._asked if unwanted(task)]:
            if self._asked[task].cancel():
                del self._asked[task]

    def wait(self, seconds: float) -> None:
        """Until a piece of work is finished, or for so long."""
        wait(self._asked.values(), seconds, FIRST_COMPLETED)

    def done(self) -> list[Finished]:
        """What is finished since this was last asked."""
        ready = [task for task, future in self._asked.items() if future.done()]
        return [_done(task, self._asked.pop(task)) for task in ready]

    @property
    def busy(self) -> bool:
        """True while something is not finished, or was not asked for yet."""
        return bool(self._asked)

    def close(self) -> None:
        """Begin nothing more but what must be done, and wait for that alone."""
        for task, future in list(self._asked.items()):
            if future not in self._to_the_end and future.cancel():
                del self._asked[task]
        wait(self._to_the_end)
        self._worker.shutdown(wait=False)


def _done(task: Task, future: Future) -> Finished:
    error = future.exception()
    return Finished(task, None if error else future.result(), error)
