import { authorityGroups } from '../../../shared/domain/rights/authority-groups.ts';
import { may, mayAdminister, maySteer } from '../../../shared/domain/rights/may.ts';
import { policies } from '../../../shared/domain/rights/policies.ts';
import type { OtherWay, Way } from '../../../shared/domain/rights/policy.ts';
import type { Grantor } from '../../../shared/domain/rights/refusal.ts';
import { rights, type Authority } from '../../../shared/domain/rights/rights.ts';
import type { Subject } from '../../../shared/domain/rights/subject.ts';
import type { Verdict } from '../../../shared/domain/rights/verdict.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  anInsurer,
  anna,
  anOperator,
  aRole,
  aStanding,
  aTask,
  carla,
  settingsWithRole,
  someSettings,
} from '../builders.ts';

/** Every policy in words, those of one rule together: the sentence is read off it, the rest is tried on everybody there can be. */
export function policySentences(): string {
  const groups = authorityGroups.map(({ authorities }) => {
    const byRule = new Map<string, readonly string[]>();
    for (const each of authorities) byRule.set(ruleOf(each), [...(byRule.get(ruleOf(each)) ?? []), `\`${each}\``]);
    return [...byRule].map(([rule, alike]) => `- ${alike.join(', ')}: ${rule}`);
  });
  return groups.flat().join('\n');
}

function ruleOf(authority: Authority): string {
  const verdicts = verdictsOn(authority);
  const as = verdicts.flatMap((verdict) => (verdict.allowed ? words(verdict.as) : []));
  const refusals = verdicts.flatMap((verdict) =>
    verdict.allowed ? [] : `_${words(verdict.refusal.code)}_ (${grantors[verdict.refusal.grantor]})`,
  );
  return `${sentenceOf(authority)}. As ${once(as)}. Else ${once(refusals)}.`;
}

function sentenceOf(authority: Authority): string {
  return policies[authority].map((way) => wordsOfWay(way, authority)).join('; or ');
}

function wordsOfWay(way: Way | OtherWay, authority: Authority): string {
  switch (way.kind) {
    case 'side':
      return `the ${way.side}${way.fromLevel > 1 ? ` from level ${way.fromLevel} on` : ''}`;
    case 'company': {
      const own = way.orResponsible ? ', or who is responsible for it' : '';
      const permission = way.withBudgetPermission ? ', with the permission for budgets' : '';
      return `somebody of the company that has ${way.of}, from level ${way.fromLevel} on${own}${permission}`;
    }
    case 'right':
      return `the insurer, and who has ${way.right === authority ? 'this right' : `\`${way.right}\``} by a role in the case`;
    case 'works-in-case':
      return 'the insurer, whoever acts for a task of the case, and the External case handler';
    case 'project-manager':
      return 'the case’s project manager, for any task';
    case 'another-partner':
      return `for another partner’s task: who has \`${way.right}\``;
    case 'admin':
      return `the admin of that company, from level ${way.fromLevel} on`;
    case 'runs-office':
      return `the manager of that office, of level ${way.level}`;
  }
}

const grantors: Readonly<Record<Grantor, string>> = {
  operator: 'the operator',
  insurer: 'the insurer',
  'company-admin': 'the admin of the company',
  'own-office': 'the own company, which has the role',
  'other-office': 'the company that has it',
  nobody: 'nobody',
};

const subjects: readonly Subject[] = [aRole({ user: carla }), aRole({ company: 'kuivaus' }), null].flatMap((role) => {
  const managed = aTask({ id: 'managed', kind: 'project-management', company: 'management', responsibles: [pia()] });
  const tasks = [
    aTask(),
    aTask({ id: 'own', responsibles: [anna] }),
    aTask({ id: 'inspection', kind: 'inspection', responsibles: [anna] }),
    aTask({ id: 'surveyed', kind: 'inspection', company: 'survey', responsibles: [ilse()] }),
    aTask({ id: 'handlers', company: 'arvio' }),
  ];
  const whole = aCase({ role, tasks: [...tasks, managed] });
  const budgets = [aBudget({ tasks: ['own'] }), aBudget({ company: 'arvio' }), aBudget({ submittedBy: carla })];
  const asked = [{}, ...tasks.map((task) => ({ task })), ...budgets.map((budget) => ({ budget }))];
  return asked.map((about) => ({ case: whole, ...about }));
});

const everybody = [
  anOperator(),
  ...([1, 2, 4, 5] as const).map((level) => anInsurer({ level })),
  ...([1, 2, 3, 4] as const).map((level) => aStanding({ level })),
  aStanding({ budgetPermission: false }),
  aStanding({ member: 'nobody in the case', company: 'elsewhere', office: 'elsewhere' }),
  aStanding({ ...pia(), settings: someSettings({ projectManagerRights: rights }) }),
  aStanding({ ...ilse(), settings: someSettings({ inspectorRights: rights }) }),
  aCaseHandler({ level: 1 }),
  aCaseHandler(),
  aCaseHandler({ marked: false }),
  aCaseHandler({ marked: false, level: 1 }),
  ...[{ ownCompany: true }, { rights: [] }, { enabled: false }].map((change) =>
    aCaseHandler({ settings: settingsWithRole(change) }),
  ),
];

function pia() {
  return { member: 'pia', name: 'Pia', company: 'management' };
}

function ilse() {
  return { member: 'ilse', name: 'Ilse', company: 'survey' };
}

function verdictsOn(authority: Authority): readonly Verdict[] {
  return everybody.flatMap((standing) => {
    if (authority === 'member.change' || authority === 'office.change')
      return ['kuivaus', 'elsewhere'].map((company) =>
        mayAdminister(standing, authority, { company, ...(company === 'kuivaus' ? { office: 'kuopio' } : {}) }),
      );
    if (ofNoCase(authority)) return maySteer(standing, authority);
    return subjects.map((subject) => may(standing, authority, subject));
  });
}

function ofNoCase(authority: Authority): authority is 'member.mark' | 'case.import' | 'portal.setUp' {
  return authority === 'member.mark' || authority === 'case.import' || authority.startsWith('portal.');
}

function words(code: string): string {
  return code.replaceAll('-', ' ');
}

function once(said: readonly string[]): string {
  return [...new Set(said)].toSorted().join(', ');
}
