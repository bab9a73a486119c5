import type { CaseContent } from '../../shared/domain/case/case.ts';
import { userCandidates } from '../../shared/domain/external-case-handler/candidates.ts';
import type { MemberId } from '../../shared/domain/ids.ts';
import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { caseDocument } from './calculation-file.ts';
import { chatLines } from './chat-lines.ts';
import { demoPeople } from './demo-accounts.ts';
import type { CasePlan, RolePlan } from './plan-case.ts';
import { hoursBefore, type Chance } from './random.ts';
import { managerOf, roleUser, taskSteps, type Step } from './tell-task.ts';
import { createTeller, type Cast, type KeptFile, type Teller } from './teller.ts';

/** What a case begins its story with. */
export interface CaseStage {
  readonly cast: Cast;
  readonly chance: Chance;
  readonly begun: CaseContent;
  readonly plan: CasePlan;
  readonly handler: MemberId;
  readonly now: Moment;
}

/** A case as it stands today, with the files that came up. */
export interface ToldCase {
  readonly content: CaseContent;
  readonly files: readonly KeptFile[];
}

/** Tells a case from the day it was reported until today, in the order of its moments. */
export function tellCase(stage: CaseStage): ToldCase {
  const { begun, cast, chance, plan, handler, now } = stage;
  const teller = createTeller(cast, begun, chance);
  const tasks = begun.case.tasks.flatMap((task, index) => {
    const planned = index === 0 ? plan.inspection : plan.tasks[index - 1];
    return planned
      ? taskSteps({ teller, cast, chance, task, plan: planned, workFrom: plan.workFrom, handler, now })
      : [];
  });
  const steps = [...roleSteps(stage, teller), ...tasks, ...chatSteps(stage, teller), ...documentSteps(stage, teller)];
  // Stable: what happens at one moment happens in the order above.
  for (const step of steps.toSorted((one, other) => toMilliseconds(one.at) - toMilliseconds(other.at))) step.run();
  return { content: teller.content(), files: teller.files };
}

function roleSteps({ cast, chance, plan, handler }: CaseStage, teller: Teller): readonly Step[] {
  const { role } = plan;
  if (!role) return [];
  const office = role.office.id;
  const given: Step = {
    at: role.at,
    run: () => teller.act({ by: handler, at: role.at }, { name: 'give-role-to-office', input: { office } }),
  };
  const after = hoursBefore(role.at, -chance.whole(2, 8));
  const basedOn = () => teller.content().case.role?.revision ?? null;
  const by = managerOf(cast, { office });
  const answers: Readonly<Record<RolePlan['kind'], readonly Step[]>> = {
    waiting: [],
    active: [
      {
        at: after,
        run: () => {
          const member = chooseUser(cast, by, { office, chance });
          teller.act({ by, at: after, basedOn: basedOn() }, { name: 'assign-role-user', input: { member } });
        },
      },
    ],
    declined: [
      {
        at: after,
        run: () => {
          const reason = 'All our External case handlers are booked this month.';
          teller.act({ by, at: after, basedOn: basedOn() }, { name: 'decline-role', input: { reason } });
        },
      },
    ],
  };
  return [given, ...answers[role.kind]];
}

/** The people one can sign in as have the role more often than others. */
function chooseUser(cast: Cast, by: MemberId, { office, chance }: { office: string; chance: Chance }): MemberId {
  const candidates = userCandidates(cast.directory(cast.standing(by)), office);
  const [james, priya] = [demoPeople.marked.id, demoPeople.secondMarked.id].map((id) =>
    candidates.find((each) => each.member.id === id && (each.sameOffice || id === demoPeople.secondMarked.id)),
  );
  if (james && chance.percent(60)) return james.member.id;
  if (priya && chance.percent(30)) return priya.member.id;
  const near = candidates.filter((each) => each.sameOffice);
  return chance.pick(near.length > 0 ? near : candidates).member.id;
}

function chatSteps({ cast, chance, plan, handler, now }: CaseStage, teller: Teller): readonly Step[] {
  return spread(plan, now, plan.chat.messages).map((at) => ({
    at,
    run: () => {
      const voice = chance.pick(voices(cast, teller, handler));
      const text = chance.pick(chatLines[voice.kind]);
      teller.act({ by: voice.by, at }, { name: 'write-chat', input: { text } });
    },
  }));
}

function documentSteps({ cast, chance, plan, handler, now }: CaseStage, teller: Teller): readonly Step[] {
  return spread(plan, now, plan.documents).map((at) => ({
    at,
    run: () => {
      const file = caseDocument(teller.content().case.number, at, chance);
      const { by } = chance.pick(voices(cast, teller, handler));
      teller.act({ by, at }, { name: 'add-document', input: { file: file.ref } }, file);
    },
  }));
}

interface Voice {
  readonly kind: keyof typeof chatLines;
  readonly by: MemberId;
}

/** Who has something to say: the insurer, the External Case Handler, and the offices that work there. */
function voices(cast: Cast, teller: Teller, handler: MemberId): readonly Voice[] {
  const offices = teller
    .content()
    .case.tasks.flatMap((task): readonly Voice[] =>
      task.office === null ? [] : [{ kind: 'office', by: managerOf(cast, task) }],
    );
  const own = roleUser(teller);
  const role: readonly Voice[] = own === null ? [] : [{ kind: 'handler', by: own }];
  return [{ kind: 'insurer', by: handler }, ...role, ...offices];
}

function spread(plan: CasePlan, now: Moment, count: number): readonly Moment[] {
  const [start, end] = [toMilliseconds(plan.workFrom), toMilliseconds(now)];
  return Array.from({ length: count }, (_, index) =>
    fromMilliseconds(Math.round(start + ((end - start) * (index + 1)) / (count + 1))),
  );
}
