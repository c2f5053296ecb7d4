"""How many examples a property test tries: few while somebody waits for it, many more in a search."""

from hypothesis import settings

from tests.conftest import EXAMPLES


def examples(few: int) -> settings:
    """So many in the house's profile, and ten times as many with `--hypothesis-profile=search`."""
    return settings(max_examples=few * settings.default.max_examples // EXAMPLES)


def seeds(few: int, many: int) -> list[str]:
    """So many seeds of chance in the house's profile, and so many in a search: for tests marked `search`."""
    searching = settings.default.max_examples > EXAMPLES
    return [str(number) for number in range(1, (many if searching else few) + 1)]
