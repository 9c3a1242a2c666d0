"""What a command prints: control characters of articles are shown, never obeyed by a terminal."""

import os
import sys

PICTURES = 0x2400
"""From here on Unicode has pictures of the control characters: ␛ of what begins an order to a terminal."""

CONTROLS: dict[int, int | str] = {
    **{code: PICTURES + code for code in range(32) if chr(code) not in "\t\n"},
    0x7F: PICTURES + 0x21,
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
}
"""Control character → what is printed in its place; as long as it, so that offsets still hold."""


def shown(text: str) -> str:
    r"""A text as it may be printed: line ends and tabs stay, pictures stand for other control characters.

    >>> shown("\x1b[31mThe road is closed.\x07\n")
    '␛[31mThe road is closed.␇\n'
    """
    return text.translate(CONTROLS)


def put(text: str) -> None:
    """Print a text on the screen.

    Args:
        text: with its own line ends.
    """
    print(shown(text), end="", flush=True)  # so that a reader that has gone is noticed here


def tell(line: str) -> None:
    """Say a line beside what is printed, on the error stream.

    Args:
        line: without its line end.
    """
    print(shown(line), file=sys.stderr)


def leave() -> None:
    """Let what is still to be printed go nowhere: nobody reads it, or the disc it goes to is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def prepare() -> None:
    """Let a screen that lacks a letter show its code: no work is lost for it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
