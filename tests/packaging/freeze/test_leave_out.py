"""What stays outside the frozen app."""

import pytest

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


# What lies in the folders of plugins that PyInstaller takes, in the wheels of PySide6 6.11
BOTH = (
    "generic/qtuiotouchplugin iconengines/qsvgicon imageformats/qgif imageformats/qicns"
    " imageformats/qico imageformats/qjpeg imageformats/qpdf imageformats/qsvg imageformats/qtga"
    " imageformats/qtiff imageformats/qwbmp imageformats/qwebp"
    " platforminputcontexts/qtvirtualkeyboardplugin platforms/qminimal platforms/qoffscreen"
    " tls/qcertonlybackend tls/qopensslbackend vectorimageformats/qlottievectorimage "
)
WINDOWS = BOTH + (
    "networkinformation/qnetworklistmanager platforms/qdirect2d platforms/qwindows"
    " styles/qmodernwindowsstyle tls/qschannelbackend"
)
MACOS = BOTH + (
    "imageformats/qmacheif imageformats/qmacjp2 networkinformation/qapplenetworkinformation"
    " platforms/qcocoa styles/qmacstyle tls/qsecuretransportbackend"
)
EVERYWHERE = {"iconengines/qsvgicon", "imageformats/qico", "imageformats/qsvg"}
EVERYWHERE |= {"platforms/qoffscreen"}


@pytest.mark.parametrize(
    ("names", "form", "own"),
    [
        (WINDOWS, "PySide6\\plugins\\{}\\{}.dll", "platforms/qwindows styles/qmodernwindowsstyle"),
        (MACOS, "PySide6/Qt/plugins/{}/lib{}.dylib", "platforms/qcocoa styles/qmacstyle"),
    ],
)
def test_every_plugin_of_windows_and_macos_is_on_a_list(names: str, form: str, own: str):
    places = {name: form.format(*name.split("/")) for name in names.split()}
    assert [place for place in places.values() if is_unknown(place)] == []
    kept = {name for name, place in places.items() if not is_left_out(place, ())}
    assert kept == EVERYWHERE | set(own.split())


def test_formats_are_those_of_the_catalogs():
    assert not is_left_out("babel/locale-data/root.dat", ())
    assert is_left_out("babel/locale-data/de_AT.dat", ())
    assert not is_left_out("babel/locale-data/de_AT.dat", ("de",))


def test_words_of_qt_are_those_of_the_catalogs():
    words = "PySide6/Qt/translations"
    assert is_left_out(f"{words}/qtbase_es.qm", ())
    assert not is_left_out(f"{words}/qtbase_es.qm", ("es",))
    assert not is_left_out(f"{words}/qtbase_pt_BR.qm", ("pt_BR",))
    assert not is_left_out("PySide6\\translations\\qtbase_es.qm", ("es_MX",))
    assert is_left_out(f"{words}/qt_es.qm", ("es",))
    assert is_left_out(f"{words}/qtbase_en.qm", ("es",))
    assert is_left_out(f"{words}/qtmultimedia_es.qm", ("es",))
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
