import { describe, expect, test } from 'vitest';
import { decideCase, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import { aCase, aDirectory, aMember, anInsurer, aQuestion } from '../../../support/builders.ts';

const insurer = anInsurer();
const dan = aMember({ id: 'dan', name: 'Dan Öberg', company: insurer.company, office: null, marked: false });
const base = aDirectory();
const directory = {
  ...base,
  members: [...base.members, dan, { ...dan, id: 'gone', active: false }, { ...dan, id: 'nought', level: 0 as const }],
};
const whole = aCase({ handler: { member: 'bertil', name: 'Bertil Insurer', company: insurer.company } });
const decide = (command: CaseCommand, change: Parameters<typeof aQuestion>[0] = {}) =>
  decideCase(
    aQuestion({ case: whole, directory, standing: insurer, stamp: { basedOn: 'case-1' }, ...change }),
    command,
  );

describe('another internal case handler', () => {
  const to = (member: string): CaseCommand => ({ name: 'change-handler', input: { member } });

  test('is named, and told as the one before is', () => {
    expect(decide(to('dan'))).toMatchObject({
      kind: 'decided',
      after: { handler: { member: 'dan', name: 'Dan Öberg' }, handlerSet: { command: aQuestion().stamp.id } },
      log: [{ what: 'handler-changed', before: { handler: 'Bertil Insurer' }, after: { handler: 'Dan Öberg' } }],
      consequences: [
        { notice: 'handler-yours', to: { member: 'dan' } },
        { notice: 'handler-changed', to: { member: 'bertil' } },
      ],
    });
  });

  test.each([
    ['nobody', 'somebody-else', 'unknown-member'],
    ['somebody of a partner', 'carla', 'other-company'],
    ['who is not active', 'gone', 'inactive'],
    ['who has no level', 'nought', 'inactive'],
  ])('is not %s', (_, member, why) => {
    expect(decide(to(member))).toMatchObject({ refusal: { code: 'member-not-eligible', why } });
  });

  test('is not overwritten unseen; who names the same changes nothing', () => {
    expect(decide(to('dan'), { stamp: { basedOn: 'older' } })).toMatchObject({ refusal: { code: 'stale' } });
    expect(decide(to('bertil'), { stamp: { basedOn: 'older' } })).toMatchObject({ after: whole, log: [] });
  });
});

describe('a corrected customer', () => {
  const correct = (name: string): CaseCommand => ({ name: 'correct-customer', input: { name, phone: '', email: '' } });

  test('keeps how it was with itself; the log says only that it was corrected', () => {
    const first = decide(correct('Kaisa Virtanen'));
    expect(first).toMatchObject({
      after: { customer: { name: 'Kaisa Virtanen', corrections: [{ by: { member: insurer.member } }] } },
      log: [{ what: 'customer-corrected', facts: {} }],
      consequences: [],
    });
    if (first.kind !== 'decided') throw new Error('not decided');
    expect(JSON.stringify(first.log)).not.toContain('Virtanen');
    const again = decide(correct('Kaisa Niemi'), { case: first.after, stamp: { basedOn: aQuestion().stamp.id } });
    expect(again).toMatchObject({ after: { customer: { corrections: [{}, { before: { name: 'Kaisa Virtanen' } }] } } });
    expect(decide(correct('Kaisa Niemi'), { case: first.after })).toMatchObject({
      refusal: { code: 'stale', changedBy: insurer.name },
    });
  });

  test('that is the same changes nothing', () => {
    const { name = '', phone = '', email = '' } = whole.customer ?? {};
    expect(decide({ name: 'correct-customer', input: { name, phone, email } })).toMatchObject({
      after: whole,
      log: [],
    });
  });
});
