"""What is chosen in the dialog of the settings is what the next inspection and the window do."""

from dataclasses import fields, replace

from PySide6.QtWidgets import QDialogButtonBox

from mxgui.app.settings import Settings, of_plan
from mxgui.app.settings_file import SettingsFile
from mxgui.model.plan import Plan
from mxgui.ui.scheme import Scheme
from mxgui.ui.settings.dialog import SettingsDialog
from mxgui.ui.settings.wishes import ReadSettings
from tests.ui.watched import Watched

CHOSEN = Settings(
    resolvers=("192.0.2.53", "tls://dns.example.net"),
    mode="as-sender",
    sender="postfix",
    family="6",
    allow_private=True,
    dns_wait=20.0,
    connect_wait=30.0,
    greeting_wait=50.0,
    command_wait=60.0,
    helo="mail.example.net",
    proxy="socks5://127.0.0.1:1080",
    also_direct=True,
    canary="canary.example.net",
    scheme="dark",
    motion="less",
    size="150",
    language="es",
    domains=1,
)
OF_PLAN = set(of_plan(Plan()))


def test_every_setting_is_here_and_is_other_than_its_default():
    same = [one.name for one in fields(Settings) if getattr(CHOSEN, one.name) == one.default]
    assert same == []


async def test_each_setting_reaches_what_it_is_for(qloop, qtbot):
    watched = Watched()
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    dialog.wished.connect(watched.session.fulfil)
    for row in dialog.rows:
        row.put(getattr(CHOSEN, row.name))
    dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok).click()
    shown = await watched.whole()
    used = of_plan(watched.work.plans[0])
    assert used == {name: getattr(CHOSEN, name) for name in OF_PLAN}
    assert (shown.scheme, shown.still) == (Scheme.DARK, True)
    keeper = watched.keeper
    for name in ("one.example", "two.example"):
        keeper.inspected(name)
    assert keeper.kept.domains == ("two.example",)
    # Read once more, at the next start
    assert {"size", "language"} == {one.name for one in fields(Settings)} - OF_PLAN - {
        *("scheme", "motion", "domains"),
    }
    assert (keeper.settings.size, keeper.settings.language) == ("150", "es")


async def test_what_another_program_chose_holds_from_the_next_inspection_on(qloop, tmp_path):
    watched = Watched(memory=tmp_path / "window.json")
    other = SettingsFile(tmp_path / "settings.json")
    other.save(replace(other.load(), dns_wait=25.0, scheme="dark"))
    watched.session.fulfil(ReadSettings())
    shown = await watched.whole()
    assert watched.work.plans[0].dns_patience == 25.0
    assert shown.scheme is Scheme.DARK
