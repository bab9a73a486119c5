import type { Kysely } from 'kysely';
import type { PortalSettings } from '../../../shared/domain/portal/portal-settings.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import type { Engine } from '../engine.ts';
import { readJson } from '../json.ts';
import { takeNumber } from '../take-number.ts';
import type { Tables } from '../tables.ts';

/** The rights that opened little or nothing before, and every budget of a case since (docs/decisions/0049). */
const widened: readonly Right[] = ['cash.allTasks', 'ownwork.beforeApproval'];

/**
 * Who has one of these rights is told what it opens by now: a portal may have given it long ago, and what a right opens is
 * worked out when a case is read, so that nothing else would say that it has become more.
 */
export function openSettling(engine: Engine): (db: Kysely<unknown>) => Promise<void> {
  return async (before) => {
    const db = before as Kysely<Tables>;
    for (const { id, settings } of await db.selectFrom('portal').select(['id', 'settings']).orderBy('id').execute()) {
      const columns = columnsOf(readJson<PortalSettings>(settings));
      if (columns.length === 0) continue;
      const { number } = await takeNumber(engine, db, id);
      await db
        .updateTable('portal')
        .set(Object.fromEntries(columns.map((column) => [column, number])))
        .where('id', '=', id)
        .execute();
    }
  };
}

/** Where it is kept that the rights of a role open something else: of the roles that have one of these. */
function columnsOf({ externalCaseHandler, projectManagerRights, inspectorRights }: Partial<PortalSettings>) {
  const has = (rights: readonly Right[] = []): boolean => widened.some((right) => rights.includes(right));
  return [
    ...(has(externalCaseHandler?.rights) ? (['budgets_changed'] as const) : []),
    ...(has(projectManagerRights) ? (['manager_budgets_changed'] as const) : []),
    ...(has(inspectorRights) ? (['inspector_budgets_changed'] as const) : []),
  ];
}
