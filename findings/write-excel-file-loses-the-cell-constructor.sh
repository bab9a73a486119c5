#!/usr/bin/env bash
# write-excel-file 4.1.1: texts of cells are numbered in a plain object, which already answers to the names that every
# object inherits. A cell that reads "constructor" (a trade, in Spanish and Romanian) gets a function's source where the
# number of its text belongs: no error is raised, and a reader refuses the workbook or shows another text. Its neighbours
# "wet" and "wall" are right. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error write-excel-file@4.1.1 fflate@0.8.3 >/dev/null
cat >try.mjs <<'JS'
import { strFromU8, unzipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';

const rows = ['wet', 'constructor', 'wall'].map((value) => [{ type: String, value }]);
const made = await writeXlsxFile(rows);
const parts = unzipSync(new Uint8Array(await made.toBuffer()));
const [sheet] = Object.keys(parts).filter((name) => /worksheets\/.*\.xml$/.test(name));
const cells = [...strFromU8(parts[sheet]).matchAll(/<v>([^]*?)<\/v>/g)].map(([, text]) => text);
for (const [index, cell] of cells.entries()) {
  console.log(`${rows[index][0].value}: ${/^\d+$/.test(cell) ? 'the number of its text' : cell.slice(0, 20)}`);
}
JS
said=$(node try.mjs)
echo "$said"
grep -qx 'wet: the number of its text' <<<"$said"
grep -qx 'wall: the number of its text' <<<"$said"
if grep -qx 'constructor: the number of its text' <<<"$said"; then
  echo 'It has changed: the cell is written rightly.'
  exit 1
fi
