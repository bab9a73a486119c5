/**
 * What a command is about, as text: two commands with one key are about the same case, member, office or portal.
 * Null where a command cannot be read that far; such a command is kept and conflicts with none.
 */
export function subjectKey(command: unknown): string | null {
  if (typeof command !== 'object' || command === null || !('subject' in command)) return null;
  const { subject } = command;
  if (subject === undefined || subject === null) return null;
  const portal = 'portal' in command ? command.portal : null;
  return JSON.stringify([portal, sorted(subject)]);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
