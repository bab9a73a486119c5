import type { CaseContent } from '../../shared/domain/case/case.ts';
import { userCandidates } from '../../shared/domain/external-case-handler/candidates.ts';
import type { MemberId, TaskId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { caseDocument } from './calculation-file.ts';
import { chatLines } from './chat-lines.ts';
import { demoPeople } from './demo-accounts.ts';
import { between, tasksInFile, type CasePlan, type RolePlan } from './plan-case.ts';
import type { TaskPlan } from './plan-task.ts';
import { hoursBefore, type Chance } from './random.ts';
import { closingSteps, correctionSteps } from './tell-closing.ts';
import { decisionSteps } from './tell-decision.ts';
import { managerOf, roleUser, type Stage, type Step, type TaskStage } from './tell-step.ts';
import { taskSteps } from './tell-task.ts';
import { createTeller, type Cast, type KeptFile } from './teller.ts';

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
export function tellCase({ begun, cast, chance, plan, handler, now }: CaseStage): ToldCase {
  const teller = createTeller(cast, begun, chance);
  const stage: Stage = { teller, cast, chance, handler, now };
  const until = plan.closing?.at ?? now;
  const steps = [
    ...roleSteps(stage, plan),
    ...workSteps(stage, plan, begun),
    ...correctionSteps(stage, plan, until),
    ...chatSteps(stage, plan, until),
    ...documentSteps(stage, plan, until),
    ...closingSteps(stage, plan),
  ];
  // Stable: what happens at one moment happens in the order above.
  for (const step of steps.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))) step.run();
  return { content: teller.content(), files: teller.files };
}

/** The inspection and what is decided on it, then the tasks. */
function workSteps(stage: Stage, plan: CasePlan, { case: { tasks } }: CaseContent): readonly Step[] {
  const { reportedAt, workFrom, decision, inspection } = plan;
  const [main, ...others] = tasks;
  const imported = tasksInFile(plan);
  const idOf = (task: TaskPlan): TaskId => others[imported.indexOf(task)]?.id ?? stage.chance.id(workFrom);
  const stages = plan.tasks.map((task): TaskStage => ({
    ...stage,
    plan: task,
    task: idOf(task),
    reportedAt,
    workFrom,
  }));
  const first = { ...stage, plan: inspection, task: main?.id ?? '', reportedAt };
  return [
    ...taskSteps({ ...first, workFrom: decision ? reportedAt : workFrom }),
    ...decisionSteps(stage, decision, hoursBefore(workFrom, 1)),
    ...stages.flatMap(taskSteps),
  ];
}

function roleSteps({ cast, chance, handler, teller }: Stage, { role }: CasePlan): readonly Step[] {
  if (!role) return [];
  const office = role.office.id;
  const given: Step = {
    at: role.at,
    run: () => teller.act({ by: handler, at: role.at }, { name: 'give-role-to-office', input: { office } }),
  };
  const after = hoursBefore(role.at, -chance.whole(2, 8));
  const by = managerOf(cast, { office });
  const answers: Readonly<Record<RolePlan['kind'], readonly Step[]>> = {
    waiting: [],
    active: [
      {
        at: after,
        run: () => {
          const member = role.user ?? chooseUser(cast, by, { office, chance });
          teller.act({ by, at: after }, { name: 'assign-role-user', input: { member } });
        },
      },
    ],
    declined: [
      {
        at: after,
        run: () => {
          const reason = 'All our External case handlers are booked this month.';
          teller.act({ by, at: after }, { name: 'decline-role', input: { reason } });
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

function chatSteps(stage: Stage, plan: CasePlan, until: Moment): readonly Step[] {
  const { chance, teller } = stage;
  return spread(plan, until, plan.chat.messages).map((at) => ({
    at,
    run: () => {
      const voice = chance.pick(voices(stage));
      const text = chance.pick(chatLines[voice.kind]);
      teller.act({ by: voice.by, at }, { name: 'write-chat', input: { text } });
    },
  }));
}

function documentSteps(stage: Stage, plan: CasePlan, until: Moment): readonly Step[] {
  const { chance, teller } = stage;
  return spread(plan, until, plan.documents).map((at) => ({
    at,
    run: () => {
      const file = caseDocument(teller.content().case.number, at, chance);
      const { by } = chance.pick(voices(stage));
      teller.act({ by, at }, { name: 'add-document', input: { file: file.ref } }, file);
    },
  }));
}

interface Voice {
  readonly kind: keyof typeof chatLines;
  readonly by: MemberId;
}

/** Who has something to say: the insurer, the External Case Handler, and the offices that work there. */
function voices({ cast, handler, teller }: Stage): readonly Voice[] {
  const offices = teller
    .content()
    .case.tasks.flatMap((task): readonly Voice[] =>
      task.office === null ? [] : [{ kind: 'office', by: managerOf(cast, task) }],
    );
  const own = roleUser(teller);
  const role: readonly Voice[] = own === null ? [] : [{ kind: 'handler', by: own }];
  return [{ kind: 'insurer', by: handler }, ...role, ...offices];
}

function spread(plan: CasePlan, until: Moment, count: number): readonly Moment[] {
  return Array.from({ length: count }, (_, index) => between(plan.workFrom, until, (index + 1) / (count + 1)));
}
