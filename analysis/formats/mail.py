"""Mail (.eml): what an archive or a clipping service sent; its text may be an export, or is one article."""

import email
import email.policy
from email.message import EmailMessage
from typing import BinaryIO

from analysis.formats import decode, markup
from analysis.formats.texts import Text
from analysis.text import words


def load(stream: BinaryIO) -> Text:
    r"""The text of a mail, its subject, sender and day.

    Args:
        stream: the file, read to its end.

    >>> import io
    >>> found = load(io.BytesIO(b"Subject: Rain\nFrom: Echo <echo@echo.example>\n\nIt rains.\n"))
    >>> found.text, found.fields["title"], found.fields["outlet"]
    ('It rains.\n', 'Rain', 'Echo')
    """
    raw = stream.read()
    letter = email.message_from_bytes(raw, policy=email.policy.default)
    body = letter.get_body(("plain", "html"))
    text, source = _content(body if isinstance(body, EmailMessage) else letter)
    sender = str(letter.get("From") or "")
    fields = {
        "title": letter.get("Subject"),
        "outlet": sender.partition("<")[0].strip(' "') or sender,
        "published": letter.get("Date"),
    }
    known = {name: str(value) for name, value in fields.items() if value}
    return Text(words.normalise(text), known, via="mail:Date", source=source)


def _content(part: EmailMessage) -> tuple[str, str | None]:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    text, _ = decode.decode(raw, part.get_content_charset())
    if part.get_content_type() == "text/html":
        return "\n\n".join(markup.paragraphs(markup.document(text), breaks="\n")), text
    return text, None
