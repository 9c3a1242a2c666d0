"""`python -m analysis` and the `media-analysis` command."""

import signal
import sys
from typing import NoReturn

from analysis.cli import main


def run() -> None:
    """Run the command line and leave with its exit code."""
    for name in ("SIGTERM", "SIGHUP"):  # asked to end, or the terminal is closed: clean up as at Ctrl-C
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    sys.exit(main(sys.argv[1:]))


def _end(number: int, _: object) -> NoReturn:
    sys.exit(128 + number)


if __name__ == "__main__":
    run()
