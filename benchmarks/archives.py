"""Exports, wires and feeds as read_articles reads them, against what is known of each file.

    python benchmarks/archives.py SAMPLES TRUTH [--show]

TRUTH is JSON Lines, an object a file: `path` under SAMPLES, `articles` (rows with a text of their own),
`expect` ("article", "problem" or "either"), `first` and `last` (title, date, body_first60, body_last60), and
`title_ok`, `date_ok`, `first_ok`, `last_ok` for other answers that are right too. Days are compared in UTC or
as stated.
"""

import argparse
import datetime as dt
import json
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

import analysis as an


def squeezed(text: object) -> str:
    return "" if text is None or pd.isna(text) else " ".join(str(text).split())


def days(stated: str | None) -> set[str]:
    if not stated:
        return set()
    whole = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", stated.replace("Z", "+00:00"))
    try:
        moment = dt.datetime.fromisoformat(whole)
    except ValueError:
        return {stated[:10]}
    return {stated[:10], str(moment.astimezone(dt.UTC))[:10] if moment.tzinfo else stated[:10]}


def accepted(wanted: dict[str, Any], name: str, other: str) -> list[Any]:
    more = wanted.get(other, [])
    return [wanted.get(name), *(more if isinstance(more, list) else [more])]


def checks(row: Any, wanted: dict[str, Any]) -> Iterator[tuple[str, bool, Any, Any]]:
    title, text = squeezed(row.title), squeezed(row.text)
    titles = [squeezed(one) for one in accepted(wanted, "title", "title_ok")]
    yield "title", title in titles, title, titles
    stated = accepted(wanted, "date", "date_ok")
    found = "" if pd.isna(row.published) else str(row.published)[:10]
    yield "date", (not found and None in stated) or any(found in days(one) for one in stated), found, stated
    if wanted.get("body_first60") is not None:
        firsts = [squeezed(one) for one in accepted(wanted, "body_first60", "first_ok") if one]
        lasts = [squeezed(one) for one in accepted(wanted, "body_last60", "last_ok") if one]
        yield "first", any(text.startswith(one) for one in firsts), text[:60], firsts
        yield "last", any(text.endswith(one) for one in lasts), text[-60:], lasts


def located(samples: Path, named: str) -> Path:
    """The file of a truth, whose path may begin with folders above SAMPLES."""
    parts = Path(named).parts
    found = (samples.joinpath(*parts[start:]) for start in range(len(parts)))
    return next((path for path in found if path.is_file()), samples / named)


def measure(samples: Path, truth: dict[str, Any], counts: Counter[str]) -> Iterator[str]:
    path = located(samples, truth["path"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = an.read_articles(path)
    whole = table[table["text"].notna()]
    counts["files"] += 1
    if truth["expect"] == "problem" and not truth["articles"]:
        right = table["problem"].notna().all() and len(table) > 0
    else:
        right = len(whole) == truth["articles"] or truth["expect"] == "either"
    counts["counts exact"] += bool(right)
    if not right:
        yield f"count: {len(whole)} of {truth['articles']}; {table['problem'].dropna().unique()[:3]}"
    silent = (
        len(whole) < truth["articles"] and table["problem"].isna().any() and len(table) < truth["articles"]
    )
    counts["run together in silence"] += bool(silent)
    if not len(whole) or not truth["first"]:
        return
    for place, row in (("first", whole.iloc[0]), ("last", whole.iloc[-1])):
        for name, fine, found, wanted in checks(row, truth[place]):
            counts["fields"] += 1
            counts["fields right"] += bool(fine)
            if not fine:
                yield f"{place} article, {name}: {found!r}, not {wanted!r}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("samples", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    counts: Counter[str] = Counter({"run together in silence": 0, "raised": 0})
    for line in options.truth.read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        try:
            wrong = list(measure(options.samples, truth, counts))
        except Exception as error:  # noqa: BLE001 - a benchmark counts what it is there to find
            counts["raised"] += 1
            wrong = [f"raised {type(error).__name__}: {error}"]
        if options.show and wrong:
            print(truth["path"], *wrong, sep="\n    ")
    for name, count in counts.items():
        print(f"{name:26} {count}")
    print(f"{'share of fields right':26} {counts['fields right'] / max(1, counts['fields']):.3f}")


if __name__ == "__main__":
    main()
