"""Sentence ends beside gold, and sentences a second.

python benchmarks/sentences.py [GOLD]

GOLD holds `LANG.dev.json`: `[{text, ends}]`, `ends` the code point after each sentence. Scored are the
boundaries that end in . ! ? or …; without GOLD only the speed is measured, on invented articles.
"""

import json
import sys
import time
from pathlib import Path

from articles import make

from analysis.text.lexicon import of_language
from analysis.text.sentences import split


def scored(text: str, ends: set[int]) -> set[int]:
    return {end for end in ends if text[end - 1] in ".!?…"}


def quality(path: Path) -> None:
    own = of_language(path.name.split(".")[0])
    entries = json.loads(path.read_text(encoding="utf-8"))
    split("", own)  # its rules are compiled once, whatever the corpus
    start = time.process_time()
    found = [{end for _, end in split(entry["text"], own)} for entry in entries]
    seconds = time.process_time() - start
    pairs = [
        (scored(entry["text"], set(entry["ends"])), scored(entry["text"], ends))
        for entry, ends in zip(entries, found, strict=True)
    ]
    right = sum(len(gold & guess) for gold, guess in pairs)
    f = 2 * right / sum(len(gold) + len(guess) for gold, guess in pairs)
    print(f"{path.name}: F {f:.4f}, {sum(map(len, found)) / seconds:,.0f} sentences/s")


def main() -> None:
    texts = [(text, of_language(lang)) for lang, text in make(600)]
    for own in {own for _, own in texts}:
        split("", own)
    start = time.process_time()
    n = sum(len(split(text, own)) for text, own in texts)
    print(f"{n} sentences of 600 articles: {n / (time.process_time() - start):,.0f} a second")
    for gold in sys.argv[1:]:
        for path in sorted(Path(gold).glob("*.json")):
            quality(path)


if __name__ == "__main__":
    main()
