#!/bin/sh
# Playwright starts this as if it were Electron. Each exec keeps the process, so that its signals arrive.
set -eu
if [ -n "${DESK_TEST_POLICY:-}" ] && [ -z "${DESK_TEST_POLICY_PLACED:-}" ]; then
  # A policy lies in /etc and belongs to the administrator: an /etc of its own, seen by this process and its children only.
  export DESK_TEST_POLICY_PLACED=yes
  [ -n "${DESK_TEST_IDS:-}" ] || as_root='--user --map-root-user'
  exec unshare --mount ${as_root:-} -- sh -c '
    mount -t tmpfs policy "$XDG_CACHE_HOME"
    mkdir "$XDG_CACHE_HOME/etc" "$XDG_CACHE_HOME/work"
    mount -t overlay policy -o "lowerdir=/etc,upperdir=$XDG_CACHE_HOME/etc,workdir=$XDG_CACHE_HOME/work" /etc
    mkdir -m 755 /etc/partner-desk
    printf %s "$DESK_TEST_POLICY" >/etc/partner-desk/policy.json
    chmod 644 /etc/partner-desk/policy.json
    chmod 777 "$XDG_CACHE_HOME"
    exec "$@"' policy "$0" "$@"
fi
if [ -n "${DESK_TEST_IDS:-}" ]; then
  exec setpriv --reuid="${DESK_TEST_IDS%:*}" --regid="${DESK_TEST_IDS#*:}" --clear-groups --pdeathsig=KILL -- "$DESK_TEST_ELECTRON" "$@"
fi
exec "$DESK_TEST_ELECTRON" "$@"
