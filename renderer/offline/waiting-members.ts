import type { PortalId } from '../../shared/domain/ids.ts';
import type { Directory, MemberEntry } from '../../shared/domain/office/directory.ts';
import { isPending, type OutboxEntry } from './outbox.ts';

/** A directory with the people whose invitation waits for the portal: they stand in lists, and are marked as waiting there. */
export function withWaitingMembers(directory: Directory, entries: readonly OutboxEntry[], portal: PortalId): Directory {
  const there = new Set(directory.members.flatMap(({ id, email }) => [id, email]));
  const waiting = entries.flatMap((entry): MemberEntry[] => {
    const { command } = entry;
    if (command?.name !== 'invite-member' || command.portal !== portal || !isPending(entry)) return [];
    const { input, subject } = command;
    if (there.has(subject.id) || there.has(input.email)) return [];
    const fresh = { active: true, marked: false, limit: { kind: 'default' }, away: null } as const;
    return [{ id: subject.id, ...input, ...fresh, invited: { at: null } }];
  });
  return waiting.length === 0 ? directory : { ...directory, members: [...directory.members, ...waiting] };
}
