"""Languages: how often answered and right, and how fast beside langdetect on whole articles.

python benchmarks/language.py [GOLD.jsonl]

GOLD holds `{lang, kind, text}` a line; without it only the speed is measured, on invented articles.
"""

import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from articles import make

from analysis.text.language import Detection, ask_langdetect, detect


def speed(texts: list[str]) -> None:
    for ask in (detect, ask_langdetect):
        ask("Both load their models before the clock starts.")
    seconds = []
    for ask in (detect, ask_langdetect):
        start = time.process_time()
        for text in texts:
            ask(text)
        seconds.append(time.process_time() - start)
    own, theirs = seconds
    print(
        f"{len(texts)} articles: ours {own:.2f} s, langdetect {theirs:.2f} s: {theirs / own:.1f} times faster"
    )


def quality(entries: list[dict[str, str]]) -> None:
    kinds = defaultdict(list)
    for entry in entries:
        kinds[entry["kind"]].append((entry["lang"], detect(entry["text"])))
    for kind, found in kinds.items():
        answered = [(lang, answer) for lang, answer in found if answer.lang != "und"]
        right = sum(lang == answer.lang for lang, answer in answered)
        print(
            f"{kind}, {len(found)} texts: answered {len(answered) / len(found):.4f},"
            f" right {right / len(answered):.4f}"
        )
    sure = [
        answer
        for found in kinds.values()
        for lang, answer in found
        if lang == "kk" and is_sure_russian(answer)
    ]
    print(f"Kazakh called Russian at high: {len(sure)}")
    texts = [entry["text"] for entry in entries]
    forwards, backwards = [detect(text) for text in texts], [detect(text) for text in reversed(texts)]
    print(f"the same answers in the other order: {forwards == backwards[::-1]}")


def is_sure_russian(answer: Detection) -> bool:
    return answer.lang == "ru" and answer.lang_grade == "high"


def main() -> None:
    if len(sys.argv) == 1:
        speed([text for _, text in make(300)])
        return
    entries = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    quality(entries)
    speed([entry["text"] for entry in entries if entry["kind"] == "article"])


if __name__ == "__main__":
    main()
