"""Where a value of JSON departs from its shape.

A `dict` names every key there must be and no other, in order; a `list` holds the shape of each of
its parts; a `tuple` lists alternatives; a `set` the words allowed; a type stands for itself.
"""

from typing import Any

MOMENT = "moment"


def misfit(value: Any, shape: Any, where: str = "$") -> str | None:
    """Say where a value first departs from its shape; None if it fits."""
    if isinstance(shape, tuple):
        found = [misfit(value, each, where) for each in shape]
        return None if None in found else found[0]
    if isinstance(shape, set):
        return None if value in shape else f"{where}: {value!r} is not one of the words"
    if isinstance(shape, dict):
        return _misfit_of_object(value, shape, where)
    if isinstance(shape, list):
        return _misfit_of_list(value, shape[0], where)
    return _misfit_of_leaf(value, shape, where)


def _misfit_of_object(value: Any, shape: dict[str, Any], where: str) -> str | None:
    if not isinstance(value, dict):
        return f"{where}: no object"
    if list(value) != list(shape):
        return f"{where}: has the keys {list(value)}"
    found = (misfit(value[key], inner, f"{where}.{key}") for key, inner in shape.items())
    return next(filter(None, found), None)


def _misfit_of_list(value: Any, shape: Any, where: str) -> str | None:
    if not isinstance(value, list):
        return f"{where}: no list"
    found = (misfit(part, shape, f"{where}[{at}]") for at, part in enumerate(value))
    return next(filter(None, found), None)


def _misfit_of_leaf(value: Any, shape: Any, where: str) -> str | None:
    if shape is MOMENT:
        fits = isinstance(value, str) and len(value) == 24 and value.endswith("Z")
    elif shape == dict[str, str]:
        fits = isinstance(value, dict) and all(isinstance(part, str) for part in value.values())
    elif shape == dict[str, Any]:
        fits = isinstance(value, dict)
    else:
        fits = type(value) is shape
    return None if fits else f"{where}: {value!r}"
