"""Boilerplate found in labelled lines: precision, recall, and how many words of the articles are lost.

python benchmarks/boilerplate.py GOLD.jsonl

A line of GOLD is one text: `{"lines": [{"text": …, "boilerplate": true, "kind": "share"}, …]}`. Bylines,
datelines, credits, dates and sources are boilerplate there and stay here on purpose: the second recall leaves
them out.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.text import boilerplate

KEPT = {"byline", "credit", "date", "dateline", "source"}


class Judged(NamedTuple):
    """One labelled line, and whether it was found."""

    text: str
    boilerplate: bool
    kind: str
    found: bool


def judge(lines: list[dict]) -> Iterator[Judged]:
    text = "\n".join(line["text"] for line in lines)
    found = {text.rfind("\n", 0, line.start) + 1 for line in boilerplate.find(text)}
    start = 0
    for line in lines:
        yield Judged(line["text"], line["boilerplate"], line["kind"] or "", start in found)
        start += len(line["text"]) + 1


def recall(lines: list[Judged]) -> float:
    return sum(line.found for line in lines) / len(lines)


def main() -> None:
    records = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    judged = [line for record in records for line in judge(record["lines"])]
    wanted = [line for line in judged if line.boilerplate]
    body = [line for line in judged if not line.boilerplate]
    lost = sum(len(line.text.split()) for line in body if line.found)
    hits = sum(line.found for line in judged)
    print(f"{len(records)} texts, {len(judged)} lines, {len(wanted)} of them boilerplate")
    print(f"precision {sum(line.found for line in wanted) / hits:.3f}, recall {recall(wanted):.3f}")
    meant = [line for line in wanted if line.kind not in KEPT]
    print(f"recall without what is kept on purpose {recall(meant):.3f}")
    print(f"words of the articles lost {lost} of {sum(len(line.text.split()) for line in body)}")


if __name__ == "__main__":
    main()
