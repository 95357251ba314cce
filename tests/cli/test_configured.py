"""The command line greets by the name of the settings, and takes nothing else from them."""

from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.app.settings import Settings
from mxgui.app.settings_file import SettingsFile
from mxgui.cli.configured import with_own_name
from mxgui.model.plan import Plan


def services_with(tmp_path, settings: Settings) -> Services:
    memory = Memory(tmp_path / "window.json")
    SettingsFile.beside(memory).save(settings)
    return Services(memory=memory)


def test_the_name_of_the_settings_is_used_where_none_is_given(tmp_path):
    services = services_with(tmp_path, Settings(helo="mail.example.net", mode="none", family="4"))
    assert with_own_name(Plan(), services) == Plan(helo="mail.example.net")
    given = Plan(helo="other.example.net")
    assert with_own_name(given, services) == given


def test_without_one_the_plan_stays_as_it_is(tmp_path):
    assert with_own_name(Plan(), services_with(tmp_path, Settings(scheme="dark"))) == Plan()


def test_a_broken_file_is_told_and_stops_nothing(tmp_path, capsys):
    (tmp_path / "settings.json").write_text("{")
    services = Services(memory=Memory(tmp_path / "window.json"))
    assert with_own_name(Plan(), services) == Plan()
    assert "was set aside" in capsys.readouterr().err
