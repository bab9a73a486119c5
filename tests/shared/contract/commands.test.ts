import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commandBatchSchema, commandSchema, commandSchemas } from '../../../shared/contract/commands.ts';
import { commandAnswerSchema } from '../../../shared/contract/outcomes.ts';
import { fileNameSchema } from '../../../shared/contract/parts.ts';
import { commandOneSchema, outcomeOneSchema, readIssued } from '../../../shared/contract/protocol-one.ts';
import { problemSchema } from '../../../shared/contract/problem.ts';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import { healthSchema, meSchema, sessionSchema, signInSchema } from '../../../shared/contract/session.ts';
import {
  deltaRequestSchema,
  headLineSchema,
  lineFrameSchema,
  pageQuerySchema,
  tailLineSchema,
} from '../../../shared/contract/sync.ts';
import { thingsOverwritten } from '../../../shared/domain/based-on.ts';
import { commandBook, type CommandName } from '../../../shared/domain/command-book.ts';

const command = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  portal: 'nordic',
  account: 'store.person',
  subject: { kind: 'case', id: 'case-1' },
  name: 'confirm-received',
  basedOn: [],
  after: null,
  at: '2026-11-23T08:00:00.000Z',
  input: { task: 'task-1' },
};

test('every command of the book has a schema, and the other way round', () => {
  expect(Object.keys(commandSchemas).sort()).toEqual(Object.keys(commandBook).sort());
});

describe('a command', () => {
  test('that is whole parses to itself', () => {
    expect(commandSchema.parse(command)).toEqual(command);
  });

  test.each([
    ['another name', { name: 'drop-table' }],
    ['the input of another', { name: 'assign-role-user' }],
    ['a stranger’s field', { role: 'insurer' }],
    ['an id with a path', { subject: { kind: 'case', id: '../other' } }],
    ['no moment', { at: '2026-11-23' }],
    ['an impossible moment', { at: '2026-02-30T08:00:00.000Z' }],
    ['an id that is no UUID', { id: '1' }],
    ['nothing to do', { input: {} }],
  ])('with %s does not parse', (_, change) => {
    expect(commandSchema.safeParse({ ...command, ...change }).success).toBe(false);
  });

  test('in capitals is the one in small letters; what an operator named keeps its capitals, and text is no id', () => {
    const [id, uuid] = [command.id, '0199AAAA-0000-7000-8000-00000000000B'];
    const loud = { ...command, id: id.toUpperCase(), after: uuid, batch: uuid };
    const small = uuid.toLowerCase();
    const told = { ...loud, name: 'write-chat', subject: { kind: 'case', id: uuid }, input: { text: uuid } };
    const ids = { id, after: small, batch: small };
    expect(commandSchema.parse(told)).toEqual({ ...told, ...ids, subject: { kind: 'case', id: small } });
    const terms = (about: string, revision: string) => [{ thing: `member:${about}/terms`, revision }];
    const member = { ...loud, name: 'change-member', subject: { kind: 'member', id: uuid }, input: { active: true } };
    expect(commandSchema.parse({ ...member, basedOn: terms(uuid, `${uuid}-0`) })).toEqual({
      ...member,
      ...ids,
      basedOn: terms(small, `${small}-0`),
    });
  });

  test.each([0, -1, 1.5, Number.MAX_SAFE_INTEGER, '420000', null])('with the amount %s does not parse', (amount) => {
    const input = { invoice: 'b', money: { amount, currency: 'EUR' } };
    expect(commandSchema.safeParse({ ...command, name: 'approve-invoice', input }).success).toBe(false);
  });

  test.each([1.5, Number.MAX_VALUE, '420000', null])('approves no budget of %s', (amount) => {
    const input = { budget: 'b', version: 1, money: { amount, currency: 'EUR' } };
    expect(commandSchema.safeParse({ ...command, name: 'approve-budget', input }).success).toBe(false);
  });
});

