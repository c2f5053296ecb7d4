"""A records folder with many travellers, as it is after years: recorded visits, each traveller's under its own id."""

import sys
from pathlib import Path

from tests.paths import TESTS

VISITS = tuple(sorted((TESTS / "visits" / "whole-workbook").glob("*.jsonl")))


def id_of(number: int) -> str:
    """The id of this traveller."""
    return f"{number:016x}"


def many(home: Path, travellers: int, visits: int = len(VISITS)) -> None:
    """So many travellers with so many ended visits each, the same ones, begun on different days."""
    lines = [path.read_bytes().split(b"\n", 1) for path in VISITS[:visits]]
    for number in range(travellers):
        folder = home / "travellers" / id_of(number)
        folder.mkdir(parents=True)
        for path, (begun, rest) in zip(VISITS, lines, strict=False):
            was = begun.split(b'"traveller":"')[1].split(b'"')[0]
            (folder / path.name).write_bytes(begun.replace(was, id_of(number).encode(), 1) + b"\n" + rest)


if __name__ == "__main__":
    many(Path(sys.argv[1]), int(sys.argv[2]))
