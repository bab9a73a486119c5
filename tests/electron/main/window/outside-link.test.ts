import { expect, test } from 'vitest';
import { mayOpenOutside } from '../../../../electron/main/window/outside-link.ts';

const hosts = ['portal.example'];

test('mail, telephone and https of known hosts may be opened outside', () => {
  for (const url of ['mailto:a@b.example', 'tel:+4612345', 'https://portal.example/help'])
    expect(mayOpenOutside(url, hosts)).toBe(true);
});

test('anything else may not', () => {
  for (const url of [
    'https://evil.example',
    'http://portal.example',
    'file:///etc/passwd',
    'smb://x',
    'javascript:1',
    'https://u@portal.example',
    'https://portal.example.evil.example',
    'nonsense',
  ]) {
    expect(mayOpenOutside(url, hosts)).toBe(false);
  }
});
