"""Pictures in which the child's own companion is seen, alone or with who keeps the door: what they are called then.

Plain data: no clock, no files, no pygame. Where it is in each, its drawing says (`art/company_svg.py`).
"""

IN = "-seen-in-"
SEEN_IN = (
    *("going-on", "coming-back", "coming-back-quiet", "not-sure-yet", "not-sure-yet-quiet"),
    *("feast-sign", "feast-sign-quiet", "quiet-bench-sign", "way-home-sign", "only-mine-sign", "only-mine-sign-quiet"),
    *("first-wish", "at-the-gate-sign", "at-the-gate-sign-quiet", "both-at-home"),
)


def seen_in(companion: str, picture: str) -> str:
    """The picture, one of SEEN_IN, with this companion in it."""
    return f"{companion}{IN}{picture}"


def company(art: str) -> tuple[str, str] | None:
    """Who is seen in this picture, and in which of SEEN_IN; None for any other picture.

    >>> company("paper-boat-seen-in-going-on"), company("going-on")
    (('paper-boat', 'going-on'), None)
    """
    companion, found, picture = art.partition(IN)
    return (companion, picture) if found and picture in SEEN_IN else None
