"""A library that is missing is named."""

from mxgui.report.qt_libraries import library_of, no_picture


def test_the_loader_says_which_library_is_missing():
    said = "libEGL.so.1: cannot open shared object file: No such file or directory"
    assert library_of(said) == "libEGL.so.1"
    assert library_of("dynamic module does not define module export function") is None


def test_where_all_is_there_pictures_are_painted():
    assert no_picture() is None
