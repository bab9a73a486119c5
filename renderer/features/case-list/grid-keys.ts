/** Where the focus is, how many rows there are and how many fit. */
export interface GridPlace {
  readonly index: number;
  readonly count: number;
  readonly page: number;
}

/** Where a key leads in the list; -1 is its head, null where the key moves nothing. */
export function indexAfter(key: string, { index, count, page }: GridPlace): number | null {
  const move = moves[key];
  if (!move || count === 0) return null;
  return Math.min(count - 1, Math.max(key === 'ArrowUp' || key === 'k' ? -1 : 0, move(index, count, page)));
}

type Move = (index: number, count: number, page: number) => number;

const down: Move = (index) => index + 1;
const up: Move = (index) => index - 1;

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: down,
  j: down,
  ArrowUp: up,
  k: up,
  Home: () => 0,
  End: (_index, count) => count - 1,
  PageDown: (index, _count, page) => index + page,
  PageUp: (index, _count, page) => index - page,
};
