"""All native readability columns against textstat's ten measures, by language: distinct articles, each once.

python benchmarks/readability.py [GOLD] [CORPUS ...]    (corpus.py: what CORPUS may be; default: invented)

Processor time, so that other programs do not count; a few articles load the dictionaries before; five parts,
the order alternating: median, lowest and highest of their ratios. GOLD, a folder with a `hand.json` of
passages syllabified by hand, adds how far native Flesch is from their counts.
"""

import json
import re
import sys
import warnings
from pathlib import Path

import corpus
import pandas as pd
from loop import languages, prepare, report, textstat_loop

import analysis as an
from analysis.text.lexicon import of_language
from analysis.text.readability import Counts
from analysis.text.readability.counts import symbols_of
from analysis.text.readability.formulas import evaluate, valid_for

VOWEL = re.compile(r"[aàâeéèêëiîïoôuùûüyœ]+")


def main() -> None:
    warnings.simplefilter("ignore")
    prepare()
    golds = [path for path in sys.argv[1:] if (Path(path) / "hand.json").exists()]
    articles = corpus.read([path for path in sys.argv[1:] if path not in golds])
    both = articles[articles["lang"].isin(languages() & set(an.formulas()["lang"]))]
    for name, some in corpus.by_language(both):
        report(name, some, an.score_readability, textstat_loop)
    few = both.groupby("lang").head(20)
    got, expected = an.score_readability(few, method="textstat"), textstat_loop(few)
    same = got[expected.columns].reset_index(drop=True).equals(expected.astype("float64"))
    print(f"method='textstat' equals direct calls: {same}")
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
