"""The conditions of a package's requirements (PEP 508): do they hold here?

Such a condition reads like an expression of Python, so Python's own parser takes it apart; nothing
in it is ever run.
"""

from __future__ import annotations

import ast
import operator
import os
import platform
import re
import sys
from collections.abc import Callable, Mapping
from typing import Any

_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)*\Z")
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


class _Strange(Exception):
    """What is no condition that we know."""


def environment() -> dict[str, str]:
    """What conditions may ask about this Python and this system."""
    return {
        "implementation_name": sys.implementation.name,
        "os_name": os.name,
        "platform_machine": platform.machine(),
        "platform_python_implementation": platform.python_implementation(),
        "platform_system": platform.system(),
        "python_full_version": platform.python_version(),
        "python_version": ".".join(platform.python_version_tuple()[:2]),
        "sys_platform": sys.platform,
        "extra": "",
    }


def holds(condition: str, here: Mapping[str, str]) -> bool:
    """Whether a condition holds; one that nobody understands does, so that nothing is left out."""
    try:
        return _truth(ast.parse(condition.strip(), mode="eval").body, here)
    except (SyntaxError, _Strange):
        return True


def _truth(part: ast.expr, here: Mapping[str, str]) -> bool:
    match part:
        case ast.BoolOp(op=ast.And(), values=values):
            return all(_truth(value, here) for value in values)
        case ast.BoolOp(op=ast.Or(), values=values):
            return any(_truth(value, here) for value in values)
        case ast.Compare(left=left, ops=[how], comparators=[right]):
            return _compared(_value(left, here), how, _value(right, here))
        case _:
            raise _Strange


def _value(part: ast.expr, here: Mapping[str, str]) -> str:
    match part:
        case ast.Name(id=name) if name in here:
            return here[name]
        case ast.Constant(value=str(value)):
            return value
        case _:
            raise _Strange


def _compared(left: str, how: ast.cmpop, right: str) -> bool:
    if isinstance(how, ast.In | ast.NotIn):
        return (left in right) is isinstance(how, ast.In)
    compare = _COMPARE.get(type(how))
    if compare is None:
        raise _Strange
    if _VERSION.match(left) and _VERSION.match(right):
        return compare(_numbers(left), _numbers(right))
    return compare(left, right)


def _numbers(version: str) -> tuple[int, ...]:
    """A version as it is compared: 3.11.0 is 3.11."""
    numbers = [int(number) for number in version.split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
