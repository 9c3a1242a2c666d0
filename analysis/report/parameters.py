"""What a notebook takes: the constants of its `parameters` cell, and the values given for them.

corpus: str = "data/sample"  # path: folder, archive or file with the articles
outlet: str | None = None    # only this outlet
min_stories: int = 10        # groups with fewer are shown as a table
"""

import ast
import datetime as dt
import io
import tokenize
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from analysis.meant import nearest

TYPES: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (float, int),
    "bool": (bool,),
    "list": (list,),
    "dict": (dict,),
    "None": (type(None),),
}
"""What an annotation admits."""


class Parameter(NamedTuple):
    """One constant of a `parameters` cell.

    Fields:
        name: its name
        kinds: the names of the types it takes; empty where the notebook does not say
        default: its value in the notebook
        comment: what stands after it, without `path:`
        is_path: whether its comment begins with `path:`
    """

    name: str
    kinds: tuple[str, ...]
    default: Any
    comment: str
    is_path: bool


def read(source: str) -> dict[str, Parameter]:
    """The parameters of a cell, by name.

    Raises:
        ValueError: when the cell is not Python, or a value in it is not a constant.

    >>> read('corpus: str = "data/sample"  # path: what to read')["corpus"]
    Parameter(name='corpus', kinds=('str',), default='data/sample', comment='what to read', is_path=True)
    """
    try:
        comments = _comments(source)
        return {found.name: found for found in _parameters(ast.parse(source), comments)}
    except (SyntaxError, tokenize.TokenError, ValueError) as error:
        raise ValueError(f"the parameters cell must hold constants only: {error}") from error


def _comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}


def _parameters(tree: ast.Module, comments: Mapping[int, str]) -> Iterator[Parameter]:
    for statement in tree.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=ast.expr() as value):
                kinds = _kinds(annotation)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                kinds = ()
            case _:
                continue
        default = ast.literal_eval(value)
        said = comments.get(statement.end_lineno or 0, "")
        comment = said.removeprefix("path:").strip()
        yield Parameter(name, kinds or _kind_of(default), default, comment, said.startswith("path:"))


def _kinds(annotation: ast.expr) -> tuple[str, ...]:
    parts = [part.split("[")[0].strip() for part in ast.unparse(annotation).split("|")]
    return tuple(parts) if set(parts) <= set(TYPES) else ()


def _kind_of(default: Any) -> tuple[str, ...]:
    return () if default is None else (type(default).__name__,)


def chosen(known: Mapping[str, Parameter], given: Mapping[str, Any], notebook: str) -> dict[str, Any]:
    """The values given, checked against what a notebook takes; relative paths are made absolute.

    Args:
        notebook: what the errors call it.

    Raises:
        ValueError: for a name the notebook does not have.
        TypeError: for a value of another type.
        FileNotFoundError: for a path where nothing is.

    >>> chosen(read("min_stories: int = 10"), {"min_storys": 3}, "report.ipynb")
    Traceback (most recent call last):
    ...
    ValueError: report.ipynb has no parameter 'min_storys'; did you mean 'min_stories'?
    """
    return {name: _checked(_named(known, name, notebook), value) for name, value in given.items()}


def _named(known: Mapping[str, Parameter], name: str, notebook: str) -> Parameter:
    if name in known:
        return known[name]
    raise ValueError(f"{notebook} has no parameter {name!r}; {nearest(name, sorted(known))}")


def _checked(parameter: Parameter, value: Any) -> Any:
    if isinstance(value, dt.date | Path):  # YAML reads 2024-01-10 as a date
        value = str(value)
    if parameter.kinds and not any(_is(value, kind) for kind in parameter.kinds):
        takes = " or ".join(parameter.kinds)
        raise TypeError(f"parameter {parameter.name!r} takes {takes}, not {type(value).__name__} {value!r}")
    return _found(parameter.name, value) if parameter.is_path and value else value


def _found(name: str, value: str) -> str:
    path = Path(value).resolve()
    if not path.exists():
        raise FileNotFoundError(f"parameter {name!r}: there is no file or folder {value!r} in {Path.cwd()}")
    return str(path)


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, TYPES[kind]) and (kind == "bool" or not isinstance(value, bool))


def from_text(known: Mapping[str, Parameter], texts: Mapping[str, str], notebook: str) -> dict[str, Any]:
    r"""Values typed at the command line, read as the type each parameter takes.

    What may be a string stays as typed (`0012`); an empty value is None where the parameter may be None;
    anything else is read as YAML.

    Args:
        texts: name → what was typed after its `=`.
        notebook: what the errors call it.

    Returns:
        Name → value; chosen() checks that it is of a type the parameter takes.

    Raises:
        ValueError: for a name the notebook does not have.

    >>> takes = read("outlet: str | None = None\nmin_stories: int = 10")
    >>> from_text(takes, {"outlet": "2024", "min_stories": "3"}, "report.ipynb")
    {'outlet': '2024', 'min_stories': 3}
    """
    return {name: _from_text(_named(known, name, notebook), text) for name, text in texts.items()}


def _from_text(parameter: Parameter, text: str) -> Any:
    import yaml

    if not text and "None" in parameter.kinds:
        return None
    if "str" in parameter.kinds:
        return text
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return text
