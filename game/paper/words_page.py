"""A page of words: headings with their sentences, lines to write on, and questions that are answered yes or no.

The papers that explain something are made of it, each in a file of its own; all of it stands on one page.
"""

from typing import Any

from msgspec import Struct

from game.paper.options import PaperOptions
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet, SheetPictures, basics
from game.system.language import Translate, words


class Section(Struct, frozen=True):
    """A heading, what is said below it, `asked` with a yes and a no, `lines` by what is written on each, and so many
    `empty` lines to write on.
    """

    heading: str
    said: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    empty: int = 0


def words_page(
    title: str,
    lead: str,
    sections: tuple[Section, ...],
    options: PaperOptions,
    day: str,
    around: dict[str, Any] | None = None,
    pictures: SheetPictures | None = None,
) -> Sheet:
    """The page, ready to be printed; its words are in English, or stay as they are in all languages.

    `around` are the `pictures` that lie around them, as the template has them, None for none.
    """

    def said(language: str) -> dict:
        _ = words(language)
        parts = [_section(one, _) for one in sections]
        return {"title": _(title), "lead": _(lead), "sections": parts, "yes": _("yes"), "no": _("no")}

    return Sheet("words-page", basics(options) | in_both(options, said) | {"around": around}, pictures or {}, day)


def _section(one: Section, _: Translate) -> dict:
    parts = {part: [_(sentence) for sentence in getattr(one, part)] for part in ("said", "asked", "lines")}
    return parts | {"heading": _(one.heading), "empty": one.empty}
