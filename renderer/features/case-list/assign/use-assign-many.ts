import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { CommandId } from '../../../../shared/domain/ids.ts';
import type { MemberEntry } from '../../../../shared/domain/office/directory.ts';
import { useWorkplace } from '../../../bindings/contexts.ts';
import type { OfflineDesk } from '../../../offline/offline-desk.ts';
import { useAssignRun, type RunLine } from './assign-run.ts';
import type { Planned } from './plan-assignment.ts';

/** Issues a plan as one batch: each case has its own command, with the revision that was seen of it. */
export function useAssignMany() {
  const { offline } = useWorkplace();
  const keep = useAssignRun(({ set }) => set);
  const [done, setDone] = useState<number | null>(null);
  const assign = async (
    plan: readonly Planned[],
    { id, name }: Pick<MemberEntry, 'id' | 'name'>,
    seen: ReadonlyMap<string, CommandId>,
  ): Promise<void> => {
    const batch = uuidv7();
    const lines: RunLine[] = [];
    for (const planned of plan) {
      setDone(lines.length);
      const { number, site } = planned.open.content.case;
      const { portal, case: subject } = planned.open.key;
      const outcome = await outcomeOf(offline, planned, { portal, member: id, seen: seen.get(subject) ?? null, batch });
      lines.push({ case: subject, number, place: [site.city, site.street].filter(Boolean).join(', '), outcome });
    }
    setDone(null);
    const portal = plan[0]?.open.key.portal ?? '';
    keep({ run: { portal, member: id, name, lines, refused: new Map() }, shown: true });
  };
  return { assign, done };
}

interface OneOfMany {
  readonly portal: string;
  readonly member: string;
  readonly seen: CommandId | null;
  readonly batch: string;
}

async function outcomeOf(
  offline: OfflineDesk,
  { open, fate }: Planned,
  { portal, member, seen, batch }: OneOfMany,
): Promise<RunLine['outcome']> {
  if (fate.kind !== 'assigned') return fate;
  const subject = { kind: 'case', id: open.key.case } as const;
  return offline.issue({ portal, name: 'assign-role-user', subject, input: { member }, seen, batch });
}
