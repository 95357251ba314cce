"""What is computed in steps comes to the same when it is computed at once."""

from collections.abc import Generator

from mxgui.model.steps import result_of


def counted(numbers: list[int]) -> Generator[None, None, int]:
    """Sum up, a number in each step."""
    total = 0
    for number in numbers:
        yield
        total += number
    return total


def test_all_steps_are_taken_and_the_result_is_given():
    assert result_of(counted([1, 2, 3])) == 6


def test_without_any_step_there_is_a_result_too():
    assert result_of(counted([])) == 0
