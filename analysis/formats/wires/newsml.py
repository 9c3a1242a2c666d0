"""NewsML 1.2 and NewsML-G2: a message of one item or several, each with its headline, day and content."""

import re
from collections.abc import Iterator
from typing import Any

from analysis.formats import markup, untrusted
from analysis.formats.exports import lines
from analysis.formats.found import Found
from analysis.formats.wires import nitf

PICTURES = {"picture", "graphic", "photo", "video", "audio", "animation", "composite"}
NO_BODY = ("media", "byline", "h1", "hl1", "head", "header", "footer", "aside", "figure", "nav")
NO_HEADLINE = {"hld:subheadline", "subheadline", "hlrole:subtitle"}


def items(tree: Any, origin: str) -> Iterator[Found]:
    """The items of a message.

    Args:
        tree: the root: <NewsML>, <newsMessage>, <newsItem> or <packageItem>.
        origin: of the file; with several items each record's ends in `#` and its number.
    """
    nodes = [
        node
        for node in markup.named(tree, "newsitem", "packageitem", "conceptitem", "knowledgeitem")
        if not _inside_meta(node)
    ]
    nodes = nodes or [tree]
    for count, node in enumerate(nodes, 1):
        older = any(
            markup.local(child) in {"newscomponent", "identification", "newsmanagement"} for child in node
        )
        place = f"{origin}#{count}" if len(nodes) > 1 else origin
        yield _older(node, tree, place) if older else _g2(node, place)


def _inside_meta(node: Any) -> bool:
    # NewsML 1.2 has elements NewsItem inside a NewsItemId and the like, without content of their own.
    return len(node) == 0


def _older(node: Any, root: Any, origin: str) -> Found:
    story = next(markup.named(node, "nitf"), None)
    inner = nitf.fields(story) if story is not None else {}
    parts = list(markup.named(node, "datacontent"))
    text = inner.get("text") or next((made for part in parts if (made := _content(part))), None)
    fields = {
        "title": markup.first(node, "headline") or inner.get("title"),
        "author": nitf.author(markup.first(node, "byline")) or inner.get("author"),
        "outlet": _party(node) or inner.get("outlet"),
        "published": markup.first(node, "firstcreated")
        or inner.get("published")
        or markup.first(root, "dateandtime"),
        "section": None,
        "text": text,
        "lang_given": _formal(node, "language"),
    }
    media = (_formal(node, "mediatype") or "").casefold()
    return _found(fields, origin, media if not text else "", "FirstCreated")


def _party(node: Any) -> str | None:
    for name in ("provider", "source", "creator"):
        for holder in markup.named(node, name):
            for party in markup.named(holder, "party"):
                if party.get("FormalName"):
                    return str(party.get("FormalName"))
    return markup.first(node, "creditline", "providerid")


def _formal(node: Any, name: str) -> str | None:
    return next((one.get("FormalName") for one in markup.named(node, name) if one.get("FormalName")), None)


def _content(part: Any) -> str | None:
    inner = next(markup.named(part, "body", "body.content"), None)
    whole = part if inner is None else inner
    if len(part):
        rows = markup.paragraphs(whole, NO_BODY) or markup.paragraphs(whole, ("head",))
        return "\n\n".join(rows) or None
    return _plain(part.text or "")


def _plain(text: str) -> str | None:
    if re.search(r"<nitf\b", text):
        made: str | None = nitf.fields(untrusted.parse(text.encode()))["text"]
        return made
    if markup.is_markup(text):
        return markup.text(text)
    return lines.body([row.strip() for row in text.split("\n")])


def _g2(node: Any, origin: str) -> Found:
    package = markup.local(node) == "packageitem"
    heads = [
        one for one in markup.named(node, "headline") if (one.get("role") or "").casefold() not in NO_HEADLINE
    ]
    fields = {
        "title": next((text for one in heads if (text := markup.content(one))), None)
        or markup.first(node, "itemtitle"),
        "author": _by(node),
        "outlet": _provider(node),
        "published": _created(node),
        "section": None,
        "text": None if package else _inline(node),
        "lang_given": next(
            (one.get("tag") for one in markup.named(node, "language") if one.get("tag")), None
        ),
    }
    kind = next((one.get("qcode") or one.get("uri") or "" for one in markup.named(node, "itemclass")), "")
    media = "composite" if package else re.split(r"[:/]", kind)[-1].casefold()
    return _found(fields, origin, media if not fields["text"] else "", "firstCreated")


def _by(node: Any) -> str | None:
    by = lines.byline(markup.first(node, "by"))
    if by:
        return nitf.author(by)
    creators = [name for one in markup.named(node, "creator") if (name := markup.first(one, "name"))]
    names = [name for one in creators if one != _provider(node) and (name := nitf.author(one))]
    return ", ".join(dict.fromkeys(names)) or None


def _provider(node: Any) -> str | None:
    for name in ("provider", "copyrightholder", "infosource", "creditline"):
        for one in markup.named(node, name):
            found = (
                markup.first(one, "name")
                or one.get("literal")
                or (one.get("qcode") or "").rpartition(":")[2]
                or (one.get("uri") or "").rpartition("/")[2]
            )
            if found:
                return str(found)
    return markup.first(node, "creditline")


def _created(node: Any) -> str | None:
    # versionCreated only where nothing says when the item was first made or sent.
    return markup.first(node, "firstcreated", "contentcreated", "published", "versioncreated")


def _inline(node: Any) -> str | None:
    for part in markup.named(node, "inlinexml", "inlinedata"):
        story = next(markup.named(part, "nitf"), None)
        text = nitf.fields(story)["text"] if story is not None else _unescaped(_content(part))
        if text:
            return str(text)
    return None


def _unescaped(text: str | None) -> str | None:
    # &amp;#39; and &amp;quot;: escaped once more than XML needs
    from html import unescape

    return unescape(text) if text and re.search(r"&(?:#\d+|quot|amp|apos|nbsp|lt|gt);", text) else text


def _found(fields: dict[str, Any], origin: str, media: str, rule: str) -> Found:
    if fields["text"]:
        return Found(origin, fields, None, f"newsml:{rule}")
    if media in PICTURES:
        what = "a package of other items" if media == "composite" else f"a {media}"
        return Found(origin, fields, f"no article: {what}", f"newsml:{rule}")
    return Found(origin, fields, "no text: the item has headline and metadata only", f"newsml:{rule}")
