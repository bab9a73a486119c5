import { describe, expect, test } from 'vitest';
import { countRead, firstUnread } from '../../../../shared/domain/chat/count-read.ts';
import { anna, bertil } from '../../../support/builders.ts';

const chat = [bertil, anna, bertil, anna, anna].map((by) => ({ by }));

describe('how far a chat was read', () => {
  test.each([
    [0, 3],
    [1, 4],
    [2, 4],
    [3, 5],
    [9, 5],
  ])('the first %i read come to %i with the own ones after them', (upTo, count) => {
    expect(countRead(chat, anna.member, upTo)).toBe(count);
  });

  test.each([
    [3, 0],
    [4, 2],
    [5, 5],
    // A mark of an app that counted the own ones as new.
    [0, 0],
    [2, 0],
  ])('with %i not new the reading goes on at %i', (read, first) => {
    expect(firstUnread(chat, anna.member, read)).toBe(first);
  });

  test('a chat of own messages only is read, whatever was counted before', () => {
    expect(firstUnread([{ by: anna }], anna.member, 0)).toBe(1);
  });
});
