"""Quotations: scores on gold, and what they cost.

python benchmarks/quotations.py [GOLD ...]    (default: data/gold; folders or files that read_gold() reads)

Scores of each gold as score_quotes() gives them, and apart for a third of its articles, chosen by the hash of
their id. Then CPU seconds of find_quotes() against the loop a user would write (textstat's ten measures and
langdetect.detect on each text), on the same distinct invented articles; what an article twenty times longer
costs; hostile texts of 1 MB.
"""

import hashlib
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

import pandas as pd
from articles import make
from pipeline import loop

import analysis as an
from analysis.evaluate import score_quotes
from analysis.evaluate.gold import Gold, read_gold
from analysis.readability.with_textstat import supply_cmudict
from analysis.text import lexicon, quotes

SHOWN = ["kind", "overlap", "n_gold", "n_predicted", "precision", "recall", "f1", "e2e_f1"]
OVERLAPS = ["gold >= 0.3", "union >= 0.8"]
MB = 1_000_000
HOSTILE = {
    "only marks": "«»",
    "a mark never closed, a line each": '"a\n',
    "short quotations": '"a" ',
    "no full stop": "le ministre a dit que ",
    "quotations and verbs": "« oui », a dit Paul, ",
    "commas and verbs": "x, dit ",
    "verbs": "dit ",
    "dashes": "— a\n",
}


def held_out(article_id: str) -> bool:
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 3 == 0


def part(gold: Gold, apart: bool) -> Gold:
    kept = {article_id for article_id in gold.articles["article_id"] if held_out(article_id) is apart}
    tables = (table[table["article_id"].isin(kept)] for table in (gold.articles, gold.quotes, gold.negatives))
    return gold._replace(**dict(zip(("articles", "quotes", "negatives"), tables, strict=True)))


def score(path: str) -> None:
    gold = read_gold(path)
    for name, some in (
        ("all", gold),
        ("two thirds", part(gold, apart=False)),
        ("held-out third", part(gold, apart=True)),
    ):
        if some.articles.empty:
            continue
        scored = score_quotes(an.find_quotes(some.articles), some)
        wanted = scored["overlap"].isin(OVERLAPS) | scored["kind"].isin(["negatives", "resolved"])
        print(f"\n{path}, {name}: {len(some.articles)} articles")
        print(scored.loc[wanted, SHOWN].to_string(index=False, float_format="%.3f", na_rep=""))


def cpu(task: Callable[[], Any]) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start


def cost() -> None:
    supply_cmudict()
    rows = [(str(number), text, lang) for number, (lang, text) in enumerate(make(200))]
    articles = pd.DataFrame(rows, columns=["article_id", "text", "lang"])
    characters = articles["text"].str.len().sum()
    ours, theirs = cpu(lambda: an.find_quotes(articles)), cpu(lambda: loop(articles))
    print(f"\nfind_quotes {ours:.2f} s, the loop {theirs:.2f} s: ratio {ours / theirs:.2f}")
    plain = {lang: lexicon.load(lang) for lang in ("fr", "en")}
    pairs = list(zip(articles["text"], articles["lang"], strict=True))
    found = cpu(lambda: [quotes.find(text, plain[lang]) for text, lang in pairs])
    print(f"quotes.find alone: {1e6 * found / characters:.2f} ms per 1,000 characters")
    short = pd.DataFrame(rows[:10], columns=articles.columns)
    long = short.assign(text=[f"{text}\n\n" * 20 for text in short["text"]])
    times = cpu(lambda: an.find_quotes(long)) / cpu(lambda: an.find_quotes(short))
    print(f"articles 20 times longer: {times:.1f} times the time")
    for name, piece in HOSTILE.items():
        text = piece * (MB // len(piece))
        print(f"1 MB of {name}: {cpu(lambda text=text: quotes.find(text, plain['fr'])):.1f} s")


def main() -> None:
    warnings.simplefilter("ignore")
    for path in sys.argv[1:] or ["data/gold"]:
        score(path)
    cost()


if __name__ == "__main__":
    main()
