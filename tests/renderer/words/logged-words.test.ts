import { expect, test } from 'vitest';
import { momentText } from '../../../renderer/words/figures.ts';
import { loggedWords } from '../../../renderer/words/logged-words.ts';
import { decideCase, type CaseCommand } from '../../../shared/domain/command-book.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { revisionOf } from '../../../shared/domain/who-changed.ts';
import {
  aCase,
  aCaseHandler,
  aDirectory,
  aMember,
  anInsurer,
  anna,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  carla,
} from '../../support/builders.ts';
import { inEnglish } from '../../support/in-english.ts';
import { plain } from '../../support/renderer/show-case.ts';

inEnglish();

const directory = aDirectory({
  members: [
    aMember(),
    aMember({ id: 'cecil', name: 'Cecil Person' }),
    aMember({ id: 'aki', name: 'Aki Laine', company: 'kuivaus', office: 'kuopio', certified: ['drying'] }),
  ],
});
const times = { start: '2026-12-01T08:00:00.000Z', end: '2026-12-01T09:00:00.000Z' };
const planned = { plannedStart: '2026-11-30T08:00:00.000Z', plannedEnd: '2026-11-30T09:00:00.000Z' };

/** What is said of a command beside the sentences of its lines. */
function said(standing: Standing, subject: Case, command: CaseCommand): readonly (readonly string[])[] {
  const stamp = { basedOn: revisionOf(subject, command) };
  const decision = decideCase(aQuestion({ standing, directory, case: subject, stamp }), command);
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision.log.map((entry) => loggedWords(entry).map(plain));
}

const ofTask = (change: Parameters<typeof aTask>[0]) => aCase({ tasks: [aTask(change)] });

test.each<readonly [what: string, Standing, Case, CaseCommand, readonly (readonly string[])[]]>([
  [
    'a step says from which status to which',
    aStanding(),
    ofTask({ status: '3' }),
    { name: 'complete-task', input: { task: 'drying-1' } },
    [['Status: 3 Started → 4 To approve']],
  ],
  [
    'a time that is moved says what it was',
    aStanding(),
    ofTask({ status: 'B++', ...planned }),
    { name: 'set-time', input: { task: 'drying-1', ...times } },
    [[`Before: ${momentText(planned.plannedStart)} to ${momentText(planned.plannedEnd)}`]],
  ],
  [
    'a time of which only the end is moved says when that was',
    aStanding(),
    ofTask({ status: 'B++', ...planned, plannedStart: times.start }),
    { name: 'set-time', input: { task: 'drying-1', ...times } },
    [[`Before: until ${momentText(planned.plannedEnd)}`]],
  ],
  [
    'other responsibles say who it was',
    aStanding(),
    ofTask({ status: '2', responsibles: [anna] }),
    { name: 'assign-members', input: { task: 'drying-1', members: ['aki'] } },
    [['Before: Anna Korhonen']],
  ],
  [
    'of two lines each says its own',
    aStanding(),
    ofTask({ status: '0' }),
    { name: 'assign-members', input: { task: 'drying-1', members: ['aki'] } },
    [['Status: 0 To confirm → 1 Needs a time'], []],
  ],
  [
    'another user of the role says who it was',
    aCaseHandler({ level: 4 }),
    aCase({ role: aRole({ user: carla }) }),
    { name: 'assign-role-user', input: { member: 'cecil' } },
    [['Before: Carla Maki']],
  ],
  [
    'a role that is taken says from whom',
    anInsurer(),
    aCase({ role: aRole({ user: carla }) }),
    { name: 'remove-role', input: { reason: 'x' } },
    [['Before: Carla Maki, Arvio Kuopio']],
  ],
])('%s', (_, standing, subject, command, expected) => {
  expect(said(standing, subject, command)).toEqual(expected.map((line) => line.map(plain)));
});

test('a line of before it was kept says nothing more', () => {
  expect(loggedWords({})).toEqual([]);
});
