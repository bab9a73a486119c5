import { isGiven } from '../../../shared/domain/case/parts/given.ts';
import { versionOf } from '../../../shared/domain/budget/budget-version.ts';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { PartName } from '../../../shared/domain/case/parts/part.ts';
import { eyesOf, givenFor } from '../../../shared/domain/case/parts/ties.ts';
import type { TaskKind } from '../../../shared/domain/portal/portal-settings.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { aBudget, aCase, aFile, anAsk, anna, aTask, bertil, carla, monday } from '../builders.ts';
import { aSettledItem, aSettlement } from '../settlements.ts';
import { decidedBy } from '../compensation.ts';
import { anInvoice, itsDocument } from '../invoices.ts';
import { aRoom, aWorkItem, aWorkValue } from '../work-plan.ts';
import type { Disk } from './an-account.ts';
import type { LittlePortal } from './little-portal.ts';
import { openedRecords } from './on-disk.ts';
import { tiesFor } from './pieces.ts';

/** What differs between versions of a marked case. */
export interface Marked {
  readonly role: Case['role'];
  readonly declined: boolean;
  readonly tasks: readonly (Pick<Case['tasks'][number], 'id' | 'company' | 'responsibles'> & {
    readonly sentBack: boolean;
    readonly kind?: TaskKind;
  })[];
  readonly note: string | null;
  readonly words: string;
  /** Whose the first budget is. */
  readonly owner: string;
  readonly deleted: boolean;
}

/** What stands in `cover`, which has no text. */
const coverOf = (id: string): number =>
  990_000_000 + ([...id].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 0) % 999_983);

/** A case of which each text that only some see names its part, its company and the case: it is looked for on the disk. */
export function markedCase(id: string, { role, declined, tasks, note, words, owner, deleted }: Marked): Case {
  const forwarded =
    note === null ? null : { by: carla, at: monday, note: note && `<budget-forwards of ${id}>`, over: 7 };
  const budgets = [
    aBudget({
      id: 'b1',
      company: owner,
      description: words,
      comment: `<budgets ${owner} of ${id}>`,
      items: sentIn('b1', owner, id),
      tasks: tasks.map((task) => task.id),
    }),
    aBudget({
      id: 'b2',
      company: carla.company,
      forwarded,
      tasks: [],
      comment: `<budgets arvio of ${id}>`,
      items: sentIn('b2', carla.company, id),
    }),
  ];
  const invoices = [owner, carla.company].map((company, at) =>
    anInvoice({ id: `i${at}`, company, tasks: [], comment: `<invoices ${company} of ${id}>` }),
  );
  const files = [null, 'b1', 'b2'].map((budget, at) => {
    const of = budget === 'b1' ? owner : carla.company;
    const name = budget ? `<budget-files ${of} of ${id}>` : `<documents of ${id}>`;
    return { ...aFile(), name, id: `d${at}`, budget, by: anna, at: monday };
  });
  const reason = `<role-past of ${id}>`;
  return aCase({
    id,
    number: `NM-${id}`,
    state: deleted ? 'deleted' : 'open',
    damage: { cause: 'Storm', lossDate: '2026-11-01', description: `<damage of ${id}>` },
    customer: { name: `<customer of ${id}>`, phone: '', email: '' },
    cover: { insuredSum: coverOf(id), buildingDamage: null, contentsDamage: null },
    ...decidedBy({
      parts: `<decision-parts of ${id}>`,
      grounds: `<decision-grounds of ${id}>`,
      currency: `<decision-amounts of ${id}>`,
      amount: 1,
    }),
    role,
    roleDeclined: declined ? { office: 'x', officeName: 'X', by: carla, reason, at: monday } : null,
    tasks: tasks.map(({ sentBack, ...task }) =>
      aTask({ ...task, ...(sentBack ? saidOf(task.company ?? '', id) : {}), type: `<tasks of ${id}>` }),
    ),
    budgets,
    budgetVersions: budgets.map((each) =>
      versionOf({ ...each, description: '', comment: `<budget-versions ${each.company} of ${id}>` }),
    ),
    ...planOf(tasks, id),
    invoices,
    settlements: [aSettlement({ items: [aSettledItem({ text: `<settlements of ${id}>` })] })],
    documents: [
      ...files,
      ...invoices.map((each) => ({ ...itsDocument(each), name: `<budget-files ${each.company} of ${id}>` })),
    ],
    asks: [anna, carla].map((by) => anAsk({ id: `a-${by.member}`, by, note: `<asks ${by.company} of ${id}>` })),
  });
}

