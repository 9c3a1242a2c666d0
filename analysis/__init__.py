"""Media analysis: news articles as tables, then: who speaks, how openly, in which language, how readable.

    import analysis as an
    from analysis import charts

    articles = an.detect_language(an.clean_text(an.read_articles("data/sample")))
    quotes = an.find_quotes(articles)
    an.summarise_sources(articles, quotes, by="outlet")

Every verb is loaded when it is first used (PEP 562): importing the package costs next to nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

VERBS = {
    "clean_text": "articles",
    "compare_readability": "readability",
    "detect_language": "language",
    "detect_paragraphs": "language",
    "explain_file": "formats",
    "explain_quotes": "quotes",
    "find_boilerplate": "articles",
    "find_credits": "articles",
    "find_quotes": "quotes",
    "find_repeated_lines": "stories",
    "find_translation_traces": "language",
    "formulas": "readability",
    "in_project": "project",
    "load_lexicon": "quotes",
    "read_articles": "formats",
    "read_chunks": "formats",
    "read_gold": "evaluate",
    "run_report": "report",
    "score_quotes": "evaluate",
    "score_readability": "readability",
    "select": "articles",
    "show": "display",
    "summarise_sources": "sources",
    "write_articles": "formats",
}
"""The public verbs and the module each lives in."""

# Written out, so that type checkers and editors know the verbs; a test compares it with VERBS.
__all__ = [
    "clean_text",
    "compare_readability",
    "detect_language",
    "detect_paragraphs",
    "explain_file",
    "explain_quotes",
    "find_boilerplate",
    "find_credits",
    "find_quotes",
    "find_repeated_lines",
    "find_translation_traces",
    "formulas",
    "in_project",
    "load_lexicon",
    "read_articles",
    "read_chunks",
    "read_gold",
    "run_report",
    "score_quotes",
    "score_readability",
    "select",
    "show",
    "summarise_sources",
    "write_articles",
]

if TYPE_CHECKING:
    from analysis.articles import clean_text, find_boilerplate, find_credits, select
    from analysis.display import show
    from analysis.evaluate import read_gold, score_quotes
    from analysis.formats import explain_file, read_articles, read_chunks, write_articles
    from analysis.language import detect_language, detect_paragraphs, find_translation_traces
    from analysis.project import in_project
    from analysis.quotes import explain_quotes, find_quotes, load_lexicon
    from analysis.readability import compare_readability, formulas, score_readability
    from analysis.report import run_report
    from analysis.sources import summarise_sources
    from analysis.stories import find_repeated_lines


def __getattr__(name: str) -> Any:
    if name not in VERBS:
        raise AttributeError(f"module 'analysis' has no verb {name!r}; it has {', '.join(__all__)}")
    value = getattr(importlib.import_module(f"analysis.{VERBS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__", "charts"]
