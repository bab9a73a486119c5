import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { Case, CaseContent } from '../../../shared/domain/case/case.ts';
import type { ChatEntry } from '../../../shared/domain/chat/chat-entry.ts';
import type { CaseDocument } from '../../../shared/domain/document/document.ts';
import type { PersonRef } from '../../../shared/domain/member/person-ref.ts';
import { fromMilliseconds, toMilliseconds, type Moment } from '../../../shared/domain/moment.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { TaskStatus } from '../../../shared/domain/task/task-status.ts';
import { benchPortal, officeId } from './bench-network.ts';

/** How much is written in a case: design.md §9 says 5 tasks, 20 messages, 3 documents. */
export interface CaseSize {
  readonly tasks: number;
  readonly messages: number;
  readonly documents: number;
}

const cities = ['Kuopio', 'Oulu', 'Tampere', 'Turku'] as const;
const streets = ['Harbour Street', 'Mill Lane', 'Church Road', 'Lake View', 'Station Road', 'Old Market'] as const;
const causes = ['Stream or river overflow', 'Pipe burst', 'Storm', 'Fire', 'Accumulation of rainfall'] as const;
const statuses: readonly TaskStatus[] = ['0', '0+', '1', '2', 'B', '3', '4', 'A'];
const sentences = [
  'The dryers stand in the cellar.',
  'Key is with the neighbour.',
  'Moisture is down to 12 %.',
  'We come on Tuesday at eight.',
  'The photos are in the documents.',
] as const;

const anna: PersonRef = { member: 'anna', name: 'Anna Korhonen', company: 'kuivaus' };
const bertil: PersonRef = { member: 'bertil', name: 'Bertil Lind', company: 'nordic' };
const carla: PersonRef = { member: 'carla', name: 'Carla Maki', company: 'arvio' };

/** The n-th case of the benches: the same for the same number and day. */
export function benchCase(index: number, size: CaseSize, today: Moment): CaseContent {
  const chance = sequence(index);
  const at = (hours: number): Moment => fromMilliseconds(toMilliseconds(today) - Math.round(hours * 3_600_000));
  const id = idOf(index, 0);
  const city = chance.one(cities);
  const tasks = Array.from({ length: size.tasks }, (_, n) => taskOf({ index, n, city, chance, at }));
  const whole: Case = {
    id,
    portal: benchPortal,
    number: `NM-${String(index).padStart(6, '0')}`,
    claimNumber: `CL-${chance.below(900_000) + 100_000}`,
    state: 'open',
    createdAt: at(900),
    changedAt: at(chance.below(600)),
    damage: { cause: chance.one(causes), lossDate: '2026-11-03', description: 'Water in the cellar, floor wet' },
    site: {
      street: `${chance.one(streets)} ${chance.below(90) + 1}`,
      postalCode: String(10_000 + chance.below(89_000)),
      city,
      region: 'FI',
      country: 'FI',
      position: { latitude: 62.89, longitude: 27.68 },
    },
    customer: { name: `Customer ${index}`, phone: '+358 40 1234567', email: `customer-${index}@example.com` },
    cover: { insuredSum: 25_000_000, buildingDamage: 1_200_000, contentsDamage: null },
    handler: bertil,
    role: index % 4 === 0 ? roleOf(index, at) : null,
    roleDeclined: null,
    tasks,
    budgets: index % 3 === 0 ? [budgetOf(index, tasks, chance, at)] : [],
    documents: Array.from({ length: size.documents }, (_, n) => documentOf(index, n, at)),
    decision: { result: 'approved', at: at(700), by: bertil },
    hidden: [],
  };
  return { case: whole, chat: Array.from({ length: size.messages }, (_, n) => messageOf(index, n, at)), log: [] };
}

/** What a person did to a case since: a message more and a task one status on. Ids come from the round. */
export function changedCase(whole: Case, round: number, at: Moment) {
  const message: ChatEntry = {
    id: `${whole.id}-round-${round}`,
    by: bertil,
    companyName: 'Nordic Mutual',
    text: `Round ${round}: please look at the budget again.`,
    at,
    receivedAt: at,
  };
  const tasks = whole.tasks.map((task, n): Task => {
    const next = statuses[(statuses.indexOf(task.status) + 1) % statuses.length] ?? '0';
    return n === round % whole.tasks.length ? { ...task, status: next, since: at, target: null } : task;
  });
  return { after: { ...whole, tasks, changedAt: at }, chat: [message] };
}

