"""The commands of the verbs: files in, a table out; options are the verb's keyword-only parameters."""

import inspect
import re
from argparse import BooleanOptionalAction
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import analysis
from analysis.cli import screen
from analysis.cli.parser import Parser

READ: dict[str, Callable[[str], Any]] = {"int": int, "float": float, "str": str}
"""What is typed → what the verb takes, by the annotation of the parameter."""

TABLE = "pd.DataFrame"
KINDS = (TABLE, "bool", *READ)
MADE_BY = {
    "articles": "read-articles",
    "boilerplate": "find-boilerplate",
    "predicted": "find-quotes",
    "quotes": "find-quotes",
    "repeated": "find-repeated-lines",
    "scores": "score-readability",
}
"""A table that a verb takes → the command that makes it."""

PAGE = """\
<!DOCTYPE html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
{html}
"""


def run(command: str, argv: Sequence[str]) -> int:
    """Run the command of a verb.

    Returns:
        0: whatever goes wrong is raised.

    Raises:
        ValueError: for a table that cannot be read and an OUT that cannot be written, under the name they
            were given by; what the verb itself raises passes through.

    >>> run("find-credits", ["mine.csv"])
    Traceback (most recent call last):
    ...
    ValueError: ARTICLES: 'mine.csv' is not a file; media-analysis read-articles makes such a table
    """
    verb = getattr(analysis, command.replace("-", "_"))
    typed = vars(parser(command, verb).parse_args(argv))
    out = typed.pop("out")
    signature = inspect.signature(verb)
    with _naming("-o"):  # before the verb works for an hour
        _check(out, signature.return_annotation == TABLE)
    values = {name: _value(signature.parameters[name], given) for name, given in typed.items()}
    positional = [values.pop(name) for name in list(values) if not _is_option(signature.parameters[name])]
    result = verb(*positional, **values)
    if out is None:
        _print(result)
    else:
        with _naming("-o"):
            _write(result, out)
    return 0


def parser(command: str, verb: Callable[..., Any]) -> Parser:
    """The parser of a verb's command.

    Args:
        verb: the function; its signature has the options, its docstring the help.

    >>> "--method" in parser("detect-language", analysis.detect_language).format_help()
    True
    """
    documented = meanings(verb)
    made = Parser(f"media-analysis {command}", (inspect.getdoc(verb) or "").split("\n\n")[0])
    for parameter in offered(verb):
        _add(made, parameter, documented.get(parameter.name, ""))
    suffixes = "its suffix decides the format; without it, CSV to the screen, control characters shown"
    made.add_argument("-o", dest="out", metavar="OUT", type=Path, help=f"file to write: {suffixes}")
    return made


def offered(verb: Callable[..., Any]) -> list[inspect.Parameter]:
    """The parameters of a verb that a command line can give: texts, numbers, yes or no, and tables.

    Args:
        verb: the function; of its keyword-only parameters those of other types are left out.

    >>> [parameter.name for parameter in offered(analysis.find_credits)]
    ['articles']
    """
    every = inspect.signature(verb).parameters.values()
    return [one for one in every if not _is_option(one) or _kind(one)]


def meanings(verb: Callable[..., Any]) -> dict[str, str]:
    """What a verb's docstring says of each of its arguments.

    Args:
        verb: the function, documented in the style of this very block.

    Returns:
        Name of the argument → its meaning on one line.

    >>> meanings(meanings)
    {'verb': 'the function, documented in the style of this very block.'}
    """
    _, _, arguments = (inspect.getdoc(verb) or "").partition("\nArgs:\n")
    block = arguments.split("\n\n")[0]
    found = re.findall(r"^ {4}(\w+): (.+(?:\n {5,}\S.*)*)", block, re.MULTILINE)
    return {name: re.sub(r"\s+", " ", meaning) for name, meaning in found}


def _add(made: Parser, parameter: inspect.Parameter, meaning: str) -> None:
    said = meaning.replace("%", "%%")
    kind = _kind(parameter)
    if not _is_option(parameter):
        many = "+" if parameter.name == "paths" else None
        made.add_argument(parameter.name, metavar=parameter.name.upper(), nargs=many, help=said)
    elif kind == "bool":
        # Where None means "not said", --day-first and --no-day-first say it.
        action = BooleanOptionalAction if parameter.default is None else "store_true"
        made.add_argument(_flag(parameter), action=action, default=parameter.default, help=said)
    else:
        shown = "FILE" if kind == TABLE else kind.upper()
        must = parameter.default is parameter.empty
        how: dict[str, Any] = {"required": True} if must else {"default": parameter.default}
        if "Sequence[str]" in _annotation(parameter):
            how["action"] = "append"  # several are given as --outlet A --outlet B
        made.add_argument(_flag(parameter), type=READ.get(kind, str), metavar=shown, help=said, **how)


def _flag(parameter: inspect.Parameter) -> str:
    return "--" + parameter.name.replace("_", "-")


def _is_option(parameter: inspect.Parameter) -> bool:
    return parameter.kind is parameter.KEYWORD_ONLY


def _kind(parameter: inspect.Parameter) -> str:
    """`"pd.DataFrame | None"` → `"pd.DataFrame"`; nothing for what cannot be typed."""
    parts = _annotation(parameter).split(" | ")
    return next((kind for kind in KINDS if kind in parts), "")


def _annotation(parameter: inspect.Parameter) -> str:
    said = parameter.annotation
    return said if isinstance(said, str) else inspect.formatannotation(said)


def _value(parameter: inspect.Parameter, given: Any) -> Any:
    if _kind(parameter) != TABLE or given is None:
        return given
    name = parameter.name
    with _naming(
        _flag(parameter) if _is_option(parameter) else name.upper(),
        f"; media-analysis {MADE_BY[name]} makes such a table",
    ):
        return _table(name, given)


@contextmanager
def _naming(argument: str, fix: str = "") -> Iterator[None]:
    """Errors in here are told under the name the analyst typed, with what to do."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise ValueError(f"{argument}: {error}{fix}") from error


def _check(out: Path | None, is_table: bool) -> None:
    from analysis.formats import target

    if out is not None and is_table:
        target(out)
    elif out is not None and out.suffix.lower() != ".html":
        raise ValueError(f"path={str(out)!r}: a page has the suffix .html")


def _table(name: str, path: str) -> Any:
    from analysis.formats import read_table

    if not Path(path).is_file():
        raise FileNotFoundError(f"{path!r} is not a file")
    return read_table(path, _records().get(name))


def _records() -> Mapping[str, type]:
    from analysis.stories import RepeatedLine
    from analysis.tables import Article
    from analysis.text.boilerplate import Line
    from analysis.text.quotes import Quote

    found = {"boilerplate": Line, "repeated": RepeatedLine}
    return {"articles": Article, "quotes": Quote, "predicted": Quote, **found}


def _print(result: Any) -> None:
    if hasattr(result, "html"):
        screen.put(_page(result))
    else:
        screen.put(result.to_csv(index=False))


def _write(result: Any, out: Path) -> None:
    if hasattr(result, "html"):
        out.write_text(_page(result), encoding="utf-8")
    else:
        from analysis.formats import write_table

        write_table(result, out)
        screen.tell(f"{out}: {len(result)} rows")


def _page(result: Any) -> str:
    return PAGE.format(title="A marked article", html=result.html)
