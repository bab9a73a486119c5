import { expect, test } from 'vitest';
import { safeFileName } from '../../../../electron/main/machine/safe-file-name.ts';

test('a suggested name has no folder, no control character and no trick', () => {
  expect(safeFileName('budget v2.pdf')).toBe('budget v2.pdf');
  expect(safeFileName('../../etc/passwd')).toBe('passwd');
  expect(safeFileName('C:\\Windows\\x.exe')).toBe('x.exe');
  expect(safeFileName('a\u202Efdp.exe')).toBe('afdp.exe');
  expect(safeFileName('a\n:b?.txt')).toBe('ab.txt');
  expect(safeFileName('.bashrc')).toBe('bashrc');
  expect(safeFileName('..')).toBe('document');
  expect(safeFileName(`${'x'.repeat(400)}.pdf`)).toHaveLength(150);
});
