#!/bin/sh
# Installs mxgui out of the folder that this lies in: ./install.sh [FOLDER], by default ~/.local;
# a newer version takes the place of an older one. ./install.sh --remove [FOLDER] takes it away.
# Settings and history are left alone. It also runs from bin/ without being installed.
set -eu

say() { printf '%s\n' "$*"; }
stop() { say "install.sh: $*" >&2; exit 1; }

remove=no
if [ "${1-}" = --remove ]; then remove=yes; shift; fi
case "${1-}" in
    -h | --help) sed -n '2,4s/^# //p' "$0"; exit 0 ;;
    -*) stop "there is no option $1: ./install.sh [--remove] [FOLDER]" ;;
esac
[ $# -le 1 ] || stop "name one folder: ./install.sh [--remove] [FOLDER]"
if [ $# = 0 ] && [ -z "${HOME-}" ]; then stop "HOME is not set: name a folder, such as /usr/local."; fi
to=${1-"$HOME/.local"}
case "$to" in /*) ;; *) stop "the folder has to begin with /: $to" ;; esac
case "$to" in
    *[\"\`\$\\]* | *'
'*) stop "menus cannot start a program in a folder with any of \" \` \$ \\ or an end of line in its name: choose another." ;;
esac
from=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
own="$to/lib/mxgui"
list="$own/installed.txt"

# The lists of menus, types and icons; what is not there need not be told.
refresh() {
    update-desktop-database "$to/share/applications" >/dev/null 2>&1 || true
    if [ -d "$to/share/mime/packages" ]; then update-mime-database "$to/share/mime" >/dev/null 2>&1 || true; fi
    if [ -f "$to/share/icons/hicolor/icon-theme.cache" ]; then gtk-update-icon-cache "$to/share/icons/hicolor" >/dev/null 2>&1 || true; fi
}

# Where nothing else is left, lists of nothing are not left either.
sweep() {
    if ! ls "$to"/share/applications/*.desktop >/dev/null 2>&1; then rm -f -- "$to/share/applications/mimeinfo.cache"; fi
    if [ -d "$to/share/mime" ] && ! ls "$to"/share/mime/packages/*.xml >/dev/null 2>&1; then
        for name in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version; do
            rm -f -- "$to/share/mime/$name"
        done
        rm -f -- "$to/share/mime/application/vnd.mxgui.inspection+json.xml"
    fi
    for name in share/applications share/mime/packages share/mime/application share/mime share; do
        rmdir -- "$to/$name" 2>/dev/null || true
    done
}

# Takes away what is in the list and the folders that it leaves empty. Nothing above the folder.
forget() {
    [ -f "$list" ] || return 0
    while IFS= read -r name; do
        case "$name" in /* | *..*) continue ;; esac
        rm -f -- "$to/$name"
        folder=$(dirname -- "$name")
        while [ "$folder" != . ] && rmdir -- "$to/$folder" 2>/dev/null; do
            folder=$(dirname -- "$folder")
        done
    done <"$list"
}

take_away() {
    forget
    rm -rf -- "$own"
    rmdir -- "$to/lib" 2>/dev/null || true
}

if [ "$remove" = yes ]; then
    [ -f "$list" ] || stop "mxgui was not installed in $to by this script."
    take_away
    refresh
    sweep
    say "mxgui is removed from $to. Settings and history were left alone."
    exit 0
fi

if [ ! -d "$from/lib/mxgui/_internal" ]; then stop "the folder lib/mxgui is not beside this script: unpack the whole archive."; fi
if [ -e "$own" ] && [ ! -f "$list" ]; then stop "$own is there already, and not by this script: remove it or choose another folder."; fi
mkdir -p -- "$to/lib" || stop "$to cannot be written to: choose another folder, or run this as root."

# What is new is whole before what is old is gone.
new="$to/lib/mxgui.new"
trap 'rm -rf -- "$new"' EXIT
rm -rf -- "$new"
cp -R -P -p -- "$from/lib/mxgui" "$new" || stop "$to cannot be written to, or has no room for it; nothing was changed."
(cd -- "$from" && find bin share ! -type d | LC_ALL=C sort) >"$new/installed.txt"
take_away
mkdir -p -- "$to/lib"
mv -- "$new" "$own"
while IFS= read -r name; do
    mkdir -p -- "$to/$(dirname -- "$name")"
    cp -P -- "$from/$name" "$to/$name"
done <"$list"
# The menu of a session may not know the folder of programs.
program=$(printf '%s' "$to/bin/mxgui-window" | sed 's/%/%%/g; s/[&|]/\\&/g')
for entry in "$to"/share/applications/*mxgui.desktop; do
    sed "s|^Exec=mxgui-window|Exec=\"$program\"|" "$entry" >"$own/entry" && cat "$own/entry" >"$entry"
    rm -f -- "$own/entry"
done
refresh
say "mxgui $(cat "$own/version.txt") is installed: $to/bin/mxgui-window, $to/bin/mxgui"
case ":${PATH-}:" in *":$to/bin:"*) ;; *) say "$to/bin is not in PATH: add it to use mxgui in a terminal." ;; esac
