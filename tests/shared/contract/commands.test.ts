import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  commandAnswerSchema,
  commandBatchSchema,
  commandSchema,
  commandSchemas,
} from '../../../shared/contract/commands.ts';
import { fileNameSchema } from '../../../shared/contract/parts.ts';
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
import { commandBook } from '../../../shared/domain/command-book.ts';

const command = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  portal: 'nordic',
  account: 'store.person',
  subject: { kind: 'case', id: 'case-1' },
  name: 'confirm-received',
  basedOn: null,
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
    const loud = { ...command, id: id.toUpperCase(), after: uuid, batch: uuid, basedOn: `${uuid}-0` };
    const small = uuid.toLowerCase();
    const told = { ...loud, name: 'write-chat', subject: { kind: 'case', id: uuid }, input: { text: uuid } };
    const ids = { id, after: small, batch: small, basedOn: `${small}-0` };
    expect(commandSchema.parse(told)).toEqual({ ...told, ...ids, subject: { kind: 'case', id: small } });
    const member = { ...loud, name: 'change-member', subject: { kind: 'member', id: uuid }, input: { active: true } };
    expect(commandSchema.parse(member)).toEqual({ ...member, ...ids });
  });

  test.each([0, -1, 1.5, Number.MAX_SAFE_INTEGER, '420000', null])('with the amount %s does not parse', (amount) => {
    const input = { budget: 'b', version: 1, money: { amount, currency: 'EUR' } };
    expect(commandSchema.safeParse({ ...command, name: 'approve-budget', input }).success).toBe(false);
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
  const other = { ...answer, outcomes: [{ id: '1', kind: 'carried-out', change: 1 }] };
  expect(commandAnswerSchema.safeParse(other).success).toBe(false);
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
  const text = JSON.stringify(
    Object.entries({ ...schemas, ...sync }).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
  );
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  expect({ protocolVersion, hash }).toEqual({ protocolVersion: 1, hash: 'd5a41aeb25a9563a' });
});
