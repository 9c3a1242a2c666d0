"""How the cost of ten verbs grows with the length of one text: prose of the sample, and hostile texts.

    python benchmarks/growth.py             # 0.25, 0.5 and 1 MB
    python benchmarks/growth.py 0.03 0.06   # other sizes, in MB

A line a text and verb: processor seconds for each size, and how many times the cost of half the size.
What takes less than a tenth of a second is not judged; the last line counts what costs more than 2.6 times.
"""

import gc
import sys
import warnings
from collections.abc import Callable
from itertools import pairwise

import pandas as pd
from loop import cpu

import analysis as an

MB = 1_000_000
MOST, LEAST = 2.6, 0.1
SIZES = (0.25, 0.5, 1.0)

HOSTILE = {
    "only marks": "«»",
    "unclosed marks": '"a\n',
    "quotations": "“Yes,” said Ada Roy. ",
    "dialogue": "— Oui, dit-il.\n",
    "captions": "Photo: Ada Roy / AFP\nThe mayor said it rained all day.\n",
    "one button": "Share on Facebook\n",
    "buttons in one line": "Share on Facebook\u2028",
    "teasers": "Read more: the mayor\n",
    "questions in one line": "He left. Why? ",
    "no full stop": "the mayor said that ",
    "verbs": "said ",
    "capitals": "Ada ",
    "initials": "a.",
    "digits": "7",
    "dashes": "—",
    "a dash a line": "-\n",
    "short lines": "Opposition: The budget\n",
    "datelines": "PARIS (AFP) — It rains. ",
    "blanks": " \u00a0\t",
    "signs": "@",
}


FRENCH = {"dialogue"}
"""Those that are French: `show` has quotations to mark only where they are found."""


def pieces() -> dict[str, str]:
    """Name → what a text is made of, again and again."""
    prose = an.read_articles("data/sample")["text"].dropna()
    return {"prose of the sample": "\n".join(prose), **HOSTILE}


def _show(articles: pd.DataFrame) -> Callable[[], object]:
    quotes = an.find_quotes(articles)
    return lambda: an.show(articles, quotes, "a")


def verbs(articles: pd.DataFrame) -> dict[str, Callable[[], object]]:
    """Each verb, ready to be called; what it needs of others is not counted."""
    plain = [an.clean_text, an.find_boilerplate, an.find_repeated_lines, an.find_credits, an.detect_language]
    plain += [an.detect_paragraphs, an.find_translation_traces, an.score_readability, an.find_quotes]
    found: dict[str, Callable[[], object]] = {
        verb.__name__: lambda verb=verb: verb(articles) for verb in plain
    }
    return {**found, "show": _show(articles)}


def table(piece: str, size: int, lang: str = "en") -> pd.DataFrame:
    text = (piece * (size // len(piece) + 1))[:size]
    row = {"article_id": "a", "text": text, "lang": lang, "outlet": "The Lamp"}
    return pd.DataFrame([row, {**row, "article_id": "b", "text": text[: len(text) // 2]}])


def factors(seconds: list[float]) -> list[float]:
    """How many times the cost of the size before; of what costs nearly nothing, none."""
    return [late / early for early, late in pairwise(seconds) if late > LEAST]


def main() -> None:
    warnings.simplefilter("ignore")
    sizes = [int(float(size) * MB) for size in sys.argv[1:]] or [int(size * MB) for size in SIZES]
    every, over = 0, 0
    for call in verbs(table(HOSTILE["quotations"], 1000)).values():
        call()  # loads what is loaded once
    gc.disable()  # its pauses fall on whom they like
    for name, piece in pieces().items():
        lang = "fr" if name in FRENCH else "en"
        ready = [verbs(table(piece, size, lang)) for size in sizes]
        for verb in ready[0]:
            seconds = [cpu(each[verb]) for each in ready]
            grown = factors(seconds)
            every, over = every + 1, over + any(factor > MOST for factor in grown)
            costs = " ".join(f"{cost:8.2f}" for cost in seconds)
            print(f"{name:24} {verb:24} {costs}  {' '.join(f'x{one:.1f}' for one in grown)}", flush=True)
    print(f"{over} of {every} cost more than {MOST} times as much for a text of twice the size")


if __name__ == "__main__":
    main()
