import type { Named } from '../case/parts/without-unseen.ts';
import type { OfficeId } from '../ids.ts';
import type { SettlementKind } from '../settlement/settlement.ts';
import type { Wanted } from './ask.ts';

/** What a command is as something wanted: its name, and the task or budget that it is about. */
export function wantedOf({ name, input }: { readonly name: string; readonly input: object }): Wanted {
  const named = input as Named & { readonly office?: OfficeId; readonly kind?: SettlementKind };
  // The rights that it takes go by what the customer gets.
  if (name === 'settle-items' && named.kind) return { wanted: name, settling: named.kind };
  const [item] = named.items ?? [];
  const planned = typeof item === 'object' ? item.task : undefined;
  const task = named.task ?? named.tasks?.[0] ?? named.removed?.[0]?.task ?? planned;
  const budget = named.budget ?? named.revises ?? named.budgets?.[0]?.budget;
  // A new version of a budget is for the tasks of the one before.
  if (budget !== undefined) return { wanted: name, budget };
  if (task === undefined) return { wanted: name };
  // An office is chosen for a task; where none is yet, nothing is known of it.
  return named.office ? { wanted: name, task, office: named.office } : { wanted: name, task };
}
