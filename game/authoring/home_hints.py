"""What is taken home of steps of which nothing can be, or no page: the word stands there and does nothing, or less.

This file knows lines, and activities as they were read.
"""

import re
from collections.abc import Iterator

from game.authoring.step_reader import TAKE_HOME
from game.core.activity import OTHERWISE, PICTURES, STAYS_HERE, VISIT, Activity, Step, yaml_key
from game.core.take_home import LETTER, NO, PAGE, SAID, WEATHER
from game.mechanics import card_mechanic, traits
from game.system.errors import Sentence
from game.system.language import N_

NOTHING_MADE = N_(
    "Of '{step}: {name}' nothing can go home, as nothing is chosen or made there. Write '{key}' in a step where "
    "something is, such as 'choose', 'place' or 'draw'."
)
ONLY_SEEN = N_(
    "Of '{step}: {name}' nothing can go home, as there is only something to see. Leave '{key}' out: a whole sentence "
    "after 'for the paper' stands on the certificate."
)
NOTHING_LIT = N_(
    "Of '{step}: {name}' nothing can go home, as no picture is lit there. Name some, such as 'pictures: [candle]', or "
    "write '{key}' in another step."
)
STAYS_ANYWAY = N_(
    "Of '{step}: {name}' nothing goes home, so '{key}' changes nothing. Write '{home}: page' or "
    "'{home}: card' beside it."
)
NOTHING_AT_ALL = N_(
    "Nothing here goes home by itself. Below a step in which something is lit, tried or breathed with, "
    "'{key}: {word}' makes a page of it; of a way and of what is only watched there is none."
)
AROUND_A_LETTER = N_(
    "What is drawn in '{step}: {name}' can stand around your letter, and has no page of its own. Where the child's own "
    "letter shall go home, write '{key}: {word}'."
)
IN_A_LETTER = N_(
    "What is made in '{step}: {name}' can stand around your letter, and has no page of its own. Where it shall "
    "have one, write '{key}: {word}'."
)
ON_NO_PAPER = N_(
    "Of '{step}: {name}' nothing goes home: there is no paper of this name any more. Write '{key}: {word}' for a "
    "page of it."
)
OF_VISITS = (f"{VISIT}.lanterns", f"{VISIT}.benches")  # what stands there for each visit
OF_ALL = re.compile(rf"^{TAKE_HOME}:\s*([\w-]+)")


def of_steps_without(activity: Activity) -> Iterator[tuple[Step, Sentence]]:
    """The steps that say what becomes of something at home, and make nothing, or lend it to a letter alone."""
    for step in activity.steps:
        if step.home not in ("", NO, SAID) and (said := _why_nothing(step)):
            yield step, Sentence(said, step=step.mechanic, name=step.result, key=TAKE_HOME)
        elif step.home in (LETTER, WEATHER):
            yield step, Sentence(_no_page(step), step=step.mechanic, name=step.result, key=TAKE_HOME, word=PAGE)


def of_held_back(activity: Activity) -> Iterator[tuple[Step, Sentence]]:
    """The steps that say of what they hold back, and nothing of them goes home."""
    for step in activity.steps:
        if step.written.named(STAYS_HERE) and step.home in ("", NO):
            key = yaml_key("stays_here")
            yield step, Sentence(STAYS_ANYWAY, step=step.mechanic, name=step.result, key=key, home=TAKE_HOME)


def _no_page(step: Step) -> str:
    if step.home == WEATHER:
        return ON_NO_PAPER
    return AROUND_A_LETTER if step.mechanic == card_mechanic() else IN_A_LETTER


def of_all(activity: Activity, lines: list[str]) -> Iterator[tuple[int, Sentence]]:
    """The line in which the file says so of all steps, where it holds for none."""
    if not activity.title or any(step.home not in ("", NO, SAID) for step in activity.steps):
        return
    found = ((number, OF_ALL.match(line)) for number, line in enumerate(lines, 1))
    for number, word in found:
        if word and word[1] != NO:
            yield number, Sentence(NOTHING_AT_ALL, key=TAKE_HOME, word=PAGE)


def _why_nothing(step: Step) -> str:
    its = traits(step.mechanic)
    if its.only_shows:
        return ONLY_SEEN
    if not its.in_order:
        return ""
    if not its.told_bare:
        return NOTHING_MADE
    named = any(step.written.of_kind(PICTURES)) or any(step.written.of_kind(OTHERWISE))
    return "" if named or {*step.references()} - {*OF_VISITS} else NOTHING_LIT
