"""Saved pages: title, date and body as read_articles finds them, against a gold; trafilatura's own beside.

    python benchmarks/pages.py GOLD

GOLD is a folder of `gold.jsonl` (a JSON object a line: id, title, date, text) and `ID.html.gz`. A title is
right where its letters are those of the gold; the body is measured by 4-grams of words.
"""

import argparse
import datetime as dt
import gzip
import io
import json
import re
from collections import Counter
from pathlib import Path

import trafilatura

from analysis.formats import page


def letters(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", text or "").casefold()


def grams(text: str | None) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", (text or "").casefold())
    return Counter(zip(*(words[start:] for start in range(4)), strict=False))


def f_score(found: str | None, wanted: str) -> float:
    ours, gold = grams(found), grams(wanted)
    shared = (ours & gold).total()
    return 2 * shared / (ours.total() + gold.total()) if ours.total() + gold.total() else 0.0


def days(stated: str | None) -> set[str]:
    """The day as the gold states it, and the same in UTC."""
    if not stated:
        return set()
    moment = dt.datetime.fromisoformat(stated)
    return {stated[:10], str(moment.astimezone(dt.UTC))[:10] if moment.tzinfo else stated[:10]}


def theirs(raw: bytes) -> str:
    return trafilatura.extract(raw.decode("utf-8", "replace"), include_comments=False) or ""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    bodies: list[tuple[float, float]] = []
    for line in (options.gold / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        raw = gzip.decompress((options.gold / f"{gold['id']}.html.gz").read_bytes())
        found = next(page.alone(page.load(io.BytesIO(raw)), gold["id"]))
        for name, ours, wanted in (
            ("title", letters(found.fields.get("title")), {letters(gold.get("title"))} - {""}),
            ("date", str(found.fields.get("published"))[:10], days(gold.get("date"))),
        ):
            counts[f"{name}s"] += bool(wanted)
            counts[f"{name}s right"] += ours in wanted
            if options.show and wanted and ours not in wanted:
                print(name, gold["id"], "|", ours, "|", wanted, "|", found.via)
        if gold.get("text"):
            bodies.append(
                (f_score(found.fields.get("text"), gold["text"]), f_score(theirs(raw), gold["text"]))
            )
        first = letters((found.fields.get("text") or "").partition("\n")[0])
        counts["headline is the first line"] += bool(first) and first == letters(gold.get("title"))
    for name, count in sorted(counts.items()):
        print(f"{name:28} {count}")
    for name, values in zip(("body F, here", "body F, trafilatura"), zip(*bodies, strict=True), strict=True):
        print(f"{name:28} {sum(values) / len(values):.4f}")


if __name__ == "__main__":
    main()
