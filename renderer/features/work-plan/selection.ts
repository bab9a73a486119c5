import { t } from '@lingui/core/macro';
import { plural } from '@lingui/core/macro';
import type { WorkItem } from '../../../shared/domain/work-plan/work-plan.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { blockedWords } from '../../words/work-plan/work-plan-refusals.ts';
import type { PlanLine } from './plan-lines.ts';

/** What of a selection would be sent, or why none of it is. */
export type Sending =
  { readonly kind: 'items'; readonly items: readonly WorkItem[] } | { readonly kind: 'not'; readonly why: string };

/** The lines that are sent: those selected, or else all of the own company that wait to be. */
export function sendingOf(lines: readonly PlanLine[], selected: ReadonlySet<string>, open: OpenCase): Sending {
  const chosen = lines.filter(({ content }) => selected.has(content.id));
  const asked = chosen.length > 0 ? chosen : lines.filter((line) => isOwn(line, open));
  const unsaved = asked.filter(({ isEdited }) => isEdited).length;
  if (unsaved > 0)
    return {
      kind: 'not',
      why: plural(unsaved, {
        one: 'Save the plan first: # line is not saved yet.',
        other: 'Save the plan first: # lines are not saved yet.',
      }),
    };
  const items = asked.flatMap(({ item }) => (item && waitsToBeSent(item) ? [item] : []));
  if (items.length === 0) return { kind: 'not', why: t`There is no draft, no change and nothing rejected to send.` };
  return { kind: 'items', items };
}

function isOwn({ content }: PlanLine, { content: { case: subject }, standing }: OpenCase): boolean {
  return subject.tasks.some(({ id, company }) => id === content.task && company === standing.company);
}

function waitsToBeSent({ state, allocation, accepted }: WorkItem): boolean {
  return allocation === 'partner' && !accepted && state !== 'submitted' && state !== 'approved';
}

/** Why selected lines cannot be taken out; null where they can. */
export function keptBecause(lines: readonly PlanLine[], fixed: (line: PlanLine) => string | null): string | null {
  if (lines.length === 0) return t`Select lines first: with the box before them, or with the space bar.`;
  const approved = lines.find(({ value }) => value?.approved);
  if (approved) return t`${approved.content.text}: ${blockedWords('approved')}.`;
  return lines.map(fixed).find((why) => why !== null) ?? null;
}
