"""What broke in a visit: as an event, which the journal keeps, and as a sentence, which the grown-up reads.

Pure: no clock, no files, no pygame.
"""

from game.core.events import STEP, Failed
from game.play.state import Visit
from game.system.errors import Sentence
from game.system.language import N_


def failed(activity: str, error: Exception) -> Failed:
    """This error broke something in this activity."""
    from traceback import format_exception_only  # only where something broke

    return Failed(activity, "".join(format_exception_only(error)).strip())


def failed_here(visit: Visit, error: Exception) -> Failed:
    """This error broke something where the child is."""
    return failed(visit.activity if visit.place == STEP else "", error)


def failure_sentence(failed: Failed) -> Sentence:
    """What the grown-up should know of what broke."""
    if failed.activity:
        text = N_("Something broke in the activity '{activity}': {what}")
        return Sentence(text, activity=failed.activity, what=failed.what)
    return Sentence(N_("Something broke in the child's room; nothing of the visit is lost: {what}"), what=failed.what)
