"""The whole analysis against the loop a user would write, by language: distinct articles, each text once.

python benchmarks/pipeline.py [CORPUS ...]    (corpus.py: what may stand there; default: invented articles)

Ours: clean_text, detect_language, score_readability, find_quotes. The loop: textstat's ten measures and
langdetect.detect, each on each text. Processor time, so that other programs do not count; a few articles
load every model before; five parts, the order alternating: median, lowest and highest of their ratios.
"""

import sys
import warnings

import corpus
from loop import languages, loop, prepare, report


def main() -> None:
    warnings.simplefilter("ignore")
    prepare()
    articles = corpus.read(sys.argv[1:])
    known = articles[articles["lang"].isin(languages())]
    print(
        f"the whole analysis, {len(articles) - len(known)} articles left out: no textstat for their language"
    )
    for name, some in corpus.by_language(known):
        report(name, some, corpus.whole, loop)


if __name__ == "__main__":
    main()
