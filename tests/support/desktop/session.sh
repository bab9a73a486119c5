#!/bin/sh
# $1: keyring or none, $2: settings of the notification daemon.
# Runs inside dbus-run-session: starts what a desktop session has, says where its bus is, and lives as long as its input.
set -eu
if [ "$1" = keyring ]; then
  # Unlocked with a password of its own, as a person's log-in does it.
  printf 'log-in' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
fi
dunst -conf "$2" -print &
echo "bus: $DBUS_SESSION_BUS_ADDRESS"
exec cat
