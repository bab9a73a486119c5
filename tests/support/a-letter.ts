import type { Letter } from '../../shared/contract/letter.ts';

/** A letter with something in every place. */
export function aLetter(change: Partial<Letter> = {}): Letter {
  return {
    language: 'en',
    paper: 'A4',
    title: 'Decision on your compensation',
    sender: 'Nordic Mutual',
    receiver: ['A. Customer'],
    facts: [{ name: 'Case', value: 'NM-2026-00001' }],
    paragraphs: ['We have looked at the damage.'],
    table: { columns: ['Part', 'Ruling'], rows: [['Surfaces', 'Covered']] },
    closing: ['The reasons stand above.'],
    signature: ['On the authority of Nordic Mutual', 'Carla Maki'],
    ...change,
  };
}
