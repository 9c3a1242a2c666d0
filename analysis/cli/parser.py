"""argparse as we use it: an error is one line."""

import argparse
import difflib
from collections.abc import Iterable
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line without the usage, and whose help keeps its line breaks.

    Args:
        prog: the command as typed.
        description: what it is for.
    """

    def __init__(self, prog: str, description: str) -> None:
        shape = argparse.RawDescriptionHelpFormatter
        super().__init__(prog, description=description, formatter_class=shape, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2 and one line on the error stream."""
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def nearest(name: str, known: Iterable[str]) -> str:
    """What someone may have meant, or everything there is.

    Args:
        name: as typed.
        known: the names there are.

    >>> nearest("find-quote", ["find-quotes", "report"])
    "did you mean 'find-quotes'?"
    """
    names = list(known)
    near = difflib.get_close_matches(name, names, 1)
    return f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names)}"
