"""Damage must not matter: what stays of content and speaker when the print of an article changes.

The share is the one that `python benchmarks/damage.py` prints for the invented articles of this repository.
Promised are .99 for each damage and .95 where paragraph breaks or a closing mark are lost; what is below is a
known failure.
"""

import importlib.util
import warnings
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

PROMISED = 0.99
PROMISED_LOST = 0.95
LOST = {"paragraph breaks lost", "a closing mark lost"}
FAILING: dict[str, str] = {}


@cache
def benchmark() -> ModuleType:
    path = Path(__file__).parents[1] / "benchmarks" / "damage.py"
    spec = importlib.util.spec_from_file_location("damage", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def articles() -> pd.DataFrame:
    return benchmark().own()


@cache
def before() -> Counter[tuple[str, str, str, str]]:
    return benchmark().pairs(articles())


def listed() -> list[object]:
    return [
        pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=FAILING[name]))
        if name in FAILING
        else name
        for name in benchmark().DAMAGES
    ]


@pytest.mark.parametrize("name", listed())
def test_pairs_stay(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        after = benchmark().pairs(benchmark().damaged(articles(), name))
        langs = benchmark().ONLY.get(name, {pair[0] for pair in before()})
    wanted = Counter({pair: number for pair, number in before().items() if pair[0] in langs})
    share = (wanted & after).total() / wanted.total()
    assert share >= (PROMISED_LOST if name in LOST else PROMISED)


@pytest.mark.parametrize("name", list(benchmark().DAMAGES))
def test_each_damage_changes_something(name: str) -> None:
    assert (benchmark().damaged(articles(), name)["text"] != articles()["text"]).any()
