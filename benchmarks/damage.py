"""Damage: how many quotations keep content and speaker when the print of an article changes.

python benchmarks/damage.py [--show DAMAGE] [GOLD ...]    (GOLD: folders or files that read_gold() reads)

On the invented articles of data/sample (data/gold is part of it) and of tests/cases put together, and on each
GOLD given: for each damage and language the share of the pairs (content, speaker), their letters and figures
alone compared, that find_quotes() still gives. --show prints the pairs that one damage loses or brings.
"""

import re
import sys
import textwrap
import tomllib
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd

import analysis as an
from analysis.evaluate.gold import read_gold
from analysis.text import lexicon, marks, mentions

ROOT = Path(__file__).parents[1]
WIDTHS = (60, 72, 80, 100)
TOGETHER = 8
"""Cases that make an article."""

SPACES = {"fr": "\u00a0"}
"""What stands inside guillemets."""

Damage = Callable[[str, str], str]


def breaks_lost(text: str, _: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)


def apostrophes_apart(before: str, after: str) -> Damage:
    return lambda text, _: re.sub(r"(?<=\w)['’](?=\w)", f"{before}'{after}", text)


def remarked(opening: str, closing: str, spaced: bool = False) -> Damage:
    """Other marks around each outer stretch; inside « and » what the language prints there."""

    def damaged(text: str, lang: str) -> str:
        space = SPACES.get(lang, "") if spaced else ""
        pieces, done = [], 0
        for one in marks.outer(marks.pair(text, lexicon.load(lang))):
            if one.state == "paired":
                pieces += [text[done : one.open], opening, space, text[one.start : one.end], space, closing]
                done = one.close
        return "".join([*pieces, text[done:]])

    return damaged


def hyphens(text: str, _: str) -> str:
    return re.sub("[–—―]", "-", text)


def no_break_spaces(text: str, _: str) -> str:
    return re.sub(r" (?=[»:;?!–—%]|\d)|(?<=[«–—\d]) ", "\u00a0", text)


def no_break_spaces_lost(text: str, _: str) -> str:
    return re.sub("(?<=[«–—])[\u00a0\u202f]|[\u00a0\u202f](?=[»:;?!–—%])", "", text)


def double_spaces(text: str, _: str) -> str:
    return re.sub(r"(?<=[.?!,”»]) (?=\S)", "  ", text)


def wrapped(width: int) -> Damage:
    def damaged(text: str, _: str) -> str:
        paragraphs = [one for one in text.split("\n") if one.strip()]
        filled = (
            textwrap.fill(one, width, break_long_words=False, break_on_hyphens=False) for one in paragraphs
        )
        return "\n\n".join(filled)

    return damaged


NAME = re.compile(r"[^\W\d_][\w'’-]+(?: [A-ZÀ-ÞА-Я][\w'’-]+)+")
"""A full name: two or more words with capitals, no `of`; a name with its office may slip in."""


def name_in_marks(text: str, lang: str) -> str:
    """A full name outside marks, one an article, put in the marks of its language."""
    known = lexicon.load(lang)
    held = marks.pair(text, known)
    outside = [
        one for one in mentions.find(text, known) if not any(m.open <= one.start < m.close for m in held)
    ]
    names = [one for one in outside if one.form == "name" and NAME.fullmatch(one.name)]
    if not names:
        return text
    one = names[len(text) % len(names)]
    start = text.index(one.name, one.start)
    end = start + len(one.name)
    opening, closing = {"de": "„“", "en": "“”", "pt": "“”"}.get(lang, "«»")
    space = SPACES.get(lang, "")
    return f"{text[:start]}{opening}{space}{text[start:end]}{space}{closing}{text[end:]}"


def closing_mark_lost(text: str, lang: str) -> str:
    """One closing mark of an article taken away."""
    held = [
        one for one in marks.outer(marks.pair(text, lexicon.load(lang))) if one.state == "paired" and one.end
    ]
    if not held:
        return text
    one = held[len(text) % len(held)]
    return text[: one.end] + text[one.close :]


