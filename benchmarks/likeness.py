"""How like real articles the invented ones are: the figures that decide what an analysis costs, side by side.

python benchmarks/likeness.py CORPUS ...    (corpus.py: what CORPUS may be)

For each language of the corpora that articles are invented in. A figure more than a fifth away from the real
one is marked: what is measured on invented articles then says little about real ones.
"""

import sys
import warnings
from collections.abc import Iterator
from statistics import mean, median

import corpus
import pandas as pd
from loop import Job, beside, cpu, loop, prepare

import analysis as an

MARKS = '«»“”„"'
FAR = 0.2
TOKENS = 400


def figures(articles: pd.DataFrame) -> Iterator[tuple[str, float]]:
    scores = an.score_readability(articles)
    words, texts = scores["n_words"].sum(), list(articles["text"])
    yield "words per sentence", words / scores["n_sentences"].sum()
    yield f"types per token in {TOKENS} words", mean(filter(None, map(types_per_token, texts)))
    yield "quotations per 1,000 words", 1000 * len(an.find_quotes(articles)) / words
    yield (
        "quotation marks per 1,000 words",
        1000 * sum(text.count(mark) for text in texts for mark in MARKS) / words,
    )
    split = [word for text in texts for word in text.split()]
    yield "capitalised words, per cent", 100 * mean(word[:1].isupper() for word in split)
    yield "characters per word", sum(map(len, split)) / len(split)
    seconds = cpu(lambda: an.find_quotes(articles))
    yield "find_quotes, ms per 1,000 characters", 1e6 * seconds / articles["text"].str.len().sum()
    yield "find_quotes, ratio to the loop", ratio(articles, an.find_quotes)
    yield "the whole analysis, ratio to the loop", ratio(articles, corpus.whole)


def types_per_token(text: str) -> float:
    words = [word.strip(".,;:!?()«»“”\"'’").lower() for word in text.split()][:TOKENS]
    return len(set(words)) / TOKENS if len(words) == TOKENS else 0.0


def ratio(articles: pd.DataFrame, ours: Job) -> float:
    return median(one.ours / one.theirs for one in beside(articles, ours, loop))


def main() -> None:
    warnings.simplefilter("ignore")
    prepare()
    made = corpus.invented(600)
    for name, real in corpus.by_language(corpus.read(sys.argv[1:])):
        lang = real["lang"].iloc[0]
        if lang not in set(made["lang"]):
            continue
        print(f"{name}: real, invented, invented/real")
        for (figure, one), (_, other) in zip(figures(real), figures(made[made["lang"] == lang]), strict=True):
            far = "" if abs(other / one - 1) <= FAR else "  more than a fifth away"
            print(f"    {figure:<38} {one:7.2f} {other:7.2f}  {other / one:.2f}{far}")


if __name__ == "__main__":
    main()
