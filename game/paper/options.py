"""What a grown-up wants of one paper. Plain values; this file knows nothing else.

The words typed here are for one print. Whoever makes the paper keeps none of them.
"""

from msgspec import Struct


class PaperOptions(Struct, frozen=True):
    """`paper` is "a4" or "letter"; `language` one of `game.system.language.LANGUAGES`; the rest is each paper's own.

    `second` is the language that stands small beneath the first ("": none), `letter_beneath` the letter in it.
    `wording`, `frame` and `pictures` are names that the paper offers ("" and None: its usual ones); `private` are the
    answers on the therapist's private page; `without` are the names of papers that are left out of a set.
    """

    paper: str = "a4"
    language: str = "en"
    name: str = ""
    letter: str = ""
    wording: str = ""
    frame: str = ""
    pictures: tuple[str, ...] | None = None
    private: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    second: str = ""
    letter_beneath: str = ""

    @property
    def typed(self) -> bool:
        """True where there are words in it that are for one print."""
        return bool((self.name + self.letter + self.letter_beneath).strip())


AS_USUAL = PaperOptions()  # A4, and in English
