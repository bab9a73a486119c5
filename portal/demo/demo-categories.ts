import type { NetworkDraft } from '../network/network-document.ts';

type Portal = NetworkDraft['portals'][number];
type Given = NonNullable<Portal['offices'][number]['categories']>;

/** What the demo's insurers say of offices, the first choice first. */
export const demoCategories: NonNullable<Portal['categories']> = [
  { code: 'preferred', label: 'Preferred partner', colour: 'green' },
  { code: 'fast', label: 'Fast response', colour: 'blue' },
  { code: 'large-losses', label: 'Large losses', colour: 'purple' },
  { code: 'on-request', label: 'On request only', colour: 'orange' },
];

/** What an office has in the demo, by its place in the list: the last of five has none. */
export function demoCategoriesOf(place: number, services: readonly string[]): Given {
  const [first = null] = services.filter((code) => code !== 'inspection');
  const kinds: readonly Given[] = [
    [{ category: 'preferred', taskType: null }],
    [
      { category: 'preferred', taskType: first },
      { category: 'fast', taskType: null },
    ],
    [{ category: 'large-losses', taskType: null }],
    [{ category: 'on-request', taskType: null }],
    [],
  ];
  return [...(kinds[place % kinds.length] ?? [])];
}
