"""argparse as we use it: an error is one line."""

import argparse
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line without the usage, and whose help keeps its line breaks."""

    def __init__(self, prog: str, description: str) -> None:
        shape = argparse.RawDescriptionHelpFormatter
        super().__init__(prog, description=description, formatter_class=shape, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2 and one line on the error stream."""
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")