/** What is said of a task to its company and to who handles the case. */
function saidOf(company: string, id: string): Partial<Task> {
  const said = { by: bertil, at: monday };
  return {
    sentBack: { ...said, reason: `<task-returns ${company} of ${id}>` },
    inquiryText: { ...said, question: `<task-inquiries ${company} of ${id}>`, answer: null },
    handedBack: { ...said, reason: `<task-handbacks ${company} of ${id}>`, company, office: 'X' },
  };
}

/** What was sent with a budget. */
function sentIn(budget: string, company: string, id: string): Budget['items'] {
  const { text: _, ...content } = aWorkItem({ id: `item of ${budget}` });
  const { task, kind, code, unit, trade, quantity, amountOf } = content;
  const sent = { task, kind, code, unit, trade, quantity, amountOf, item: content.id, room: null };
  return [{ ...sent, text: `<budget-items ${company} of ${id}>`, unitPrice: 1, amount: 1, before: 0 }];
}

/** A room, and an item of each task with what it costs; the price list is named by whose it is. */
function planOf(tasks: Marked['tasks'], id: string): Pick<Case, 'rooms' | 'workItems' | 'workValues'> {
  const items = tasks.map((task) => aWorkItem({ id: `i-${task.id}`, task: task.id, text: `<work-items of ${id}>` }));
  return {
    rooms: [aRoom({ name: `<rooms of ${id}>` })],
    workItems: items,
    workValues: tasks.flatMap(({ id: task, company }) =>
      company ? [aWorkValue({ id: `i-${task}`, company, priceList: `<work-values ${company} of ${id}>` })] : [],
    ),
  };
}

/** A mark that was found: of which part, of whose cut, of which case. */
export interface Mark {
  readonly part: PartName;
  readonly owner: string | null;
  readonly case: string;
}

/** All marks in the records of the cache, opened with the account's key. */
export async function marksOnDisk(disk: Disk, ids: Iterable<string>): Promise<readonly Mark[]> {
  const texts = await openedRecords(disk);
  const written = texts.flatMap((text) =>
    [...text.matchAll(/<([a-z-]+)(?: (\w+))? of (\w+)>/g)].map(([, part, owner, of]): Mark => {
      return { part: part as PartName, owner: owner ?? null, case: of ?? '' };
    }),
  );
  const covers = [...ids]
    .filter((id) => texts.some((text) => text.includes(`"insuredSum":${String(coverOf(id))}`)))
    .map((id): Mark => ({ part: 'cover', owner: null, case: id }));
  const all = new Map([...written, ...covers].map((mark) => [JSON.stringify(mark), mark]));
  return [...all.values()];
}

/** Marks of what the reader is not given now: of a case, a part, or a company's cut. */
export async function marksNotGiven(disk: Disk, little: LittlePortal): Promise<readonly Mark[]> {
  const reader = little.reader();
  const eyes = eyesOf(reader);
  return (await marksOnDisk(disk, little.cases.keys())).filter((mark) => {
    const { content } = little.cases.get(mark.case) ?? {};
    const given = content && eyes && givenFor(eyes, new Set(tiesFor(content, reader)));
    return !isGiven(given?.get(mark.part), mark.owner, reader.company);
  });
}
