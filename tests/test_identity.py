"""What mxgui is called, in the forms that systems ask for."""

import re
import tomllib
from pathlib import Path

from mxgui import identity

PROJECT = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_id_is_a_reversed_name_of_hosts_under_the_homepage():
    assert re.fullmatch(r"[a-z]+(\.[a-z]+){3}", identity.ID)
    owner, name = identity.HOMEPAGE.removeprefix("https://github.com/").split("/")
    assert f"io.github.{owner}.{name}" == identity.ID


def test_the_project_file_says_the_same():
    assert PROJECT["name"] == identity.NAME
    assert PROJECT["description"] == identity.DESCRIPTION
    assert PROJECT["license"] == identity.LICENCE
    assert PROJECT["authors"] == [{"name": identity.AUTHORS}]


def test_the_summary_fits_where_software_is_listed():
    assert len(identity.SUMMARY) <= 35
    assert not identity.SUMMARY.endswith(".")
    assert identity.DESCRIPTION.startswith(identity.SUMMARY)


def test_the_type_of_saved_inspections_is_a_vendor_s_one_over_json():
    assert f"application/vnd.{identity.NAME}.inspection+json" == identity.SAVED_TYPE
    assert f".{identity.NAME}.json" == identity.SAVED_SUFFIX
