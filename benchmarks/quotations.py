"""Quotations: scores on gold, and what they cost.

python benchmarks/quotations.py [GOLD ...]    (default: data/gold; folders or files that read_gold() reads)

Scores of each gold as score_quotes() gives them, and apart for a third of its articles, chosen by the hash of
their id. Then, by language and on the same articles, processor time of find_quotes() against the loop a user
would write (textstat's ten measures and langdetect.detect on each text); what 1,000 characters cost; what an
article twenty times longer costs; hostile texts of 1 MB.
"""

import hashlib
import sys
import warnings

import corpus
import pandas as pd
from loop import cpu, languages, loop, prepare, report

import analysis as an
from analysis.evaluate import score_quotes
from analysis.evaluate.gold import Gold, read_gold
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


def cost(paths: list[str]) -> None:
    prepare()
    articles = corpus.read(paths)
    print()
    for name, some in corpus.by_language(articles[articles["lang"].isin(languages())]):
        report(name, some, an.find_quotes, loop)
        grows(some)


def grows(articles: pd.DataFrame) -> None:
    """What a thousand characters cost, and an article twenty times longer."""
    few = articles[:10]
    long = few.assign(text=[f"{text}\n\n" * 20 for text in few["text"]])
    seconds, short, longer = (cpu(lambda some=some: an.find_quotes(some)) for some in (articles, few, long))
    characters = articles["text"].str.len().sum()
    each = f"{1e6 * seconds / characters:.2f} ms per 1,000 characters"
    print(f"    {each}; articles 20 times longer: {longer / short:.1f} times the time")


def hostile() -> None:
    for name, piece in HOSTILE.items():
        text = piece * (MB // len(piece))
        print(f"1 MB of {name}: {cpu(lambda text=text: quotes.find(text, lexicon.load('fr'))):.1f} s")


def main() -> None:
    warnings.simplefilter("ignore")
    paths = sys.argv[1:] or ["data/gold"]
    for path in paths:
        score(path)
    cost(paths)
    hostile()


if __name__ == "__main__":
    main()
