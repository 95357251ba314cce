"""Completions for bash, zsh and fish, made of what the command line says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linux.described import Command, Option, Program

# ------------------------------------------------------------------ bash


def bash(program: Program) -> str:
    """A function for bash; it needs nothing but bash."""
    names = " ".join(command.name for command in program.commands)
    top = " ".join(flag for option in program.options for flag in option.flags)
    lines = [
        "# bash completion for mxgui",
        "_mxgui() {",
        '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
        '    local command="${COMP_WORDS[1]}"',
        "    COMPREPLY=()",
        "    # bash takes --option=value for three words",
        '    if [[ $word == "=" ]]; then word=""',
        '    elif [[ $before == "=" && COMP_CWORD -gt 2 ]]; then',
        '        before="${COMP_WORDS[COMP_CWORD-2]}"; fi',
        "    if ((COMP_CWORD == 1)); then",
        f'        COMPREPLY=($(compgen -W {quoted(f"{names} {top}")} -- "$word"))',
        '        [[ -n $word && $word != -* ]] && _mxgui_saved "$word"',
        "        return",
        "    fi",
        '    case "$command" in',
    ]
    for command in program.commands:
        lines += [f"        {command.name})", *(f"            {x}" for x in bash_of(command))]
        lines.append("            ;;")
    lines += [
        '        *) _mxgui_saved "$word" ;;',
        "    esac",
        "}",
        "_mxgui_saved() {",
        "    compopt -o filenames 2>/dev/null",
        '    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(',
        '        compgen -f -X \'!*.mxgui.json\' -- "$1"; compgen -d -- "$1")',
        "}",
        "_mxgui_files() {",
        "    compopt -o filenames 2>/dev/null",
        '    mapfile -t COMPREPLY < <(compgen "$1" -- "$2")',
        "}",
        "complete -F _mxgui mxgui mxgui-window",
    ]
    return "\n".join(lines) + "\n"


def bash_of(command: Command) -> Iterator[str]:
    """The lines for what may follow one command."""
    yield 'case "$before" in'
    for option in command.flagged:
        if option.value:
            yield f"    {'|'.join(option.flags)}) {bash_value(option)}; return ;;"
    yield "esac"
    flags = " ".join(flag for option in command.flagged for flag in option.flags)
    yield f'if [[ $word == -* ]]; then COMPREPLY=($(compgen -W {quoted(flags)} -- "$word"))'
    for argument in command.arguments:
        if argument.takes:
            yield f"else {bash_value(argument)}"
    yield "fi"


def bash_value(option: Option) -> str:
    """What completes a value; `:` does nothing, which is right for a host."""
    if option.takes == "choices":
        return f'COMPREPLY=($(compgen -W {quoted(" ".join(option.choices))} -- "$word"))'
    flag = {"file": "-f", "folder": "-d"}.get(option.takes)
    return f'_mxgui_files {flag} "$word"' if flag else ":"


# ------------------------------------------------------------------ zsh


def zsh(program: Program) -> str:
    """A file for zsh's own completion system."""
    lines = [
        "#compdef mxgui mxgui-window",
        "local context state state_descr line",
        "typeset -A opt_args",
        "_arguments -C \\",
        *(f"    {zsh_spec(option)} \\" for option in program.options),
        "    '1: :->command' '*:: :->rest' && return 0",
        'case "$state" in',
        "    command)",
        "        local -a commands",
        "        commands=(",
        *(f"            {quoted(f'{each.name}:{each.help}')}" for each in program.commands),
        "        )",
        "        _describe -t commands command commands",
        "        _files -g '*.mxgui.json'",
        "        ;;",
        "    rest)",
        '        case "$words[1]" in',
    ]
    for command in program.commands:
        specs = " \\\n                    ".join(zsh_specs(command))
        lines += [f"            {command.name})", f"                _arguments {specs}"]
        lines.append("                ;;")
    lines += ["            *) _files -g '*.mxgui.json' ;;", "        esac", "        ;;", "esac"]
    return "\n".join(lines) + "\n"


def zsh_specs(command: Command) -> list[str]:
    """What one command may be given."""
    specs = [zsh_spec(option) for option in command.flagged]
    for place, argument in enumerate(command.arguments, 1):
        colon = "::" if argument.is_optional else ":"
        specs.append(quoted(f"{place}{colon}{zsh_plain(argument.value)}:{zsh_value(argument)}"))
    return specs


def zsh_spec(option: Option) -> str:
    """One option with its help, as _arguments reads it."""
    others = "*" if option.can_be_repeated else f"({' '.join(option.flags)})"
    told = re.sub(r"([\[\]\\])", r"\\\1", option.help)
    if not option.value:
        forms = [f"{others}{flag}[{told}]" for flag in option.flags]
    else:
        end = f"[{told}]:{zsh_plain(option.value)}:{zsh_value(option)}"
        forms = [f"{others}{flag}={end}" for flag in option.flags]
    return " ".join(quoted(form) for form in forms)


def zsh_value(option: Option) -> str:
    """What completes a value."""
    if option.takes == "choices":
        return f"({' '.join(option.choices)})"
    return {"file": "_files", "folder": "_files -/"}.get(option.takes, "")


def zsh_plain(words: str) -> str:
    """Words without the sign that ends them."""
    return words.replace(":", "\\:")


# ------------------------------------------------------------------ fish


def fish(program: Program) -> str:
    """Lines for fish."""
    names = " ".join(command.name for command in program.commands)
    first = f"not __fish_seen_subcommand_from {names}"
    lines = ["# fish completion for mxgui", "complete -c mxgui-window -w mxgui"]
    lines.append("complete -c mxgui -f")
    for option in program.options:
        lines.append(fish_line(first, option))
    for command in program.commands:
        start = ["complete", "-c", "mxgui", "-n", fish_quoted(first), "-a", command.name]
        lines.append(" ".join([*start, "-d", fish_quoted(command.help)]))
    saved = "(__fish_complete_suffix .mxgui.json)"
    lines.append(f"complete -c mxgui -n {fish_quoted(first)} -k -a {fish_quoted(saved)}")
    for command in program.commands:
        seen = f"__fish_seen_subcommand_from {command.name}"
        lines += [fish_line(seen, option) for option in command.options if fish_says(option)]
    return "\n".join(lines) + "\n"


def fish_says(option: Option) -> bool:
    """Whether there is anything to say: not of an argument that cannot be completed."""
    return bool(option.flags or option.takes)


def fish_line(condition: str, option: Option) -> str:
    """One option or argument, where the condition holds."""
    parts = ["complete", "-c", "mxgui", "-n", fish_quoted(condition), *fish_flags(option.flags)]
    if option.takes == "choices":
        parts += ["-x" if option.flags else "-f", "-a", fish_quoted(" ".join(option.choices))]
    elif option.takes == "folder":
        parts += ["-x", "-a", fish_quoted("(__fish_complete_directories)")]
    elif option.takes == "file":
        parts.append("-r" if option.flags else "")
        parts.append("-F")
    elif option.value:
        parts.append("-x")
    if option.flags:
        parts += ["-d", fish_quoted(option.help)]
    return " ".join(part for part in parts if part)


def fish_flags(flags: Iterable[str]) -> Iterator[str]:
    """The flags: short ones and long ones are told apart."""
    for flag in flags:
        yield f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"


def fish_quoted(words: str) -> str:
    """Words in quotes as fish reads them."""
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


def quoted(words: str) -> str:
    """Words in single quotes, as bash and zsh read them."""
    return "'" + words.replace("'", "'\\''") + "'"
