"""The parts of an article whose style differs: what the journalist writes, and what is quoted."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter


def divide(text: str, quoted: Iterable[tuple[int, int, int]]) -> dict[str, str]:
    """The narration and the quotations of a text, each as a text of its own.

    Args:
        text: an article.
        quoted: start, end and number of the utterance of each marked quotation.

    Returns:
        `"narration"`: the text with the quotations left out of their sentences; `"quotations"`: a line for
        each utterance, its stretches joined.

    >>> divide("« Oui, dit-il, mais demain. » Il sort.", [(2, 6, 1), (15, 27, 1)])
    {'narration': '«   dit-il,   » Il sort.', 'quotations': 'Oui, mais demain.'}
    """
    narration, quotations = [], []
    end = 0
    for start, stop, utterance in sorted(quoted):
        if start >= end:  # a quotation inside another belongs to it
            narration.append(text[end:start])
            quotations.append((utterance, text[start:stop]))
            end = stop
    narration.append(text[end:])
    lines = [" ".join(piece for _, piece in group) for _, group in groupby(quotations, key=itemgetter(0))]
    return {"narration": " ".join(narration), "quotations": "\n".join(lines)}
