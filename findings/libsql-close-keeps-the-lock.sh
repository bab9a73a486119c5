#!/usr/bin/env bash
# libsql 0.5.29 (npm): a connection that is closed inside a transaction ends only with its last prepared statement. `open`
# is false, but as long as the garbage collector has not taken the statement the write lock of the file stays with the
# process, and every other connection is answered SQLITE_BUSY. With `rollback` before close(), or without a statement,
# the lock is free at once. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error libsql@0.5.29 >/dev/null
cat >try.cjs <<'JS'
const Sqlite = require('libsql');
const kept = [];
const lockAfterClose = (file, { prepares, rollsBack }) => {
  const writer = new Sqlite(file);
  writer.exec('create table claim (number text)');
  writer.exec("begin immediate; insert into claim values ('NM-1')");
  if (prepares) kept.push(writer.prepare('select number from claim'));
  if (rollsBack) writer.exec('rollback');
  writer.close();
  const other = new Sqlite(file, { timeout: 100 });
  try {
    other.exec('begin immediate');
    other.exec('rollback');
    return `open ${writer.open}, lock free`;
  } catch (error) {
    return `open ${writer.open}, ${error.code}`;
  }
};
console.log('a statement, close():', lockAfterClose('one.db', { prepares: true, rollsBack: false }));
console.log('no statement, close():', lockAfterClose('two.db', { prepares: false, rollsBack: false }));
console.log('a statement, rollback, close():', lockAfterClose('three.db', { prepares: true, rollsBack: true }));
console.log('statements that are alive:', kept.length);
JS
seen=$(node try.cjs)
echo "libsql $(node -p "JSON.parse(require('fs').readFileSync('node_modules/libsql/package.json', 'utf8')).version")"
echo "$seen"
wanted='a statement, close(): open false, SQLITE_BUSY
no statement, close(): open false, lock free
a statement, rollback, close(): open false, lock free
statements that are alive: 2'
[ "$seen" = "$wanted" ]
