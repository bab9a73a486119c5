import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCase, commandBook, decideCase, type CaseCommand } from '../../../shared/domain/command-book.ts';
import type { Decision, Stamp } from '../../../shared/domain/decision.ts';
import { revisionOf } from '../../../shared/domain/who-changed.ts';
import { ranked, type OfficeCategories } from '../../../shared/domain/category/category.ts';
import type { Membership } from '../../../shared/domain/member/membership.ts';
import { casesFor, commandOf, directory, peopleFor } from '../../support/any-case.ts';
import { aBudget, anInsurer, anOperator, aQuestion, settingsWithRole, someSettings } from '../../support/builders.ts';
import { usualSettlementRules } from '../../../shared/domain/settlement/settlement-rules.ts';
import { usualCalendar } from '../../../shared/domain/portal/calendar.ts';
import { caseNames, names } from '../../support/rights-matrix.ts';

const older = '0198aaaa-0000-7000-8000-000000000001';
const codeOf = (decision: Decision<unknown>) => (decision.kind === 'refused' ? decision.refusal.code : decision.kind);
const bindingInCase = caseNames.filter((name) => commandBook[name].binding);

/** Of the commands that may be about something new, the one that overwrites. */
function overwritingCommand(name: CaseCommand['name']): CaseCommand {
  const command = commandOf(name);
  if (command.name !== 'submit-budget') return command;
  return { ...command, input: { ...command.input, revises: aBudget().id } };
}

