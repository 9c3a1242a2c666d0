"""An executed notebook as one HTML file: no code, no script, nothing fetched; alt texts and styles kept."""

from pathlib import Path
from typing import Any

TEMPLATE = Path(__file__).with_name("page.html.j2")
SHOWN = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain"]
"""Which form of an output is shown, best first. Widgets and scripts are not: they would be dead on paper."""


def html(notebook: Any, title: str, language: str) -> str:
    """The page of a notebook.

    Args:
        language: the language it is written in, ISO 639-1.

    Returns:
        A complete document, its styles and pictures inside, whose content-security policy lets nothing run.

    >>> from nbformat.v4 import new_code_cell, new_notebook, new_output
    >>> shown = new_output("display_data", data={"text/html": "<b onclick='act()'>4 outlets</b>"})
    >>> page = html(new_notebook(cells=[new_code_cell("count()", outputs=[shown])]), "Who speaks?", "en")
    >>> [part in page for part in ("<title>Who speaks?</title>", "<b>4 outlets</b>", "act()", "count()")]
    [True, True, False, False]
    """
    from nbconvert import HTMLExporter
    from traitlets.config import Config

    exporter = HTMLExporter(
        config=Config({"NbConvertBase": {"display_data_priority": SHOWN}}),
        template_file=str(TEMPLATE),
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
        embed_images=True,
        language_code=language,
    )
    document, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": title}})
    return _without_scripts(document)


def _without_scripts(document: str) -> str:
    from lxml import html as markup
    from lxml_html_clean import Cleaner

    cleaner = Cleaner(
        scripts=True,
        javascript=True,
        embedded=True,
        frames=True,
        comments=True,
        style=False,
        links=False,
        meta=False,
        page_structure=False,
        forms=False,
        annoying_tags=False,
        remove_unknown_tags=False,
        safe_attrs_only=False,
    )
    tree = markup.document_fromstring(document)
    cleaner(tree)
    return str(markup.tostring(tree, doctype="<!DOCTYPE html>", encoding="unicode")) + "\n"
