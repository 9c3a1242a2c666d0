"""WXR, what WordPress exports: posts and pages are articles, attachments and menus are not."""

import re
from collections.abc import Iterator
from typing import Any

from analysis.formats import markup
from analysis.formats.found import Found

ARTICLES = {"post", "page", "", "article", "news"}
NEVER = "0000-00-00 00:00:00"
SHORTCODE = re.compile(r"\[/?(?:caption|gallery|embed|audio|video|playlist)\b[^\]]*\]")
PAIRED = re.compile(
    r"\[([a-z][\w-]{2,30})(?:\s[^\]]*)?\](?=.{0,2000}?\[/\1\])|\[/[a-z][\w-]{2,30}\]", re.DOTALL
)  # [dropcap]M[/dropcap]
BLOCK = re.compile(r"<(?:p|div|ul|ol|li|h[1-6]|blockquote|table|figure|pre|hr)\b", re.IGNORECASE)


def items(tree: Any, origin: str) -> Iterator[Found]:
    """The items of an export.

    Args:
        tree: the root, <rss>.
        origin: of the file; each record's ends in `#` and its number.
    """
    channel = next(markup.named(tree, "channel"), tree)
    outlet = next((markup.content(node) for node in channel if markup.local(node) == "title"), None)
    names = {
        _own(node, "author_login"): _own(node, "author_display_name")
        for node in markup.named(channel, "author")
    }
    for count, node in enumerate(markup.named(channel, "item"), 1):
        yield _item(node, outlet, names, f"{origin}#{count}")


def _own(node: Any, name: str) -> str | None:
    # By the children alone, and content:encoded before excerpt:encoded, which has the same local name.
    return next(
        (child.text.strip() for child in node if markup.local(child) == name and (child.text or "").strip()),
        None,
    )


def _encoded(node: Any, namespace: str) -> str:
    return next(
        (
            child.text or ""
            for child in node
            if isinstance(child.tag, str) and child.tag.endswith("}encoded") and namespace in child.tag
        ),
        "",
    )


def _item(node: Any, outlet: str | None, names: dict[str | None, str | None], origin: str) -> Found:
    login = _own(node, "creator")
    kind = _own(node, "post_type") or ""
    text = prose(_encoded(node, "/content"))
    fields = {
        "title": _own(node, "title"),
        "author": names.get(login) or login,
        "outlet": outlet,
        "url": _own(node, "link"),
        "published": _day(node),
        "section": ", ".join(
            child.text
            for child in node
            if markup.local(child) == "category" and child.get("domain") == "category" and child.text
        )
        or None,
        "text": text if kind in ARTICLES else None,
    }
    other = None if kind in ARTICLES else f"no article: an item of WordPress of the type {kind!r}"
    return Found(
        origin, fields, other or (None if text else "no text: the post is empty"), "wordpress:post_date_gmt"
    )


def _day(node: Any) -> str | None:
    utc = _own(node, "post_date_gmt")
    return utc if utc and utc != NEVER else _own(node, "pubdate") or _own(node, "post_date")


def prose(content: str) -> str | None:
    r"""The text of a post, whose paragraphs may be marked by empty lines only.

    Args:
        content: as WordPress keeps it.

    >>> prose("It <b>rains</b>.\n\nIt snows.\n"), prose("<p>It rains.</p>"), prose(" ")
    ('It rains.\n\nIt snows.', 'It rains.', None)
    """
    bare = PAIRED.sub("", SHORTCODE.sub("", content))
    if not BLOCK.search(bare):
        bare = "".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n|\n", bare))
    return markup.text(bare)
