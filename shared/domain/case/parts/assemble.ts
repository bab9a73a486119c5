import type { Budget } from '../../budget/budget.ts';
import type { CaseDocument } from '../../document/document.ts';
import type { RoleBrief } from '../../external-case-handler/role.ts';
import type { Moment } from '../../moment.ts';
import type { Task } from '../../task/task.ts';
import type { Case } from '../case.ts';
import { hiddenFrom } from './given.ts';
import type { Given, KeyedPart, PartText, SmallPart } from './part.ts';

/** What a view is put together from: texts in the order in which their things came into the case. */
export interface PartsOfView {
  readonly texts: readonly Pick<PartText, 'part' | 'key' | 'text'>[];
  readonly given: Given;
  /** When what this reader sees was last changed. */
  readonly changedAt: Moment;
}

/** Puts a case together from parts: the whole one, or what one reader is given of it with the rest named in `hidden`. */
export function assembleCase({ texts, given, changedAt }: PartsOfView): Case {
  const held = byPart(texts);
  const small = (part: SmallPart): unknown => held.get(part)?.get('') ?? null;
  const brief = small('brief') as RoleBrief | null;
  return {
    ...(small('head') as HeadPart),
    changedAt,
    damage: small('damage') as Case['damage'],
    role: small('role') as Case['role'],
    decision: small('decision') as Case['decision'],
    customer: small('customer') as Case['customer'],
    cover: small('cover') as Case['cover'],
    ...rolePast(small('role-past'), given),
    tasks: tasksFrom(held),
    budgets: budgetsFrom(held),
    documents: documentsFrom(texts, held),
    ...(brief ? { brief } : {}),
    hidden: hiddenFrom(given),
  };
}

type HeadPart = Pick<
  Case,
  'id' | 'portal' | 'number' | 'claimNumber' | 'state' | 'createdAt' | 'handler' | 'site'
>;
type RolePast = Pick<Case, 'roleDeclined' | 'roleEnded'>;
type Held = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

function byPart(texts: PartsOfView['texts']): Held {
  const held = new Map<string, Map<string, unknown>>();
  for (const { part, key, text } of texts) {
    const things = held.get(part) ?? new Map<string, unknown>();
    held.set(part, things.set(key, JSON.parse(text)));
  }
  return held;
}

function valuesOf<Value>(held: Held, part: KeyedPart): readonly Value[] {
  return [...(held.get(part)?.values() ?? [])] as readonly Value[];
}

/** What was and is no more is not told apart from what is not to be known. */
function rolePast(past: unknown, given: Given): RolePast {
  return given.has('role-past') && past ? (past as RolePast) : { roleDeclined: null };
}

function tasksFrom(held: Held): readonly Task[] {
  const returns = held.get('task-returns');
  return valuesOf<Omit<Task, 'sentBack'>>(held, 'tasks').map((task) => ({
    ...task,
    sentBack: (returns?.get(task.id) as Task['sentBack'] | undefined) ?? null,
  }));
}

function budgetsFrom(held: Held): readonly Budget[] {
  const forwards = held.get('budget-forwards');
  return valuesOf<Budget>(held, 'budgets').map((budget) => {
    const more = forwards?.get(budget.id) as Pick<NonNullable<Budget['forwarded']>, 'note' | 'over'> | undefined;
    return budget.forwarded && more ? { ...budget, forwarded: { ...budget.forwarded, ...more } } : budget;
  });
}

/** Documents and budget files are one list to their reader, in the order in which they came. */
function documentsFrom(texts: PartsOfView['texts'], held: Held): readonly CaseDocument[] {
  return texts.flatMap(({ part, key }) =>
    part === 'documents' || part === 'budget-files' ? [held.get(part)?.get(key) as CaseDocument] : [],
  );
}
