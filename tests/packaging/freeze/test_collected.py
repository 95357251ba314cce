"""Which libraries are still wanted."""

import sys

from freeze.collected import end_of, imports, is_root, needed, target, without_dangling

QT = "PySide6/Qt/lib"
CORE = f"{QT}/QtCore.framework"
CORE_LIBRARY = (f"{CORE}/Versions/A/QtCore", "", "BINARY")
CORE_EXTRAS = [
    (f"{CORE}/QtCore", "Versions/Current/QtCore", "SYMLINK"),
    (f"{CORE}/Resources", "Versions/Current/Resources", "SYMLINK"),
    (f"{CORE}/Versions/A/Resources/Info.plist", "", "DATA"),
    (f"{CORE}/Versions/Current", "A", "SYMLINK"),
]


def test_what_is_loaded_by_name_is_wanted_for_its_own_sake():
    assert is_root(("PySide6/Qt/plugins/platforms/libqxcb.so", "", "BINARY"))
    assert is_root(("libpython3.11.so.1.0", "", "BINARY"))
    assert is_root(("x.abi3.so", "", "EXTENSION"))
    assert not is_root(("libssl.so.3", "", "BINARY"))


def test_plugins_and_python_are_known_by_the_names_of_windows():
    assert is_root(("PySide6\\plugins\\platforms\\qwindows.dll", "", "BINARY"))
    assert is_root(("python311.dll", "", "BINARY"))
    assert is_root(("python3.dll", "", "BINARY"))
    assert not is_root(("PySide6\\Qt6Core.dll", "", "BINARY"))


def test_python_is_a_framework_on_macos():
    assert is_root(("Python.framework/Versions/3.11/Python", "", "BINARY"))
    assert not is_root(("Python", "Python.framework/Versions/3.11/Python", "SYMLINK"))


def test_libraries_of_windows_are_found_whatever_their_case_and_all_of_one_name():
    extension = ("PySide6\\QtCore.pyd", "core", "EXTENSION")
    runtimes = [
        ("PySide6\\MSVCP140.dll", "a", "BINARY"),
        ("shiboken6\\msvcp140.dll", "b", "BINARY"),
    ]
    other = ("PySide6\\opengl32sw.dll", "c", "BINARY")
    wants = {"core": ["KERNEL32.dll", "MSVCP140.dll"]}
    found = needed([extension, *runtimes, other], lambda path: wants.get(path, []))
    assert found == sorted([extension, *runtimes])


def test_libraries_of_macos_are_found_by_the_last_part_of_what_is_asked_for():
    extension = ("PySide6/QtCore.abi3.so", "core", "EXTENSION")
    wants = {"core": ["@rpath/QtCore.framework/Versions/A/QtCore", "/usr/lib/libSystem.B.dylib"]}
    found = needed([extension, CORE_LIBRARY], lambda path: wants.get(path, []))
    assert found == sorted([extension, CORE_LIBRARY])


def test_a_link_goes_with_what_it_leads_to():
    link = ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    kept = ("PySide6/Qt/lib/libQt6Core.so.6", "", "BINARY")
    assert target(link) == kept[0]
    assert without_dangling([link], [kept]) == [link]
    assert without_dangling([link], []) == []


def test_a_framework_stays_whole_or_goes_whole():
    top = ("QtCore", f"{CORE}/Versions/A/QtCore", "SYMLINK")
    everything = [*CORE_EXTRAS, top]
    assert without_dangling(everything, [CORE_LIBRARY]) == sorted(everything)
    assert without_dangling(everything, []) == []


def test_a_link_is_followed_by_way_of_others():
    links = {f"{CORE}/Versions/Current": f"{CORE}/Versions/A", "x": "y", "y": "x"}
    assert end_of(f"{CORE}/Versions/Current/QtCore", links) == CORE_LIBRARY[0]
    assert end_of("x", links) in ("x", "y")


def test_data_of_its_own_stays():
    data = ("resources/icons/mxgui.svg", "", "DATA")
    assert without_dangling([data], []) == [data]


def test_python_itself_needs_the_library_of_the_system():
    if sys.platform == "linux":
        assert "libc.so.6" in imports(sys.executable)
