import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { taskTypeName } from '../../words/task-words.ts';
import { quantityText } from '../../words/work-plan/quantity-words.ts';
import { useCaseView } from '../case/frame.ts';
import type { DraftRoom } from './plan-draft.ts';
import type { PlanGroup, PlanView } from './plan-rows.ts';
import { measureWords } from './measure-words.ts';
import { measuresOf } from './room-measures.ts';
import type { PlanWork } from './use-plan.ts';

/** What lines are put together under, in each view. */
export type PlanGroups = Readonly<Record<PlanView, readonly PlanGroup[]>>;

/** The rooms in their order, then what is in none; the tasks with their offices. */
export function useGroups({ rooms }: Pick<PlanWork, 'rooms'>): PlanGroups {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { content, directory, standing } = open;
  return useMemo(() => {
    const officeOf = (office: string | null) => directory.offices.find(({ id }) => id === office)?.name ?? '';
    const inNone = { id: null, name: t`In no room`, detail: '' };
    return {
      room: [...rooms.map((room) => ({ id: room.id, name: room.name, detail: measuredText(room) })), inNone],
      task: content.case.tasks.map(({ id, type, office }) => ({
        id,
        name: taskTypeName(type, standing.settings),
        detail: officeOf(office),
      })),
    };
  }, [rooms, content, directory, standing, t]);
}

/** The measures of a room in a line; nothing where its lengths are not known. */
export function measuredText(room: DraftRoom): string {
  return measuresOf(room)
    .map(({ kind, quantity }) => `${measureWords(kind)}: ${quantityText(quantity)}`)
    .join(' · ');
}
