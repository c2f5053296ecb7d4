"""Where a session keeps its events: what it asks for, not how that is done. No disk, no clock, no pygame."""

from typing import Protocol

from game.core.events import Event


class EventLog(Protocol):
    """Keeps events; `records/journal.py` has one on disk.

    `trouble` is "" or a sentence for the grown-up while events are only in memory, `changed` "" or one that somebody
    else has changed what was kept.
    """

    trouble: str
    changed: str

    def append(self, event: Event) -> None:
        """Keep the event before anything else sees it. Never raises."""

    def retry(self) -> None:
        """Try once more to write what could not be written. Never raises."""
