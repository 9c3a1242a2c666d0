"""PDF: the text of its pages by pypdfium2, which comes with the extra `pdf`."""

import re
from typing import BinaryIO

from analysis.formats.found import LOCKED
from analysis.formats.texts import Text
from analysis.text import words

MOST_PAGES = 5_000
# Page 2 of 14: the foot of a page, which is no line of the text
FOOT = re.compile(r"^[ \t]*(?:[^\W\d_]+ )?\d+ (?:of|von|sur|de|di|van|/) \d+[ \t]*$\n?", re.MULTILINE)
HYPHEN = "\ufffe"  # what pdfium writes for the hyphen of a word broken at a line's end


def load(stream: BinaryIO) -> Text:
    """The text of a PDF, a line a line of the page, an empty line between pages.

    Args:
        stream: the file.

    Raises:
        ValueError: where the extra is not installed, for a file too large, and for one that is broken or
            locked.
    """
    try:
        import pypdfium2
    except ImportError:
        raise ValueError(
            "not a format read here: a PDF; pip install 'media-analysis[pdf]' makes it one"
        ) from None
    try:
        document = pypdfium2.PdfDocument(stream.read())
    except pypdfium2.PdfiumError as error:
        raise ValueError(LOCKED if "password" in str(error) else f"broken PDF: {error}") from error
    try:
        return _text(document)
    finally:
        document.close()


def _text(document: object) -> Text:
    pages = list(range(len(document)))  # type: ignore[arg-type]
    if len(pages) > MOST_PAGES:
        raise ValueError(f"too large a document: more than {MOST_PAGES} pages")
    made = [document[number].get_textpage().get_text_range() for number in pages]  # type: ignore[index]
    text = "\n\n".join(page.replace("\r\n", "\n") for page in made)
    about = document.get_metadata_dict()  # type: ignore[attr-defined]
    fields = {"title": about.get("Title"), "author": about.get("Author")}
    joined = FOOT.sub("", text.replace(f"{HYPHEN}\n", "").replace(HYPHEN, ""))
    scanned = (
        None
        if joined.strip() or not pages
        else "no text: the PDF holds pictures of pages; run OCR over it first"
    )
    return Text(words.normalise(joined), {k: v for k, v in fields.items() if v}, scanned, "document")
