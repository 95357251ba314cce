"""The conditions of requirements are understood, and nothing in them is run."""

import pytest

from mxgui.app.markers import environment, holds

HERE = {
    "python_version": "3.11",
    "python_full_version": "3.11.7",
    "sys_platform": "linux",
    "platform_python_implementation": "CPython",
    "extra": "dnssec",
}


@pytest.mark.parametrize(
    "condition",
    [
        "python_version < '3.12'",
        "python_version >= '3.9'",  # as numbers, 11 is more than 9
        "python_full_version >= '3.11.0'",
        "python_version == '3.11.0'",
        "extra == 'dnssec'",
        "sys_platform != 'win32' and extra == 'dnssec'",
        "(sys_platform == 'win32' or sys_platform == 'linux') and python_version > '3'",
        "sys_platform in 'linux darwin'",
        "sys_platform not in 'win32 darwin'",
        "'3.11' == python_version",
        'platform_python_implementation != "PyPy"',
    ],
)
def test_a_condition_that_holds(condition):
    assert holds(condition, HERE)


@pytest.mark.parametrize(
    "condition",
    [
        "python_version >= '3.12'",
        "extra == 'dev'",
        "extra == 'dev' and python_version < '3.12'",
        "sys_platform == 'win32' or extra == 'doh'",
        "sys_platform in 'win32 darwin'",
        "sys_platform not in 'linux'",
    ],
)
def test_a_condition_that_does_not_hold(condition):
    assert not holds(condition, HERE)


@pytest.mark.parametrize(
    "condition",
    ["python_version ~= '3.9'", "", "strange == 'x'", "1 < 2", "python_version is '3'", "print(1)"],
)
def test_what_nobody_understands_leaves_nothing_out(condition):
    assert holds(condition, HERE)


def test_this_python_is_described():
    here = environment()
    assert holds("python_version >= '3.11'", here)
    assert not holds("extra == 'test'", here)
