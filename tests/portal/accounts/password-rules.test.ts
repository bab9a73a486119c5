import { describe, expect, test } from 'vitest';
import { passwordFault } from '../../../portal/accounts/password-rules.ts';

const anna = { name: 'Anna Åkerström', email: 'anna.akerstrom@north-craft.example' };

describe('which passwords are taken', () => {
  test.each([
    ['nine char', 'too-short'],
    ['x'.repeat(201), 'too-long'],
    ['password123', 'common'],
    ['PassWord123', 'common'],
    ['qwertyuiop', 'common'],
    // Full-width letters of another keyboard are the same letters.
    ['ｑｗｅｒｔｙｕｉｏｐ', 'common'],
    // The list's makers leave out what they find by rule.
    ['1111111111', 'common'],
    [' '.repeat(10), 'common'],
    ['121212121212', 'common'],
    ['abcabcabcabc', 'common'],
    ['0987654321', 'common'],
    ['9876543210', 'common'],
    ['34567890123', 'common'],
    ['ABCDEFGHIJ', 'common'],
    ['Anna Åkerström', 'own-name'],
    ['åkerström1980', 'own-name'],
    ['anna.akerstrom@north-craft.example', 'own-name'],
    ['Anna-Anna-123', 'own-name'],
    ['north-craft!2026', 'own-name'],
  ])('%s: %s', async (password, fault) => {
    expect(await passwordFault(password, anna)).toBe(fault);
  });

  test.each(['ten chars!', 'Anna likes to walk along the sea', 'aaaaaaaaab', 'abcdefghik', '2026-11-29'])(
    '“%s” is taken: there is no rule of what a password is made of',
    async (password) => {
      expect(await passwordFault(password, anna)).toBeNull();
    },
  );

  test('somebody without a word in the name is refused nothing for it', async () => {
    expect(await passwordFault('river-stone', { name: '李', email: 'a@b.ee' })).toBeNull();
  });
});
