"""Why a file cannot be read or written, whatever system says it: in the grown-up's language."""

import errno
import os

import pytest

from game.system.errors import CAUSES, reason, said, why_unread
from game.system.language import LANGUAGES, words

OTHERS = [code for code in LANGUAGES if code != "en"]
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@pytest.mark.parametrize("language", OTHERS)
def test_each_cause_that_a_file_can_have_is_said_in_the_language_of_the_desk(language):
    for number in (*CAUSES, *FULL):
        error = OSError(number, os.strerror(number))
        for cause in (reason(error), *(() if number in FULL else (why_unread(error),))):
            assert cause != said(cause, words(language)) and os.strerror(number) not in said(cause, words(language))


@pytest.mark.parametrize("language", OTHERS)
def test_a_cause_that_nobody_thought_of_is_named_as_the_system_s_words(language):
    cause = why_unread(OSError(errno.EUCLEAN, "Structure needs cleaning"))
    assert errno.EUCLEAN not in CAUSES and cause == "the system says: Structure needs cleaning"
    assert said(cause, words(language)).endswith("Structure needs cleaning") and said(cause, words(language)) != cause
    assert why_unread(OSError()) == "it is not there" != said(why_unread(OSError()), words(language))


def test_windows_own_words_are_not_mixed_into_a_sentence():
    held = PermissionError(errno.EACCES, "Der Prozess kann nicht auf die Datei zugreifen")
    assert why_unread(held) == "permission denied"
    held.winerror = 32
    assert why_unread(held) == "another program is using it"