describe.each(bindingInCase)('%s', (name) => {
  const command = overwritingCommand(name);
  const budgets = name === 'submit-budget' ? { budgets: [aBudget({ state: 'rejected' })] } : {};

  test('is refused as stale wherever it would change what was not seen, whatever else there is', () => {
    let compared = 0;
    fc.assert(
      fc.property(casesFor(name), fc.constantFrom(...peopleFor(name)), (whole, standing) => {
        const subject = { ...whole, ...budgets };
        const ask = (basedOn: Stamp['basedOn']) =>
          decideCase(aQuestion({ case: subject, standing, directory, stamp: { basedOn } }), command);
        const seen = ask(revisionOf(subject, command));
        expect(codeOf(seen)).not.toBe('stale');
        if (seen.kind !== 'decided') return;
        compared += 1;
        expect(codeOf(ask(older))).toBe('stale');
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(5);
  });
});

describe.each(caseNames)('a screen that asks about %s', (name) => {
  test('is told what the portal server would decide', () => {
    fc.assert(
      fc.property(casesFor(name), fc.constantFrom(...peopleFor(name)), fc.boolean(), (subject, standing, sees) => {
        const command = commandOf(name);
        const stamp = { basedOn: sees ? revisionOf(subject, command) : older };
        const question = aQuestion({ case: subject, standing, directory, stamp });
        const [checked, decision] = [checkCase(question, command), decideCase(question, command)];
        expect(checked).toEqual(decision.kind === 'decided' ? { kind: 'allowed' } : decision);
      }),
      { numRuns: 100 },
    );
  });
});

const revision = { command: 'c-2', decidedAt: '2026-11-23T07:00:00.000Z' };
const member: Membership = {
  member: 'carla',
  company: 'arvio',
  office: 'arvio-kuopio',
  level: 2,
  active: true,
  marked: true,
  limit: { kind: 'default' },
  certified: [],
  budgetPermission: false,
  away: null,
  markRevision: revision,
  termsRevision: revision,
  reading: {},
};
const office = { office: 'o', company: 'arvio', available: true, inNetwork: true, services: ['drying'], revision };
const categories: OfficeCategories = {
  defined: { categories: ranked([{ code: 'a', label: 'First choice', colour: 'green' }]), revision },
  offices: [{ office: 'arvio-kuopio', categories: [{ category: 'a', taskType: null }], revision }],
};
const calendar = { ...usualCalendar, place: null, revision: revision.command, changedAt: revision.decidedAt };
const settings = someSettings({
  ...settingsWithRole({ revision }),
  projectManagerRevision: revision,
  inspectorRevision: revision,
  workPlansRevision: revision,
  compensation: { parts: 'by-part', revision },
  calendar,
  allocation: { recommendedKilometres: null, managerFromOwnCompany: 'allowed', revision },
  settlement: { ...usualSettlementRules, revision },
});
const [insurer, operator] = [anInsurer(), anOperator()];

/** Every page about settings that overwrites something, asked by who may. */
const overwriting: Readonly<Record<string, (stamp: Stamp) => Decision<unknown>>> = {
  'mark-member': (stamp) =>
    commandBook['mark-member'].decide(
      { standing: insurer, directory, member, stamp },
      { marked: false, limit: { kind: 'default' } },
    ),
  'change-member': (stamp) =>
    commandBook['change-member'].decide({ standing: insurer, directory, member, stamp }, { level: 3 }),
  'change-office': (stamp) =>
    commandBook['change-office'].decide({ standing: insurer, office, stamp }, { services: [] }),
  'change-selection': (stamp) =>
    commandBook['change-selection'].decide(
      { standing: insurer, office, stamp },
      { selection: { others: 'carla', byType: {} } },
    ),
  'change-allocation': (stamp) =>
    commandBook['change-allocation'].decide(
      { standing: insurer, settings, stamp },
      { recommendedKilometres: 50, managerFromOwnCompany: 'allowed' },
    ),
  'change-work-plans': (stamp) =>
    commandBook['change-work-plans'].decide({ standing: operator, settings, stamp }, { workPlans: true }),
  'change-rights': (stamp) =>
    commandBook['change-rights'].decide({ standing: operator, settings, stamp }, { enabled: false }),
  'change-manager-rights': (stamp) =>
    commandBook['change-manager-rights'].decide({ standing: operator, settings, stamp }, { rights: [] }),
  'change-inspector-rights': (stamp) =>
    commandBook['change-inspector-rights'].decide({ standing: operator, settings, stamp }, { rights: ['tasks.edit'] }),
  'define-categories': (stamp) =>
    commandBook['define-categories'].decide({ standing: insurer, directory, categories, stamp }, { categories: [] }),
  'categorise-office': (stamp) =>
    commandBook['categorise-office'].decide(
      { standing: insurer, directory, categories, stamp },
      { office: 'arvio-kuopio', categories: [] },
    ),
  'change-settlement-rules': (stamp) =>
    commandBook['change-settlement-rules'].decide(
      { standing: insurer, settings, stamp },
      { ...usualSettlementRules, vatPercent: 2400 },
    ),
  'change-compensation': (stamp) =>
    commandBook['change-compensation'].decide({ standing: insurer, settings, stamp }, { parts: 'whole' }),
  'change-calendar': (stamp) =>
    commandBook['change-calendar'].decide({ standing: insurer, settings, stamp }, { ...usualCalendar, place: 'FI' }),
};

test('every page that overwrites settings is among them', () => {
  const binding = names.filter((name) => commandBook[name].subject !== 'case' && commandBook[name].binding);
  expect(Object.keys(overwriting).sort()).toEqual(binding.sort());
});

test.each(Object.entries(overwriting))('%s is refused as stale on another revision than the one there is', (_, ask) => {
  const { stamp } = aQuestion();
  expect(codeOf(ask({ ...stamp, basedOn: older }))).toBe('stale');
  expect(codeOf(ask({ ...stamp, basedOn: revision.command }))).toBe('decided');
});

test('a revision is compared under the name of its thing', () => {
  const { stamp } = aQuestion();
  const ask = (thing: string) => overwriting['mark-member']?.({ ...stamp, basedOn: [{ thing, revision: older }] });
  expect(ask('member:carla/mark')).toMatchObject({ refusal: { code: 'stale' } });
  // Under another name it says nothing of this one: compared by time, as what names none.
  expect(ask('member:carla/terms')).toMatchObject({ kind: 'decided' });
});
