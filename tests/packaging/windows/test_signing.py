"""Windows' programs are signed where a key is named, and nowhere else."""

from windows.signing import for_inno, sign_command, tool

KEY = {"SIGN_OPTIONS": '/sha1 ABCD /dlib "C:\\A tool\\x.dll"', "SIGN_TIMESTAMP": "http://stamp"}


def test_without_a_key_or_a_time_stamp_nothing_is_signed():
    assert sign_command({}, "signtool") is None
    assert sign_command({**KEY, "SIGN_TIMESTAMP": " "}, "signtool") is None


def test_the_key_is_named_to_signtool_as_it_was_told():
    signing = sign_command(KEY, "signtool")
    assert signing is not None
    assert signing[:2] == ["signtool", "sign"]
    assert signing[-4:] == ["/sha1", "ABCD", "/dlib", "C:\\A tool\\x.dll"]
    assert for_inno(signing).endswith("$qC:\\A tool\\x.dll$q $f")


def test_signtool_is_that_of_the_newest_kit(tmp_path):
    for version in ("10.0.19041.0", "10.0.22621.0"):
        kit = tmp_path / "Windows Kits" / "10" / "bin" / version / "x64"
        kit.mkdir(parents=True)
        (kit / "signtool.exe").touch()
    assert "10.0.22621.0" in tool({"ProgramFiles(x86)": str(tmp_path)})
