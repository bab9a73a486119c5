import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseRegistry, readPolicyFile } from '../../../../electron/main/machine/policy.ts';
import { aFolder } from '../../support/a-folder.ts';

const me = process.getuid?.() ?? 0;
const none = { server: null, updates: true, trouble: null };

/** Nothing of the file is followed, and the screen is told why. */
const notFollowed = (reason: string) => ({ ...none, trouble: { place: expect.any(String), reason } });

function aPolicy(text: string, mode = 0o644): string {
  const path = join(aFolder(), 'policy.json');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

test('a policy file of the administrator is read', async () => {
  const path = aPolicy('{"server":"https://portal.example","updates":false,"later":1}');
  expect(await readPolicyFile(path, me)).toEqual({ server: 'https://portal.example', updates: false, trouble: null });
  expect(await readPolicyFile(aPolicy('{}'), me)).toEqual(none);
});

test('sync 33: a policy file that others can write, or of another owner, is no policy', async () => {
  const text = '{"server":"https://evil.example"}';
  const notProtected = notFollowed('not-protected');
  expect(await readPolicyFile(aPolicy(text, 0o666), me)).toEqual(notProtected);
  expect(await readPolicyFile(aPolicy(text, 0o664), me)).toEqual(notProtected);
  expect(await readPolicyFile(aPolicy(text), me + 1)).toEqual(notProtected);
});

test('a missing policy file is no policy; one that cannot be read or understood is told, with its place', async () => {
  expect(await readPolicyFile(join(aFolder(), 'none.json'), me)).toEqual(none);
  for (const text of ['', '{', '[]', '{"server":7}'])
    expect(await readPolicyFile(aPolicy(text), me)).toEqual(notFollowed('not-understood'));
  const folder = aFolder();
  chmodSync(folder, 0o755);
  expect(await readPolicyFile(folder, me)).toEqual({ ...none, trouble: { place: folder, reason: 'not-readable' } });
});

test('an address with a slip is told, and the rest of the policy is followed', async () => {
  const path = aPolicy('{"server":"http://portal.example","updates":false}');
  expect(await readPolicyFile(path, me)).toEqual({ ...notFollowed('needs-https'), updates: false });
  expect(await readPolicyFile(aPolicy('{"server":"the portal"}'), me)).toEqual(notFollowed('not-an-address'));
});

test('the registry of Windows is read by its names', () => {
  const output =
    '\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Partner Desk\r\n    Server    REG_SZ    https://portal.example\r\n    Updates    REG_DWORD    0x0\r\n';
  expect(parseRegistry(output)).toEqual({ server: 'https://portal.example', updates: false, trouble: null });
  expect(parseRegistry('')).toEqual(none);
  expect(parseRegistry('\r\n    Server    REG_SZ    portal one\r\n')).toEqual(notFollowed('not-an-address'));
});
