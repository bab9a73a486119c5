import {
  aCaseHandler,
  aContent,
  aDirectory,
  aFile,
  anInsurer,
  anna,
  aRole,
  aStanding,
  aTask,
  carla,
  monday,
} from '../builders.ts';
import { aSession, deskInMemory } from '../renderer/in-memory-desk.ts';
import { livingCase, type LivingStart } from '../renderer/living-case.ts';

const file = { ...aFile(), budget: null, by: anna, at: monday };
const documents = [
  { ...file, id: 'd1', name: 'Inspection report.pdf' },
  { ...file, id: 'd2', name: 'Kitchen.jpg' },
];
const inspection = aTask({
  id: 'inspection-1',
  type: 'inspection',
  kind: 'inspection',
  main: true,
  several: false,
  status: '4',
  responsibles: [anna],
  completedBy: anna,
  revision: 'revision-of-inspection-1',
});
const open = { role: aRole({ user: carla, userAssignedAt: monday }), documents, decision: null } as const;
const waits = aContent({ ...open, tasks: [inspection, aTask({ status: 'B++' })] });
const begun = aContent({ ...open, tasks: [{ ...inspection, status: '2', completedBy: null }, aTask({ status: '0' })] });
const decided = aContent({
  ...open,
  documents: [...documents, { ...file, id: 'd3', name: 'Second measurement.pdf' }],
  tasks: [{ ...inspection, status: 'A' }, aTask({ status: 'B++' })],
  decision: { result: 'partly', at: monday, by: carla, as: 'external-case-handler', revision: 'revision-of-decision' },
  decisionParts: {
    early: false,
    parts: [
      { kind: 'installation', name: '', ruling: 'not-covered', scope: '' },
      { kind: 'surfaces', name: '', ruling: 'partly', scope: 'Kitchen floor and skirting, as far as drying needs it' },
      { kind: 'other', name: 'Temporary housing', ruling: 'covered', scope: 'Two weeks' },
    ],
  },
  decisionGrounds: {
    parts: [
      { deduction: 0, reason: 'The pipe is older than its expected life.' },
      { deduction: 20, reason: 'Age of the flooring' },
      { deduction: 0, reason: '' },
    ],
    reason: 'The leak began in the kitchen and was reported at once.',
    customerText: 'Dear customer,\nwe have looked at the damage in your kitchen.',
    authority: 'Nordic Mutual',
    seen: {
      status: '4',
      since: monday,
      completedBy: anna,
      documents: documents.map(({ id, name }) => ({ id, name })),
    },
    takenFrom: null,
  },
  decisionAmounts: {
    currency: 'EUR',
    parts: [null, 182_000, 96_000],
    cover: { insuredSum: 25_000_000, buildingDamage: null, contentsDamage: null },
  },
});

const scene = (standing: LivingStart['standing'], content: LivingStart['content']) => () => ({
  desk: deskInMemory({ session: aSession }),
  workplace: livingCase({ content, directory: aDirectory(), standing }).workplace,
});

/** The compensation of a case, as each sees it. */
export const compensationScenes = {
  'compensation-waits': scene(aCaseHandler(), waits),
  'compensation-early': scene(anInsurer(), begun),
  'compensation-decided': scene(anInsurer(), decided),
  'compensation-told': scene(aStanding(), {
    ...decided,
    case: {
      ...decided.case,
      decisionGrounds: null,
      decisionAmounts: null,
      cover: null,
      hidden: ['cover', 'other-budgets', 'other-log'],
    },
  }),
} as const;
