"""The settings: a field is a setting, with all that there is to say of it.

The window inspects by them. The command line has options of its own and does not read them, so that
it does the same for everybody; only the name to greet by is taken from here, where `--helo` is not
given.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from mxgui.app import setting_checks as checks
from mxgui.app.setting import (
    About,
    BadSetting,
    Choice,
    Flag,
    Group,
    Line,
    Number,
    Value,
    Words,
    about_of,
    setting,
)
from mxgui.model.plan import NORMAL, QUICK, USUAL_SENDER, Family, Patience, Plan, ProbeMode
from mxgui.model.text import Text, text

MOST_RESOLVERS = 8
MOST_DOMAINS = 300
LONGEST_WAIT = 300  # seconds; RFC 5321, section 4.5.3.2, gives five minutes
LONGEST_CONNECT = 120  # seconds; systems give up by then (Linux after 127)
LEAST_DNS, LONGEST_DNS = 5, 60  # seconds; resolvers themselves wait 5 for a server (resolv.conf)
_SECONDS = text("seconds")


def _wait(least: float, most: int) -> Number:
    """Seconds, not below what is polite: who waits for less calls hosts silent that are slow."""
    return Number(int(least), most, _SECONDS, whole=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """What is chosen once and holds until it is chosen anew."""

    resolvers: tuple[str, ...] = setting(
        ("system",),
        About(
            Group.INSPECTION,
            text("Resolvers"),
            text(
                "system, an address, address:port, tls://host or https://url; several, parted by "
                "spaces, are asked one after the other when one fails."
            ),
            Words(checks.a_resolver, MOST_RESOLVERS, "system"),
        ),
    )
    mode: str = setting(
        ProbeMode.EVERY_HOST.value,
        About(
            Group.INSPECTION,
            text("Probe"),
            text("Which addresses are connected to. No message is ever sent."),
            Choice(checks.modes),
        ),
    )
    sender: str = setting(
        USUAL_SENDER,
        About(
            Group.INSPECTION,
            text("Sender"),
            text("As which kind of mail server a domain is looked at first."),
            Choice(checks.senders),
        ),
    )
    family: str = setting(
        Family.ANY.value,
        About(
            Group.INSPECTION,
            text("Addresses"),
            text("Which families are probed. A family that this line lacks is left out anyway."),
            Choice(checks.families),
        ),
    )
    allow_private: bool = setting(
        False,
        About(
            Group.INSPECTION,
            text("Probe private addresses"),
            text(
                "Also private, loopback and link-local ones, which anybody can put into DNS: mxgui "
                "then connects to machines of your own network."
            ),
            Flag(),
        ),
    )
    dns_wait: float = setting(
        Plan().dns_patience,
        About(
            Group.WAITING,
            text("For an answer from DNS"),
            text("A question is asked again and again until then."),
            _wait(LEAST_DNS, LONGEST_DNS),
        ),
    )
    connect_wait: float = setting(
        NORMAL.connect,
        About(
            Group.WAITING,
            text("For a connection"),
            text("A firewall that drops packets lets one wait this long, for every address."),
            _wait(QUICK.connect, LONGEST_CONNECT),
        ),
    )
    greeting_wait: float = setting(
        NORMAL.greeting,
        About(
            Group.WAITING,
            text("For the greeting"),
            text("Many servers delay it on purpose. RFC 5321 gives five minutes."),
            _wait(QUICK.greeting, LONGEST_WAIT),
        ),
    )
    command_wait: float = setting(
        NORMAL.command,
        About(
            Group.WAITING,
            text("For a reply to a command"),
            text("EHLO, STARTTLS and QUIT. RFC 5321 gives five minutes."),
            _wait(QUICK.command, LONGEST_WAIT),
        ),
    )
    helo: str = setting(
        "",
        About(
            Group.LINE,
            text("Name to greet by"),
            text(
                "A name of this computer that can be looked up, or [address]; some servers turn "
                "others away. Left empty, it is the machine's own name if the Internet knows it, "
                "else its address. The command line uses it too, unless it is given --helo."
            ),
            Line(checks.a_name),
        ),
    )
    proxy: str = setting(
        "",
        About(
            Group.LINE,
            text("SOCKS5 proxy"),
            text(
                "To probe through, from a line that may not use the mail port; DNS is asked "
                "directly. User and password, as in socks5://USER:PASS@HOST:PORT, are kept until "
                "mxgui is closed and never written down."
            ),
            Line(checks.a_proxy, "socks5://127.0.0.1:1080", has_secret=True),
        ),
    )
    also_direct: bool = setting(
        False,
        About(
            Group.LINE,
            text("Probe from this line beside the proxy"),
            text("To see both: what the proxy comes to, and what this line does."),
            Flag(),
        ),
    )
    canary: str = setting(
        "",
        About(
            Group.LINE,
            text("Host that answers"),
            text(
                "A mail host of yours. If it is silent too, it is this line that cannot reach the "
                "mail port. Left empty, only the hosts of the domain are asked."
            ),
            Line(checks.a_host, "mail.example.net"),
        ),
    )
    scheme: str = setting(
        "system",
        About(
            Group.LOOK,
            text("Colours"),
            text("Light, dark, or with the highest contrast."),
            Choice(checks.schemes),
        ),
    )
    motion: str = setting(
        "system",
        About(
            Group.LOOK,
            text("Motion"),
            text("Whether anything on the screen moves by itself."),
            Choice(checks.motions),
        ),
    )
    size: str = setting(
        "100",
        About(
            Group.LOOK,
            text("Size"),
            text(
                "Of letters and all else, beside the scale of the system. From the next start on."
            ),
            Choice(checks.sizes),
        ),
    )
    language: str = setting(
        "",
        About(
            Group.LOOK,
            text("Language"),
            text("Of all words but those that come from the network. From the next start on."),
            Choice(checks.languages, checks.is_language),
        ),
    )
    domains: int = setting(
        MOST_DOMAINS,
        About(
            Group.MEMORY,
            text("Earlier domains"),
            text(
                "How many names are offered at the field; 0 keeps none. Of what was found out "
                "about them nothing is kept, unless you save it."
            ),
            Number(0, MOST_DOMAINS, text("names")),
        ),
    )


@dataclass(frozen=True, slots=True)
class BadValue:
    """A value in the file that cannot be used: of which setting, and why."""

    words: Text
    why: Text


def read_settings(told: dict[str, Any]) -> tuple[Settings, tuple[BadValue, ...]]:
    """Give the settings in what a file told, and what had to give way to a default."""
    found: dict[str, Value] = {}
    bad = []
    for one in fields(Settings):
        value = told.get(one.name, one.default)
        value = tuple(value) if isinstance(value, list) else value
        if value == one.default and type(value) is type(one.default):
            continue  # without a check, which may have to load much
        about = about_of(one)
        try:
            found[one.name] = about.kind.read(value)
        except BadSetting as error:
            bad.append(BadValue(about.words, error.text))
    made: Any = Settings
    return made(**found), tuple(bad)


def of_plan(plan: Plan) -> dict[str, Value]:
    """The settings that a plan has, by name."""
    return {
        "resolvers": plan.resolvers,
        "mode": plan.mode.value,
        "sender": plan.sender,
        "family": plan.family.value,
        "allow_private": plan.allow_private,
        "dns_wait": plan.dns_patience,
        "connect_wait": plan.patience.connect,
        "greeting_wait": plan.patience.greeting,
        "command_wait": plan.patience.command,
        "helo": plan.helo or "",
        "proxy": plan.proxy,
        "also_direct": plan.also_direct,
        "canary": plan.canary,
    }


def plan_parts(settings: Settings) -> dict[str, Any]:
    """The parts of a plan that follow from the settings, by name."""
    waits = (settings.connect_wait, settings.greeting_wait, settings.command_wait)
    return {
        "resolvers": settings.resolvers,
        "mode": ProbeMode(settings.mode),
        "sender": settings.sender,
        "family": Family(settings.family),
        "allow_private": settings.allow_private,
        "dns_patience": settings.dns_wait,
        "patience": Patience(*waits),
        "helo": settings.helo or None,
        "proxy": settings.proxy,
        "also_direct": settings.also_direct,
        "canary": settings.canary,
    }


def with_plan(settings: Settings, plan: Plan) -> Settings:
    """Settings with those of a plan in their places."""
    parts: dict[str, Any] = of_plan(plan)
    return replace(settings, **parts)