/** The case with its tasks given to another company: its former one does not see it any more. */
export function movedCase(whole: Case, at: Moment): Case {
  const tasks = whole.tasks.map((task): Task => ({
    ...task,
    company: 'katto',
    office: officeId('katto', 'Kuopio'),
    responsibles: [],
  }));
  return { ...whole, tasks, changedAt: at };
}

type At = (hours: number) => Moment;

interface TaskPlace {
  readonly index: number;
  readonly n: number;
  readonly city: string;
  readonly chance: Chance;
  readonly at: At;
}

function taskOf({ index, n, city, chance, at }: TaskPlace): Task {
  const since = at(chance.below(80));
  const due = at(chance.below(80) - 30);
  const kind = n === 0 ? 'inspection' : 'repair';
  return {
    id: idOf(index, 100 + n),
    type: n === 0 ? 'inspection' : 'drying',
    kind,
    several: n > 0,
    budget: n === 0 ? 'automatic' : 'required',
    main: n === 0,
    status: chance.one(statuses),
    office: officeId('kuivaus', city),
    company: 'kuivaus',
    responsibles: chance.below(2) === 0 ? [anna] : [],
    plannedStart: null,
    plannedEnd: null,
    since,
    target: { near: due, due: fromMilliseconds(toMilliseconds(due) + 4 * 3_600_000) },
    completedBy: null,
    sentBack: null,
    revision: idOf(index, 200 + n),
  };
}

function roleOf(index: number, at: At): Case['role'] {
  const office = { office: officeId('arvio', 'Kuopio'), officeName: 'Arvio Oy Kuopio', company: 'arvio' };
  const given = { assignedBy: bertil, officeAssignedAt: at(90), user: carla, userAssignedAt: at(80) };
  return { ...office, ...given, target: null, revision: idOf(index, 300) };
}

function budgetOf(index: number, tasks: readonly Task[], chance: Chance, at: At): Budget {
  return {
    id: idOf(index, 400),
    tasks: tasks.slice(1, 2).map((task) => task.id),
    office: officeId('kuivaus', 'Kuopio'),
    company: 'kuivaus',
    version: 1,
    state: 'submitted',
    description: 'Drying of the cellar',
    money: { amount: 10_000 + chance.below(900_000), currency: 'EUR' },
    file: documentOf(index, 9, at),
    comment: '',
    submittedBy: anna,
    submittedAt: at(30),
    target: null,
    rejection: null,
    approvals: [],
    forwarded: null,
    revision: idOf(index, 401),
  };
}

function documentOf(index: number, n: number, at: At): CaseDocument {
  const file = { file: idOf(index, 500 + n), name: `photo-${n}.jpg`, size: 240_000, mediaType: 'image/jpeg' };
  const sha256 = `${idOf(index, 600 + n)}${idOf(n, index)}`.replaceAll('-', '');
  return { ...file, sha256, id: idOf(index, 700 + n), budget: null, by: anna, at: at(50) };
}

function messageOf(index: number, n: number, at: At): ChatEntry {
  const mine = n % 2 === 0;
  return {
    id: idOf(index, 1000 + n),
    by: mine ? anna : bertil,
    companyName: mine ? 'Kuivaus Oy' : 'Nordic Mutual',
    text: sentences[(index + n) % sentences.length] ?? '',
    at: at(400 - n),
    receivedAt: at(400 - n),
  };
}

/** Shaped as the UUIDs that the portal server and the app make; spread over the key range as case ids are. */
function idOf(index: number, part: number): string {
  const spread = (Math.imul(index + 1, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  return `${spread}-${String(part).padStart(4, '0')}-7000-8000-${String(index).padStart(12, '0')}`;
}

interface Chance {
  readonly below: (limit: number) => number;
  readonly one: <Value>(values: readonly [Value, ...Value[]] | readonly Value[]) => Value;
}

/** Mulberry32: the same numbers for the same seed. */
export function sequence(seed: number): Chance {
  let state = seed + 1;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    one: (values) => {
      const found = values[below(values.length)];
      if (found === undefined) throw new Error('nothing to choose from');
      return found;
    },
  };
}
