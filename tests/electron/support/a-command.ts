/** Kept apart from what needs Vitest: the process that is killed uses it too. */
export const aDataKey: Uint8Array = new Uint8Array(32).fill(7);
export const someDay = '2026-03-02T08:00:00.000Z';

export function aCommand(number: number, caseId = 'c1'): Record<string, unknown> {
  const id = `command-${String(number)}`;
  return { id, portal: 'p1', subject: { case: caseId }, name: 'chat', input: { text: `text ${String(number)}` } };
}
