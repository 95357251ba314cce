"""What stays outside the frozen app."""

from freeze.leave_out import KEPT_PLUGINS, MODULES, PLUGINS, is_left_out, is_unknown

QT = "PySide6/Qt/plugins"


def test_a_plugin_is_kept_or_left_out_or_asked_about():
    assert not is_left_out(f"{QT}/platforms/libqxcb.so", ())
    assert is_left_out(f"{QT}/platforms/libqeglfs.so", ())
    assert is_left_out(f"{QT}/tls/libqopensslbackend.so", ())
    assert is_unknown(f"{QT}/platforms/libqnew.so")
    assert not is_unknown(f"{QT}/platforms/libqxcb.so")


def test_plugins_of_windows_are_known_by_their_own_names():
    windows = "PySide6\\plugins"
    assert not is_left_out(f"{windows}\\platforms\\qwindows.dll", ())
    assert is_left_out(f"{windows}\\imageformats\\qgif.dll", ())


def test_formats_are_those_of_the_catalogs():
    assert not is_left_out("babel/locale-data/root.dat", ())
    assert is_left_out("babel/locale-data/de_AT.dat", ())
    assert not is_left_out("babel/locale-data/de_AT.dat", ("de",))


def test_the_words_of_qt_are_those_of_the_catalogs():
    words = "PySide6/Qt/translations"
    assert is_left_out(f"{words}/qtbase_de.qm", ("es",))
    assert is_left_out(f"{words}/qtmultimedia_es.qm", ("es",))
    assert not is_left_out(f"{words}/qtbase_es.qm", ("es",))
    assert not is_left_out(f"{words}/qtbase_pt_BR.qm", ("pt_BR",))
    assert is_left_out(f"{words}/qtbase_pt_BR.qm", ("pt_PT",))


def test_libraries_of_the_system_stay_there():
    assert is_left_out("libstdc++.so.6", ())
    assert is_left_out("libX11-xcb.so.1", ())
    assert not is_left_out("libxcb-cursor.so.0", ())


def test_nothing_tells_where_the_app_was_built():
    assert is_left_out("httpx2-2.dist-info/RECORD", ())
    assert not is_left_out("httpx2-2.dist-info/METADATA", ())


def test_every_reason_is_given_and_history_stays():
    assert all({**MODULES, **PLUGINS, **KEPT_PLUGINS}.values())
    assert "sqlite3" not in MODULES
    assert not set(PLUGINS) & set(KEPT_PLUGINS)
