"""Where a '#' cuts off what probably belongs to the words before it: YAML takes it, and all behind it, for a remark.

This file knows YAML's tokens and lines, and no activity.
"""

import re
from collections.abc import Iterator

import yaml

MEANT = re.compile(r"#(?:\S| ?\d)")  # '#2', '#friend' and '# 2' are words; '# with a space' is a remark
IN_A_LIST = re.compile(r"#.*[,\]}]\s*$")  # what ends as an entry of a list does is one
GOES_ON = ("]", "}")  # behind these no words can go on
# What can be told of a line alone, where what stands around it cannot be read.
BY_ITSELF = re.compile(r"^[^#\"']*:[ ]+[^\s\"'\[{|>#][^#\"]*?[ ](?P<sign>#(?:\S| ?\d))")

Span = tuple[int, int]  # of a line, from 0: from this sign up to that one


def cuts(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Each such '#': its line and its sign there, both from 0."""
    if not any("#" in line and not line.lstrip().startswith("#") for line in lines):
        return
    words, brackets, read = _read(lines)
    for number, line in enumerate(lines):
        if number >= read:
            found = None if line.lstrip().startswith("#") else BY_ITSELF.match(line)
            at = found.start("sign") if found else None
        else:
            at = _remark(line, words.get(number, []))
        if at is not None and line[:at].strip() and not line[:at].rstrip().endswith(GOES_ON):
            remark = line[at:]
            if MEANT.match(remark) or (number in brackets and IN_A_LIST.match(remark)):
                yield number, at


def _remark(line: str, words: list[Span]) -> int | None:
    """Where the remark in this line begins; None where there is none."""
    signs = (found.start() for found in re.finditer(r"(?:(?<=\s)|^)#", line))
    return next((at for at in signs if not any(start <= at < end for start, end in words)), None)


def _read(lines: list[str]) -> tuple[dict[int, list[Span]], set[int], int]:
    """Where words stand in each line, which lines end inside brackets, and how many lines could be read."""
    words: dict[int, list[Span]] = {}
    brackets: set[int] = set()
    opened: list[int] = []
    try:
        for token in yaml.scan("\n".join(lines)):
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(token.start_mark.line)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and opened:
                brackets.update(range(opened.pop(), token.end_mark.line))
            elif isinstance(token, yaml.ScalarToken):
                _note(words, token)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return words, brackets, mark.line if mark else 0
    return words, brackets | {number for begun in opened for number in range(begun, len(lines))}, len(lines)


def _note(words: dict[int, list[Span]], token: yaml.ScalarToken) -> None:
    begun, ended = token.start_mark, token.end_mark
    for line in range(begun.line, ended.line + 1):
        start = begun.column if line == begun.line else 0
        words.setdefault(line, []).append((start, ended.column if line == ended.line else 1 << 30))
