"""Where a '#' cuts off what probably belongs to the words before it: YAML takes it, and all behind it, for a remark.

This file knows YAML's tokens and lines, and no activity.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import yaml

MEANT = re.compile(r"#(?:\S| ?\d)")  # '#2', '#friend' and '# 2' are words; '# with a space' is a remark ...
GO_ON = re.compile(r"# *\w")  # ... but one space behind a title or a label: more of them set a remark apart
IN_A_LIST = re.compile(r"#.*[,\]}]\s*$")  # what ends as an entry of a list does is one
GOES_ON = ("]", "}")  # behind these no words can go on
# What can be told of a line alone, where what stands around it cannot be read.
BY_ITSELF = re.compile(r"^[^#\"']*:[ ]+[^\s\"'\[{|>#][^#\"]*?[ ](?P<sign>#(?:\S| ?\d))")

Span = tuple[int, int]  # of a line, from 0: from this sign up to that one


def no_words(key: str) -> bool:
    """False for each key: nothing is known of which ones have words for people behind them."""
    return False


def cuts(lines: list[str], has_words: Callable[[str], bool] = no_words) -> Iterator[tuple[int, int]]:
    """Each such '#': its line and its sign there, both from 0. `has_words` says of a key whether words for people stand
    behind it.
    """
    if not any("#" in line and not line.lstrip().startswith("#") for line in lines):
        return
    tokens, read = _read(lines)
    words, brackets, keys = _words(tokens), _in_brackets(tokens, read, len(lines)), _keys(tokens)
    for number, line in enumerate(lines):
        if number >= read:
            found = None if line.lstrip().startswith("#") else BY_ITSELF.match(line)
            at = found.start("sign") if found else None
        else:
            at = _remark(line, words.get(number, []))
        if at is not None and line[:at].strip() and not line[:at].rstrip().endswith(GOES_ON):
            remark = line[at:]
            key = keys.get((number, at - 1))
            goes_on = key is not None and has_words(key) and GO_ON.match(remark)
            if MEANT.match(remark) or goes_on or (number in brackets and IN_A_LIST.match(remark)):
                yield number, at


def _remark(line: str, words: list[Span]) -> int | None:
    """Where the remark in this line begins; None where there is none."""
    signs = (found.start() for found in re.finditer(r"(?:(?<=\s)|^)#", line))
    return next((at for at in signs if not any(start <= at < end for start, end in words)), None)


def _read(lines: list[str]) -> tuple[list[yaml.Token], int]:
    """YAML's tokens, and how many lines could be read."""
    tokens: list[yaml.Token] = []
    try:
        tokens.extend(yaml.scan("\n".join(lines)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return tokens, mark.line if mark else 0
    return tokens, len(lines)


def _in_brackets(tokens: Iterable[yaml.Token], read: int, lines: int) -> set[int]:
    """The lines that end inside brackets; those of brackets that nothing closes where all lines could be read."""
    brackets: set[int] = set()
    opened: list[int] = []
    for token in tokens:
        if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
            opened.append(token.start_mark.line)
        elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and opened:
            brackets.update(range(opened.pop(), token.end_mark.line))
    unclosed = opened if read == lines else []
    return brackets | {number for begun in unclosed for number in range(begun, lines)}


def _words(tokens: Iterable[yaml.Token]) -> dict[int, list[Span]]:
    """Where words stand in each line."""
    words: dict[int, list[Span]] = {}
    for token in tokens:
        if isinstance(token, yaml.ScalarToken):
            _note(words, token)
    return words


def _keys(tokens: Iterable[yaml.Token]) -> dict[tuple[int, int], str]:
    """Where the words behind a key end, line and sign, and which key; words in quotes end where somebody said so."""
    keys: dict[tuple[int, int], str] = {}
    key = ""
    for before, token in pairwise(tokens):
        if isinstance(token, yaml.ScalarToken) and isinstance(before, yaml.KeyToken):
            key = token.value
        elif isinstance(token, yaml.ScalarToken) and isinstance(before, yaml.ValueToken) and token.plain:
            keys[token.end_mark.line, token.end_mark.column] = key
    return keys


def _note(words: dict[int, list[Span]], token: yaml.ScalarToken) -> None:
    begun, ended = token.start_mark, token.end_mark
    for line in range(begun.line, ended.line + 1):
        start = begun.column if line == begun.line else 0
        words.setdefault(line, []).append((start, ended.column if line == ended.line else 1 << 30))