describe('what a command is based on', () => {
  const approval = {
    ...command,
    name: 'approve-budget',
    input: { budget: 'b-1', version: 1, money: { amount: 1, currency: 'EUR' } },
  };
  const seen = { thing: 'budget:b-1', revision: 'r-1' };

  test('is what it overwrites, or nothing', () => {
    for (const basedOn of [[], [seen]])
      expect(commandSchema.parse({ ...approval, basedOn })).toMatchObject({ basedOn });
  });

  test.each([
    ['another thing', [{ ...seen, thing: 'budget:b-2' }]],
    ['more than it overwrites', [seen, { ...seen, thing: 'task:t-1' }]],
    ['one thing twice', [seen, seen]],
    ['no thing', [{ revision: 'r-1' }]],
    ['a thing that is none', [{ ...seen, thing: 'budget:../b-1' }]],
  ])('is not %s', (_, basedOn) => {
    expect(commandSchema.safeParse({ ...approval, basedOn }).success).toBe(false);
  });

  test('is nothing where a command overwrites nothing', () => {
    expect(commandSchema.safeParse({ ...command, basedOn: [{ thing: 'task:task-1', revision: 'r' }] }).success).toBe(
      false,
    );
  });

  test.each(Object.keys(commandBook) as CommandName[])('%s overwrites something as the book says', (name) => {
    const item = { id: 't', task: 't', type: 'd' };
    const input = {
      task: 't',
      tasks: ['t'],
      added: [item],
      removed: [item],
      budget: 'b',
      budgets: [{ budget: 'b' }],
      revises: 'b',
    } as never;
    const things = thingsOverwritten({ name, subject: { id: 'x' }, input });
    expect(things.length > 0).toBe(commandBook[name].binding);
  });
});

test.each(['plan.pdf', 'Mätning 3 (kök)…«slutlig».csv', '見積もり 🏠.pdf', ' '])('a file may be named %j', (name) => {
  expect(fileNameSchema.parse(name)).toBe(name);
});

test.each([
  '',
  '.',
  '..',
  '../plan.pdf',
  'a\\b.pdf',
  'a\r\nset-cookie: x',
  'a\u0000.pdf',
  'a\u0085b',
  'cod\u202efdp.exe',
  'x'.repeat(201),
])('a file may not be named %j', (name) => {
  expect(fileNameSchema.safeParse(name).success).toBe(false);
});

test('an answer names trouble with an item by the id it was sent under, also where that is none', () => {
  const trouble = { kind: 'trouble', problem: 'not-understood', detail: 'id: Invalid UUID' };
  const answer = {
    outcomes: [
      { ...trouble, id: '1' },
      { ...trouble, id: '' },
    ],
    serverTime: command.at,
  };
  expect(commandAnswerSchema.parse(answer)).toEqual(answer);
  const items = [{ item: null, kind: 'carried-out' }];
  const other = { ...answer, outcomes: [{ id: '1', kind: 'decided', change: 1, items }] };
  expect(commandAnswerSchema.safeParse(other).success).toBe(false);
});

test('a command that came with version 2 is none of version 1', () => {
  const subject = { kind: 'portal', id: 'nordic' };
  const made = { ...command, subject, name: 'change-inspector-rights', input: { rights: ['tasks.edit'] } };
  expect(commandSchema.safeParse(made).success).toBe(true);
  expect(readIssued({ ...made, basedOn: null }).success).toBe(false);
  expect(readIssued({ ...made, name: 'change-manager-rights', basedOn: null }).success).toBe(true);
});

test('what version 1 takes and is answered stays as it is', () => {
  expect(hashOf({ commandOneSchema, outcomeOneSchema })).toBe('d57a27c7b47483f4');
});

test('the wire did not change without its version', () => {
  const schemas = {
    commandSchema,
    commandBatchSchema,
    commandAnswerSchema,
    problemSchema,
    healthSchema,
    meSchema,
    sessionSchema,
    signInSchema,
  };
  const sync = { deltaRequestSchema, pageQuerySchema, lineFrameSchema, headLineSchema, tailLineSchema };
  const hash = hashOf({ ...schemas, ...sync });
  expect({ protocolVersion, hash }).toEqual({ protocolVersion: 2, hash: '266e28af17a3cc12' });
});

function hashOf(schemas: Readonly<Record<string, z.ZodType>>): string {
  const described = Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]);
  return createHash('sha256').update(JSON.stringify(described)).digest('hex').slice(0, 16);
}