DAMAGES: dict[str, Damage] = {
    "paragraph breaks lost": breaks_lost,
    "apostrophes: space before": apostrophes_apart(" ", ""),
    "apostrophes: space after": apostrophes_apart("", " "),
    "straight marks": remarked('"', '"'),
    "curly marks": remarked("“", "”"),
    "guillemets": remarked("«", "»", spaced=True),
    "»…«": remarked("»", "«"),
    "hyphen for dash": hyphens,
    "no-break spaces": no_break_spaces,
    "no-break spaces lost": no_break_spaces_lost,
    "double spaces": double_spaces,
    **{f"wrapped at {width}": wrapped(width) for width in WIDTHS},
    "a name in marks": name_in_marks,
    "a closing mark lost": closing_mark_lost,
}

ONLY = {"»…«": {"de"}}
"""Damage that only the print of some languages knows."""


def of_cases() -> pd.DataFrame:
    """The cases of each language, some together an article."""
    rows = []
    for path in sorted((ROOT / "tests" / "cases").glob("??.toml")):
        texts = [case["text"] for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]]
        starts = range(0, len(texts), TOGETHER)
        rows += [
            (f"{path.stem} cases {at}", "\n\n".join(texts[at : at + TOGETHER]), path.stem) for at in starts
        ]
    return pd.DataFrame(rows, columns=["article_id", "text", "lang"])


def own() -> pd.DataFrame:
    """Invented articles: `article_id`, `text`, `lang`."""
    sample = an.detect_language(an.read_articles(ROOT / "data" / "sample"))
    return pd.concat([sample[["article_id", "text", "lang"]], of_cases()], ignore_index=True)


def pairs(articles: pd.DataFrame) -> Counter[tuple[str, str, str, str]]:
    """How often each article gives a content with a speaker."""
    found = an.find_quotes(articles)
    langs = dict(zip(articles["article_id"], articles["lang"].str[:2], strict=True))
    return Counter(
        (langs[id_], id_, _letters(quote), _letters(speaker if isinstance(speaker, str) else ""))
        for id_, quote, speaker in zip(found["article_id"], found["quote"], found["speaker"], strict=True)
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def damaged(articles: pd.DataFrame, name: str) -> pd.DataFrame:
    damage = DAMAGES[name]
    texts = [damage(text, lang[:2]) for text, lang in zip(articles["text"], articles["lang"], strict=True)]
    return articles.assign(text=texts)


def kept(articles: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """For each damage (a row) and language the share of the pairs that stay, and their number."""
    articles = articles[articles["text"].notna() & articles["lang"].notna()]
    before = pairs(articles)
    shares = {}
    for name in names:
        left = before & pairs(damaged(articles, name))
        total, stay = _by_language(before), _by_language(left)
        some = {lang for lang in total if lang in ONLY.get(name, total)}
        shares[name] = {lang: stay[lang] / total[lang] for lang in sorted(some)}
        shares[name]["all"] = sum(stay[lang] for lang in some) / max(1, sum(total[lang] for lang in some))
    shares["pairs"] = {**_by_language(before), "all": before.total()}
    return pd.DataFrame(shares).T


def _by_language(counted: Counter[tuple[str, str, str, str]]) -> Counter[str]:
    by: Counter[str] = Counter()
    for (lang, *_), number in counted.items():
        by[lang] += number
    return by


def show(articles: pd.DataFrame, name: str) -> None:
    """The pairs that a damage loses, and those that come instead."""
    before, after = pairs(articles), pairs(damaged(articles, name))
    for sign, some in (("-", before - after), ("+", after - before)):
        for pair in sorted(some):
            print(sign, *pair)


def main() -> None:
    warnings.simplefilter("ignore")
    arguments = sys.argv[1:]
    shown = arguments[1] if arguments[:1] == ["--show"] else None
    paths = arguments[2:] if shown else arguments
    for name, articles in (("invented", own()), *((path, read_gold(path).articles) for path in paths)):
        if shown:
            show(articles, shown)
            continue
        print(f"\n{name}: share of the pairs (content, speaker) that stay")
        print(kept(articles, list(DAMAGES)).to_string(float_format="%.3f", na_rep=""))


if __name__ == "__main__":
    main()
