import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { roleTiesOf } from '../../../shared/domain/case/parts/ties.ts';
import type { PortalSettings } from '../../../shared/domain/portal/portal-settings.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { groupByCase } from '../../reads/group-by-case.ts';
import type { RowChange } from '../case-rows.ts';
import type { Engine } from '../engine.ts';
import { readJson } from '../json.ts';
import type { Tables } from '../tables.ts';
import { takeNumber } from '../take-number.ts';
import { putTies, tieRow } from '../tie-rows.ts';

/** Cases that are read at once. */
const slice = 200;

/**
 * Project managers and inspectors are tied to their cases by ties of their own (docs/decisions/0039). Those of the cases
 * that there are become one change of their portal, so that whoever reads on from before is told what they give.
 */
export function tieTaskRoles(engine: Engine): (db: Kysely<unknown>) => Promise<void> {
  return async (before) => {
    for (const column of ['manager_budgets_changed', 'inspector_budgets_changed'])
      await before.schema
        .alterTable('portal')
        .addColumn(column, 'bigint', (made) => made.notNull().defaultTo(0))
        .execute();
    const db = before as Kysely<Tables>;
    for (const { id, settings } of await db.selectFrom('portal').select(['id', 'settings']).orderBy('id').execute())
      if (!(await isTied(db, id))) await tiePortal(engine, db, { id, settings: readJson<PortalSettings>(settings) });
  };
}

/** The rights that showed every budget when this was written. */
const opened = ['budget.approve', 'budget.onBehalf'];

/** Where cases became files of parts in this very upgrade they have all of their ties. */
async function isTied(db: Kysely<Tables>, portal: string): Promise<boolean> {
  const tied = await db
    .selectFrom('case_tie')
    .select('tie')
    .where('portal', '=', portal)
    .where('tie', 'in', ['project-manager', 'inspector'])
    .limit(1)
    .executeTakeFirst();
  return tied !== undefined;
}

interface Portal {
  readonly id: string;
  readonly settings: PortalSettings;
}

/** One change for all of them; a portal in which nobody has such a role takes no number. */
async function tiePortal(engine: Engine, db: Kysely<Tables>, { id: portal, settings }: Portal): Promise<void> {
  let change: RowChange | null = null;
  for (let after: string | undefined = ''; after !== undefined; await letOthersIn()) {
    const files = await filesAfter(db, portal, after);
    const tasks = await tasksOf(db, portal, files);
    const tied = files.flatMap((file) =>
      roleTiesOf({ role: null, tasks: tasks.get(file.id) ?? [] }).map((each) => ({ file, each })),
    );
    if (tied.length > 0) {
      const made = (change ??= await takeNumber(engine, db, portal));
      await putTies(
        { db },
        tied.map(({ file, each }) => tieRow(made, file, each)),
      );
    }
    after = files.length < slice ? undefined : files.at(-1)?.id;
  }
  if (change && opened.some((right) => settings.projectManagerRights.some((each) => each === right)))
    await db.updateTable('portal').set({ manager_budgets_changed: change.number }).where('id', '=', portal).execute();
}

function filesAfter(db: Kysely<Tables>, portal: string, after: string) {
  return db
    .selectFrom('case_file')
    .select(['id', 'number'])
    .where('portal', '=', portal)
    .where('state', '<>', 'deleted')
    .where('id', '>', after)
    .orderBy('id')
    .limit(slice)
    .execute();
}

async function tasksOf(db: Kysely<Tables>, portal: string, files: readonly { readonly id: string }[]) {
  if (files.length === 0) return new Map<string, readonly Task[]>();
  const rows = await db
    .selectFrom('case_part')
    .select(['case_id', 'text'])
    .where('portal', '=', portal)
    .where('part', '=', 'tasks')
    .where('gone', '=', 0)
    .where(
      'case_id',
      'in',
      files.map(({ id }) => id),
    )
    .execute();
  const grouped = groupByCase(rows);
  return new Map([...grouped].map(([id, own]) => [id, own.map(({ text }) => readJson<Task>(text))]));
}
