"""Our own labels: quotations written down as their words, found again in the article beside them."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from analysis.text.words import Span, normalise

CARRIED = ("named_status", "anonymity", "source_type", "country")
"""Labels that go into the quotes table as they stand."""


def read(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    r"""The articles of label files, in the form of the JSONL.

    A file is one language (`fr.toml`); an article has `article_id`, `text`, and tables `quotes` (`quote`,
    `kind`, and where there is one `cue`, `source`, `speaker`, `utterance`, `optional`) and `negatives`
    (`quote`, `why`). Of words that stand in the article more than once, `nth` says which, counted from 1. The
    cue is the occurrence nearest to the quotation, the source the one nearest to the cue.

    Args:
        files: the label files, UTF-8.

    Raises:
        ValueError: naming file, article and words that are not in the article, not only once, or not `nth`.

    >>> import tempfile
    >>> labels = "[[articles]]\narticle_id = 'a'\ntext = 'Ada: « Oui », dit Ada.'\n"
    >>> labels += "quotes = [{ quote = 'Oui', kind = 'direct', cue = 'dit', source = 'Ada' }]"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "fr.toml").write_text(labels, encoding="utf-8")
    ...     quote = next(read([Path(folder, "fr.toml")]))["quotes"][0]
    >>> quote["start"], quote["cue_start"], quote["speaker_start"]
    (7, 14, 18)
    """
    for file in files:
        for article in tomllib.loads(file.read_text(encoding="utf-8")).get("articles", ()):
            yield _record(article, file.stem, f"{file.name}, article {article['article_id']}")


def _record(article: Mapping[str, Any], lang: str, where: str) -> dict[str, Any]:
    text = normalise(article["text"]).strip("\n")
    return {
        "id": article["article_id"],
        "lang": lang,
        "title": article.get("title"),
        "text": text,
        "quotes": [_quote(text, quote, where) for quote in article.get("quotes", ())],
        "negatives": [_negative(text, wrong, where) for wrong in article.get("negatives", ())],
    }


def _negative(text: str, wrong: Mapping[str, Any], where: str) -> dict[str, Any]:
    start, end = _only(text, wrong, where)
    return {"start": start, "end": end, "why": wrong["why"]}


def _quote(text: str, quote: Mapping[str, Any], where: str) -> dict[str, Any]:
    content = _only(text, quote, where)
    made: dict[str, Any] = {field: quote[field] for field in CARRIED if field in quote}
    made |= {"start": content.start, "end": content.end, "kind": quote["kind"]}
    made |= {"group": quote.get("utterance"), "optional": quote.get("optional", False)}
    made |= {"canonical": quote.get("speaker"), "speaker": quote.get("source"), "cue": quote.get("cue")}
    cue = _nearest(text, quote["cue"], content, content, where) if "cue" in quote else content
    if "cue" in quote:
        made |= {"cue_start": cue.start, "cue_end": cue.end}
    if "source" in quote:
        source = _nearest(text, quote["source"], cue, content, where)
        made |= {"speaker_start": source.start, "speaker_end": source.end}
    return made


def _only(text: str, label: Mapping[str, Any], where: str) -> Span:
    """The place of a label's words: the only one, or the nth."""
    found = _places(text, label["quote"], where)
    if len(found) > 1 and "nth" not in label:
        raise ValueError(
            f"{where}: {label['quote']!r} stands there {len(found)} times; add nth = 1 … {len(found)}"
        )
    nth: int = label.get("nth", 1)
    if not 1 <= nth <= len(found):
        raise ValueError(f"{where}: nth = {nth}, but {label['quote']!r} stands there {len(found)} times")
    return found[nth - 1]


def _nearest(text: str, phrase: str, anchor: Span, content: Span, where: str) -> Span:
    """The place of a cue or a source: nearest to its anchor, and outside the content where it can be."""

    def distance(place: Span) -> tuple[bool, int]:
        inside = content.start <= place.start < content.end
        return inside, max(place.start - anchor.end, anchor.start - place.end, 0)

    return min(_places(text, phrase, where), key=distance)


def _places(text: str, phrase: str, where: str) -> list[Span]:
    """Everywhere a phrase stands as whole words."""
    pattern = rf"(?<!\w){re.escape(phrase)}(?!\w)"
    found = [Span(*match.span()) for match in re.finditer(pattern, text)]
    if not found:
        raise ValueError(f"{where}: {phrase!r} is not in the text")
    return found
