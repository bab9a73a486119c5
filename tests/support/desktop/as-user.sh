#!/bin/sh
# Playwright starts this as if it were Electron. Each exec keeps the process, so that its signals arrive.
if [ -n "${DESK_TEST_IDS:-}" ]; then
  exec setpriv --reuid="${DESK_TEST_IDS%:*}" --regid="${DESK_TEST_IDS#*:}" --clear-groups --pdeathsig=KILL -- "$DESK_TEST_ELECTRON" "$@"
fi
exec "$DESK_TEST_ELECTRON" "$@"
