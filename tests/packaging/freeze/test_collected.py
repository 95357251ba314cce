"""Which libraries are still wanted."""

import sys

from freeze.collected import imports, is_root, target, without_dangling


def test_what_is_loaded_by_name_is_wanted_for_its_own_sake():
    assert is_root(("PySide6/Qt/plugins/platforms/libqxcb.so", "", "BINARY"))
    assert is_root(("libpython3.11.so.1.0", "", "BINARY"))
    assert is_root(("x.abi3.so", "", "EXTENSION"))
    assert not is_root(("libssl.so.3", "", "BINARY"))


def test_a_link_goes_with_what_it_leads_to():
    link = ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    kept = ("PySide6/Qt/lib/libQt6Core.so.6", "", "BINARY")
    assert target(link) == kept[0]
    assert without_dangling([link], [kept]) == [link]
    assert without_dangling([link], []) == []


def test_python_itself_needs_the_library_of_the_system():
    if sys.platform == "linux":
        assert "libc.so.6" in imports(sys.executable)
