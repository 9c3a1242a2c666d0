"""What one verb costs on a corpus: the command that beside.py runs in two commits.

python benchmarks/cost.py VERB [CORPUS ...] [--lang fr]    (corpus.py: what CORPUS may be; default: invented)

VERB is any public verb that takes one table of articles (find_quotes, score_readability, detect_language,
clean_text, …) or `whole`: clean_text, detect_language, score_readability, find_quotes one after the other.
Only public verbs are called, so that the script measures any commit that has them. The last line is the
processor time of the verb itself, in seconds: start-up, reading the corpus and loading models, by five
articles, are not in it.
"""

import argparse
import time
import warnings

import corpus

import analysis as an


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb")
    parser.add_argument("corpus", nargs="*")
    parser.add_argument("--lang", help="only articles in this language")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    verb = corpus.whole if asked.verb == "whole" else getattr(an, asked.verb)
    articles = corpus.read(asked.corpus)
    articles = articles[articles["lang"] == asked.lang] if asked.lang else articles
    verb(articles[:5])
    start = time.process_time()
    made = verb(articles)
    seconds = time.process_time() - start
    print(
        f"{asked.verb}, {', '.join(articles['corpus'].unique())}: {len(articles)} articles, {len(made)} rows"
    )
    print(f"cpu {seconds:.4f}")


if __name__ == "__main__":
    main()
