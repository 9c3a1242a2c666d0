"""Gold quotations: our own files, JSONL and brat standoff become the tables that find_quotes makes."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.evaluate import brat, labels
from analysis.tables import Article, from_rows
from analysis.text import lexicon, words
from analysis.text.quotes import Quote

if TYPE_CHECKING:
    import pandas as pd


class Gold(NamedTuple):
    """What annotators expect of a set of articles.

    Args:
        articles: an articles table, one row per annotated article, with or without quotations.
        quotes: a quotes table; its further column `core` (bool) is False for what counts neither way.
        negatives: `article_id, start, end, why`: spans that must not come back as quotations.
        name: the file or folder that was read.
        sha256: of what was read, for the signature of a score.
    """

    articles: "pd.DataFrame"
    quotes: "pd.DataFrame"
    negatives: "pd.DataFrame"
    name: str
    sha256: str


def read_gold(path: str | Path) -> Gold:
    """Annotated quotations as tables.

    Args:
        path: our own labels (`.toml`, or a folder of them: `data/gold`), one article a line (`.jsonl`:
            `id, lang, text, quotes, negatives`), or a folder of brat standoff (`.ann` beside or near `.txt`;
            events of a Content with its Source and Cue, as PolNeAR has them).

    Returns:
        The tables and the hash of the files. Spans in JSONL and brat count code points of the text as it
        stands there, which is why that text is not normalised.

    Raises:
        FileNotFoundError: when there is nothing at `path`.
        ValueError: for a folder or file of another kind, and for labels that are not in their article.

    >>> read_gold("data/missing.jsonl")
    Traceback (most recent call last):
    ...
    FileNotFoundError: no gold at path='data/missing.jsonl'
    """
    place = Path(path)
    if not place.exists():
        raise FileNotFoundError(f"no gold at path={str(path)!r}")
    suffix, files = _files(place)
    records = list(READERS[suffix](files))
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    return _tables(records, place.name, digest)


def _files(place: Path) -> tuple[str, list[Path]]:
    """The kind of gold, by suffix, and its files in order."""
    found = {place.suffix: [place]} if place.is_file() else {}
    for suffix in () if found else (".toml", ".ann", ".jsonl"):
        found[suffix] = sorted(place.rglob(f"*{suffix}"))
    for suffix, files in found.items():
        if suffix in READERS and files:
            return suffix, files
    raise ValueError(
        f"path={str(place)!r} holds no gold: give {', '.join(READERS)} or a folder of one of them"
    )


def _read_jsonl(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    for file in files:
        with file.open(encoding="utf-8", newline="\n") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


READERS = {".toml": labels.read, ".jsonl": _read_jsonl, ".ann": brat.read}
"""Suffix → its files as records of one form: `id, lang, text, quotes[], negatives[]`."""


def _tables(records: list[dict[str, Any]], name: str, digest: str) -> Gold:
    import pandas as pd

    articles = from_rows(Article, [_article(record, name) for record in records])
    rows = [(record["id"], *quote) for record in records for quote in _quotes(record)]
    quotes = from_rows(Quote, rows)
    quotes["core"] = [_is_core(quote) for record in records for quote in record["quotes"]]
    negatives = [
        (record["id"], wrong["start"], wrong["end"], wrong.get("why"))
        for record in records
        for wrong in record.get("negatives", ())
    ]
    avoided = pd.DataFrame(negatives, columns=["article_id", "start", "end", "why"])
    return Gold(articles, quotes.astype({"core": bool}), avoided, name, digest)


def _article(record: Mapping[str, Any], name: str) -> Article:
    return Article(
        record["id"], name, title=record.get("title"), text=record["text"], lang=record.get("lang")
    )


def _is_core(quote: Mapping[str, Any]) -> bool:
    """Whether a quotation tool should find it: said so, or not said to be optional."""
    return bool(quote.get("core", not quote.get("optional")))


def _quotes(record: Mapping[str, Any]) -> Iterator[Quote]:
    """One record's quotations; parts of a `group` are one utterance."""
    known = lexicon.of_language(record.get("lang") or lexicon.UNDETERMINED.code)
    groups: dict[Any, int] = {}
    for number, quote in enumerate(record["quotes"]):
        utterance = groups.setdefault(quote.get("group") or ("alone", number), len(groups) + 1)
        yield _quote(record["text"], quote, utterance, known)


def _quote(text: str, quote: Mapping[str, Any], utterance: int, known: lexicon.Lexicon) -> Quote:
    start, end = quote["start"], quote["end"]
    words_in_it = len(words.find(text[start:end], known))
    made = Quote(start, end, text[start:end], quote["kind"], utterance, words_in_it)
    carried = {field: quote[field] for field in labels.CARRIED if field in quote}
    return made._replace(
        **_part(text, quote, "cue", "cue"),
        **_part(text, quote, "speaker", "source"),
        speaker=quote.get("canonical"),
        **carried,
    )


def _part(text: str, quote: Mapping[str, Any], name: str, column: str) -> dict[str, Any]:
    """A cue or a mention: its words, as the text has them where their place is known."""
    start, end = quote.get(f"{name}_start"), quote.get(f"{name}_end")
    if start is None or end is None:
        return {column: quote.get(name)}
    return {column: quote.get(name) or text[start:end], f"{column}_start": start, f"{column}_end": end}
