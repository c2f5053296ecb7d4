"""What a grown-up must be told in a sentence. This file knows nothing else."""


class Trouble(Exception):
    """Something a person can do something about; the message is a whole plain sentence, never a traceback."""
