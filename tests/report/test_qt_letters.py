"""Qt finds UTF-8 where no language is chosen."""

from mxgui.report.qt_letters import choose_utf8


def chosen(platform: str = "linux", **variables: str) -> dict[str, str]:
    choose_utf8(variables, platform)
    return variables


def test_the_plain_locale_becomes_utf_8():
    assert chosen() == {"LC_CTYPE": "C.UTF-8"}
    assert chosen(LANG="C") == {"LANG": "C", "LC_CTYPE": "C.UTF-8"}
    assert chosen(LC_ALL="POSIX", LANG="es_ES.UTF-8")["LC_ALL"] == "C.UTF-8"


def test_a_chosen_one_stays():
    for chosen_by_user in ({"LANG": "tr_TR.UTF-8"}, {"LC_ALL": "C.UTF-8"}, {"LC_CTYPE": "ja_JP"}):
        assert chosen(**chosen_by_user) == chosen_by_user
    assert chosen("darwin") == {}
