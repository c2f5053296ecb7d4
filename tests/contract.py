"""Every mechanic against the contract, for the type checker: prints a program that `.ci/run` has checked.

A mechanic is a module that is found by its file's name, so no line of the program says that it is a Mechanic; the
lines that are printed here do.
"""

from game.mechanics import names


def program() -> str:
    """A program that is rightly typed where every mechanic keeps the contract."""
    head = ["from game.core.mechanic import Mechanic", *(f"from game.mechanics import {name}" for name in names())]
    return "\n".join(head + [f"_{name}: Mechanic[{name}.Step, {name}.State] = {name}" for name in names()])


if __name__ == "__main__":
    print(program())
