"""The reader of each archive's exports, by the name under `read` in archives.toml."""

from collections.abc import Callable, Iterator

from analysis.formats import exports, markup
from analysis.formats.exports import (
    apa,
    europresse,
    factiva,
    factiva_text,
    nexis,
    nexis_uni,
    proquest,
    regional,
    splitting,
)
from analysis.formats.found import Found

Reader = Callable[[str, str], Iterator[Found]]

TEXTS: dict[str, Reader] = {
    "nexis": nexis.of_text,
    "nexis_uni": nexis_uni.of_text,
    "factiva_text": factiva_text.of_text,
    "proquest": proquest.of_text,
    "apa": apa.of_text,
    "mediargus": regional.mediargus,
}
PAGES: dict[str, Reader] = {
    "nexis": nexis.of_page,
    "factiva": factiva.of_page,
    "europresse": europresse.of_page,
    "proquest": proquest.of_page,
    "apa": apa.of_page,
    "integrum": regional.integrum,
    "yomidas": regional.yomidas,
    "kikuzo": regional.kikuzo,
    "clippings": regional.clippings,
}
MOST_BYTES = 300_000_000


def read(archive: str, whole: str, origin: str, *, page: bool) -> Iterator[Found]:
    """The articles of an export.

    Args:
        archive: as `exports.of_text` or `exports.of_page` told it.
        whole: the text, or the page's source.
        origin: of the file.
        page: whether it is a page.

    Returns:
        Its articles; for an archive without a reader one record that names it.

    >>> [found.problem for found in read("retriever", "", "a.txt", page=False)]
    ['not a format read here: an export of Retriever']
    """
    entry = exports.entries()[archive]
    if len(whole) > MOST_BYTES:
        raise ValueError(f"too large an export: more than {MOST_BYTES} characters; save it in parts")
    reader = (PAGES if page else TEXTS).get(entry.get("read", ""))
    if reader:
        return reader(whole, origin)
    text = as_text(whole) if page else whole
    if entry.get("read") in TEXTS:
        return TEXTS[entry["read"]](text, origin)
    if "start" in entry:
        return splitting.split(text, origin, splitting.of_entry(archive, entry))
    return iter([Found(origin, problem=f"not a format read here: {exports.name(archive)}")])


def as_text(page: str) -> str:
    r"""A page as lines, an empty one between paragraphs.

    Args:
        page: its source.

    >>> as_text("<p>One<br>two</p><p>three</p>")
    'One\ntwo\n\nthree'
    """
    return "\n\n".join(markup.paragraphs(markup.document(page), breaks="\n"))
