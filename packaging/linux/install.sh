#!/bin/sh
# Installs mxgui out of the folder that this lies in: ./install.sh [FOLDER], by default ~/.local;
# a newer version takes the place of an older one. ./install.sh --remove [FOLDER] takes it away.
# Settings and history are left alone. It also runs from bin/ without being installed.
set -eu
umask 022

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
own="$to/lib/mxgui"     # the program, with the lists of what belongs to it elsewhere
new="$to/lib/mxgui.new" # the next one, until it is whole
old="$to/lib/mxgui.old" # the last one, until all of the next is in its place
files=installed.txt     # what lies below the folder, name by name
made=folders.txt        # the folders that were not there before

is_listed() { [ -f "$1" ] && grep -Fxq -- "$2" "$1"; }

# The lists of menus, types and icons; what is not there need not be told.
refresh() {
    update-desktop-database "$to/share/applications" >/dev/null 2>&1 || true
    if [ -d "$to/share/mime/packages" ]; then update-mime-database "$to/share/mime" >/dev/null 2>&1 || true; fi
    if [ -f "$to/share/icons/hicolor/icon-theme.cache" ]; then gtk-update-icon-cache "$to/share/icons/hicolor" >/dev/null 2>&1 || true; fi
}

# Makes a folder below ours, and notes what was not there.
make_folder() {
    if [ "$1" = . ] || [ -d "$to/$1" ]; then return 0; fi
    make_folder "$(dirname -- "$1")"
    mkdir -- "$to/$1"
    say "$1" >>"$own/$made"
}

# Takes away the files of a version that another does not have.
forget() {
    while IFS= read -r name; do
        case "$name" in /* | *..*) continue ;; esac
        if ! is_listed "$2" "$name" && [ ! -d "$to/$name" ]; then rm -f -- "$to/$name"; fi
    done <"$1"
}

# An earlier run may have been ended in its midst.
mend() {
    if [ ! -e "$own" ] && [ -f "$old/$files" ]; then mv -- "$old" "$own"; fi
    if [ -f "$old/$files" ] && [ -f "$own/$files" ]; then forget "$old/$files" "$own/$files"; fi
    rm -rf -- "$new" "$old"
}

if [ "$remove" = yes ]; then
    mend
    [ -f "$own/$files" ] || stop "mxgui was not installed in $to by this script."
    forget "$own/$files" /dev/null
    # Lists of types that only came with ours, in folders that only came with ours
    if is_listed "$own/$made" share/applications && [ -z "$(find "$to/share/applications" -name '*.desktop')" ]; then
        rm -f -- "$to/share/applications/mimeinfo.cache"
    fi
    if is_listed "$own/$made" share/mime && [ -z "$(find "$to/share/mime/packages" -name '*.xml')" ]; then rm -rf -- "$to/share/mime"; fi
    folders=$([ ! -f "$own/$made" ] || LC_ALL=C sort -r "$own/$made")
    rm -rf -- "$own"
    say "$folders" | while IFS= read -r name; do
        case "$name" in '' | /* | *..*) continue ;; esac
        rmdir -- "$to/$name" 2>/dev/null || true
    done
    refresh
    say "mxgui is removed from $to. Settings and history were left alone."
    exit 0
fi

[ -d "$from/lib/mxgui/_internal" ] || stop "the folder lib/mxgui is not beside this script: unpack the whole archive."
mkdir -p -- "$to" || stop "$to cannot be written to: choose another folder, or run this as root."
lib=''
[ -d "$to/lib" ] || lib=lib
mkdir -p -- "$to/lib" || stop "$to cannot be written to: choose another folder, or run this as root."
mend
if [ -e "$own" ] && [ ! -f "$own/$files" ]; then stop "$own is there already, and not by this script: remove it or choose another folder."; fi

# All of it is copied before anything of an older version is touched: from then on names are changed.
trap 'rm -rf -- "$new"' EXIT
trap 'exit 130' INT TERM HUP
full() { stop "$to cannot be written to, or has no room for it; nothing was changed."; }
cp -R -P -- "$from/lib/mxgui" "$new" || full
mkdir -- "$new/outside" || full
cp -R -P -- "$from/bin" "$from/share" "$new/outside" || full
(cd -- "$from" && find bin share ! -type d | LC_ALL=C sort) >"$new/$files" || full
while IFS= read -r name; do
    if [ -e "$to/$name" ] || [ -L "$to/$name" ]; then
        is_listed "$own/$files" "$name" || stop "$to/$name is there already, and not by this script: remove it or choose another folder."
    fi
done <"$new/$files"
if [ -f "$own/$made" ]; then cp -- "$own/$made" "$new/$made" || full; fi
if [ -n "$lib" ]; then say "$lib" >>"$new/$made" || full; fi
# The menu of a session may not know the folder of programs.
program=$(printf '%s' "$to/bin/mxgui-window" | sed 's/%/%%/g; s/[&|]/\\&/g')
for entry in "$new"/outside/share/applications/*.desktop; do
    sed "s|^Exec=mxgui-window|Exec=\"$program\"|" "$entry" >"$new/entry" || full
    cat "$new/entry" >"$entry" || full
done
rm -f -- "$new/entry"

trap '' INT TERM HUP
if [ -e "$own" ]; then mv -- "$own" "$old"; fi
mv -- "$new" "$own"
while IFS= read -r name; do
    make_folder "$(dirname -- "$name")"
    mv -f -- "$own/outside/$name" "$to/$name"
done <"$own/$files"
if [ -f "$old/$files" ]; then forget "$old/$files" "$own/$files"; fi
rm -rf -- "$own/outside" "$old"
refresh
say "mxgui $(cat "$own/version.txt") is installed: $to/bin/mxgui-window, $to/bin/mxgui"
case ":${PATH-}:" in *":$to/bin:"*) ;; *) say "$to/bin is not in PATH: add it to use mxgui in a terminal." ;; esac
