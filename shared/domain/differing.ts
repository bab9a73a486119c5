/** What differs between two states of a thing: those parts as they were and as they are, null for what was not there. */
export interface Differing<Shown extends object> {
  readonly before: Partial<Shown>;
  readonly after: Partial<Shown>;
}

/** The parts that differ; null where none does. */
export function differing<Shown extends object>(
  was: Partial<Shown>,
  is: Partial<Shown>,
  only: (key: string) => boolean = () => true,
): Differing<Shown> | null {
  const [before, after] = [new Map(Object.entries(was)), new Map(Object.entries(is))];
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(only);
  const changed = keys.filter((key) => text(before.get(key)) !== text(after.get(key)));
  const taken = (from: ReadonlyMap<string, unknown>): Partial<Shown> =>
    Object.fromEntries(changed.map((key) => [key, from.get(key) ?? null])) as Partial<Shown>;
  return changed.length === 0 ? null : { before: taken(before), after: taken(after) };
}

function text(value: unknown): string | undefined {
  return JSON.stringify(value ?? null);
}
