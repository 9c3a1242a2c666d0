"""All native readability columns against textstat's ten measures: distinct articles, each text once, one run.

python benchmarks/readability.py [GOLD] [ARTICLES]

First 600 articles with empty caches, then 600 others of the same languages with what the first left in them.
The time each tool takes to load its dictionary is in. CPU seconds, so that other programs do not count. GOLD,
a folder with a `hand.json` of passages syllabified by hand, adds how far native Flesch is from their counts.
ARTICLES, anything read_articles() reads, takes the place of the invented articles: half of it, then the rest.
"""

import json
import re
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import textstat
from articles import make

import analysis as an
from analysis.readability import with_textstat
from analysis.text.lexicon import of_language
from analysis.text.readability import Counts
from analysis.text.readability.counts import symbols_of
from analysis.text.readability.formulas import evaluate, valid_for

VOWEL = re.compile(r"[aàâeéèêëiîïoôuùûüyœ]+")
MEASURES = list(with_textstat.MEASURES)


def table(seed: int) -> pd.DataFrame:
    rows = [(f"{seed}-{number}", text, lang) for number, (lang, text) in enumerate(make(600, seed=seed))]
    return pd.DataFrame(rows, columns=["article_id", "text", "lang"])


def halves(path: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The articles of a corpus in languages both have formulas for, shuffled, in two halves."""
    articles = an.detect_language(an.read_articles(path).dropna(subset="text").drop_duplicates("text"))
    both = [lang for lang in with_textstat._languages() if of_language(lang).section("formulas")]
    asked = articles[articles["lang"].isin(both)].sample(frac=1, random_state=0)
    return asked[: len(asked) // 2], asked[len(asked) // 2 :]


def direct(articles: pd.DataFrame) -> pd.DataFrame:
    """The loop a user would write."""
    rows = []
    for text, lang in zip(articles["text"], articles["lang"], strict=True):
        textstat.set_lang(lang)
        rows.append([getattr(textstat, name)(text) for name in MEASURES])
    return pd.DataFrame(rows, columns=MEASURES)


def timed(job: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    result = job()
    return time.process_time() - start, result


def main() -> None:
    warnings.simplefilter("ignore")
    with_textstat.supply_cmudict()
    golds = [path for path in sys.argv[1:] if (Path(path) / "hand.json").exists()]
    given = [path for path in sys.argv[1:] if path not in golds]
    first, second = halves(given[0]) if given else (table(1), table(2))
    for name, articles in (("empty caches", first), ("filled caches", second)):
        own, _ = timed(lambda articles=articles: an.score_readability(articles))
        theirs, expected = timed(lambda articles=articles: direct(articles))
        times = f"native {own:.2f} s, textstat {theirs:.2f} s: {theirs / own:.1f} times faster"
        print(f"{len(articles)} articles, {name}: {times}")
    got = an.score_readability(second, method="textstat")[MEASURES]
    print(f"method='textstat' equals direct calls: {got.equals(expected.astype('float64'))}")
    for gold in golds:
        by_hand(Path(gold))


def is_heard(beat: str) -> bool:
    """Whether a syllable marked by hand is one of the spoken reading: no mute e alone, no elided word."""
    return beat[-1] != "'" and (
        not beat.endswith(("(e)", "(e)s")) or beat.count("(e)") < len(VOWEL.findall(beat))
    )


def by_hand(gold: Path) -> None:
    distances = []
    for passage in json.loads((gold / "hand.json").read_text(encoding="utf-8")):
        lang = passage["lang"]
        spoken = passage["syl"].split()
        counted = sum(is_heard(beat) for word in spoken for beat in word.split("·"))
        counts = Counts(passage["n_sent"], len(spoken), counted, 0, 0, 0, 0, 0)
        flesch = next(one for one in valid_for(of_language(lang)) if one.column == "flesch")
        articles = pd.DataFrame([("a", passage["text"], lang)], columns=["article_id", "text", "lang"])
        row = an.score_readability(articles).iloc[0]
        hand = evaluate(flesch, symbols_of(counts))
        distances.append(abs(row["flesch"] - hand))
        print(
            f"{passage['name']}: Flesch by hand {hand:.1f}, native {row['flesch']:.1f};"
            f" sentences {counts.sentences} {row['n_sentences']}, words {counts.words} {row['n_words']},"
            f" syllables {counts.syllables} {row['n_syllables']}"
        )
    print(f"native Flesch is {sum(distances) / len(distances):.2f} points from the hand counts on average")


if __name__ == "__main__":
    main()
