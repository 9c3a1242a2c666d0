"""Articles for the benchmarks, and the whole analysis of them.

A corpus is one of
    polnear.dev.jsonl, press.jsonl.gz: an article a line, with `id`, `lang` and `text`;
    a folder of such files;
    gold as read_gold() reads it: data/gold, PolNeAR's brat files;
    anything else that read_articles() reads: its languages are detected.
Without a path the articles are invented (`articles.py`); so are those in data/, and every line says so.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
from articles import make

import analysis as an

COLUMNS = ["article_id", "text", "lang"]
SHIPPED = Path(__file__).resolve().parent.parent / "data"


def read(paths: Sequence[str], *, n: int = 600) -> pd.DataFrame:
    """Articles of all corpora, each text once, with `article_id, text, lang` and the name of their `corpus`.

    Args:
        paths: files and folders; none of them means invented articles.
        n: of the invented articles.
    """
    tables = [_named(_read(file), name_of(file)) for path in paths for file in files(Path(path))]
    tables = tables or [_named(invented(n), "invented")]
    articles = pd.concat(tables, ignore_index=True).dropna(subset=["text", "lang"]).drop_duplicates("text")
    if articles.empty:
        raise ValueError(f"paths={list(paths)!r} hold no article with text and language")
    return articles


def files(path: Path) -> list[Path]:
    """A folder of labelled lines is a corpus for each of its files; anything else is one corpus."""
    lines = sorted(path.glob("*.jsonl")) if path.is_dir() else []
    return lines if lines and all(map(_is_labelled, lines)) else [path]


def name_of(path: Path) -> str:
    """A corpus as a printed line calls it.

    >>> name_of(Path("corpora/polnear.dev.jsonl")), name_of(SHIPPED / "sample")
    ('polnear.dev', 'sample, invented')
    """
    name = path.name.removesuffix(".gz").removesuffix(".jsonl")
    return f"{name}, invented" if path.resolve().is_relative_to(SHIPPED) else name


def invented(n: int, seed: int = 0) -> pd.DataFrame:
    rows = [(f"{seed}-{number}", text, lang) for number, (lang, text) in enumerate(make(n, seed=seed))]
    return pd.DataFrame(rows, columns=COLUMNS)


def by_language(articles: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each corpus and language, as a printed line calls it ("polnear.dev, en: 300 articles")."""
    for (name, lang), some in articles.groupby(["corpus", "lang"], sort=False):
        words = some["text"].str.split().str.len().sum()
        yield f"{name}, {lang}: {len(some)} articles, {words:,} words", some


def whole(articles: pd.DataFrame) -> pd.DataFrame:
    """The analysis most users run, by public verbs alone: clean, languages, readability, quotations."""
    clean = an.detect_language(an.clean_text(articles))
    an.score_readability(clean)
    return an.find_quotes(clean)


def _named(articles: pd.DataFrame, name: str) -> pd.DataFrame:
    ids = name + "/" + articles["article_id"].astype("str")  # two corpora may number their articles alike
    return articles[COLUMNS].assign(article_id=ids, corpus=name)


def _read(path: Path) -> pd.DataFrame:
    if path.is_file() and path.name.removesuffix(".gz").endswith(".jsonl") and _is_labelled(path):
        return pd.DataFrame([(one["id"], one["text"], one["lang"]) for one in _lines(path)], columns=COLUMNS)
    if path.is_dir() and any(next(path.rglob(f"*{kind}"), None) for kind in (".toml", ".ann")):
        return an.read_gold(path).articles
    return an.detect_language(an.clean_text(an.read_articles(path)))


def _is_labelled(path: Path) -> bool:
    return {"id", "lang", "text"} <= next(_lines(path), {}).keys()


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
