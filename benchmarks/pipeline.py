"""The whole analysis against the loop a user would write: 600 distinct articles, each text once, one run.

python benchmarks/pipeline.py

Ours: clean_text, detect_language, score_readability, find_quotes. The loop: textstat's ten measures and
langdetect.detect, each on each text. All caches start empty and every model is loaded within its own time;
imports of the libraries come first. CPU seconds, so that other programs do not count.
"""

import time
import warnings

import langdetect
import pandas as pd
import py3langid  # noqa: F401  # imported before the clock starts, as the others are
import textstat
from articles import make

import analysis as an
from analysis.readability.with_textstat import MEASURES, supply_cmudict


def whole(articles: pd.DataFrame) -> pd.DataFrame:
    clean = an.detect_language(an.clean_text(articles))
    an.score_readability(clean)
    return an.find_quotes(clean)


def loop(articles: pd.DataFrame) -> None:
    for text, lang in zip(articles["text"], articles["lang"], strict=True):
        langdetect.detect(text)
        textstat.set_lang(lang)
        for name in MEASURES:
            getattr(textstat, name)(text)


def main() -> None:
    warnings.simplefilter("ignore")
    supply_cmudict()
    langdetect.DetectorFactory.seed = 0
    rows = [(str(number), text, lang) for number, (lang, text) in enumerate(make(600))]
    articles = pd.DataFrame(rows, columns=["article_id", "text", "lang"])
    start = time.process_time()
    quotes = whole(articles)
    ours = time.process_time() - start
    start = time.process_time()
    loop(articles)
    theirs = time.process_time() - start
    print(f"{len(articles)} articles, {len(quotes)} quotations: ours {ours:.2f} s, the loop {theirs:.2f} s")
    print(f"ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
