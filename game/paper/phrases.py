"""Lists, quotations, dates and ordinals, as each language writes them.

Pure: words in, words out; no files, no paper.
"""

from game.system.language import N_, Translate

ENDS = (".", "!", "?", "\u2026", ":", "\u061f", "\u06d4")  # what ends a sentence, in all scripts that we write


def ended_once(said: str) -> str:
    """A sentence of ours behind which there is a full stop; where its last words end it by themselves, they alone do.

    >>> ended_once("Done: Will it hurt?."), ended_once("Done: Backpack."), ended_once("And then....")
    ('Done: Will it hurt?', 'Done: Backpack.', 'And then...')
    """
    return said[:-1] if said.endswith((".", "\u06d4")) and said[:-1].endswith(ENDS) else said


def without_end(words: str) -> str:
    """The words without what ends them, to stand inside a sentence."""
    return words.rstrip("".join((*ENDS, " ")))


def enumeration(words: list[str], _: Translate) -> str:
    """One after the other: "heart, star"."""
    # Translators: what stands between the words of a list
    return _(", ").join(words)


def quoted(words: str, _: Translate) -> str:
    """Words of a file inside a sentence of ours."""
    # Translators: the quotation marks of your language
    return _("\u201c{words}\u201d").format(words=words)


def all_of(words: list[str], _: Translate) -> str:
    """All of them together: "heart, star and sun"."""
    *some, last = words
    if not some:
        return last
    # Translators: {some} is one word, or a list of them
    return _("{some} and {last}").format(some=enumeration(some, _), last=last) if some else last


def date(day: str, _: Translate) -> str:
    """An ISO day as it is written in this language."""
    year, month, number = day.split("-")
    # Translators: a date in digits, as your readers write it. In Arabic with /, so that it stays in its order.
    return _("{year}-{month}-{day}").format(year=year, month=month, day=number)


ENDINGS = {1: N_("{number}st"), 2: N_("{number}nd"), 3: N_("{number}rd"), 0: N_("{number}th")}


def ordinal(number: int, _: Translate) -> str:
    """A place in a row, in words' short form.

    >>> [ordinal(n, str) for n in (1, 2, 3, 11, 22)]
    ['1st', '2nd', '3rd', '11th', '22nd']
    """
    ending = 0 if 10 < number % 100 < 14 else number % 10
    return _(ENDINGS.get(ending, ENDINGS[0])).format(number=number)
