import { expect, test } from 'vitest';
import type { z } from 'zod';
import { placeSchema } from '../../../shared/contract/calendar.ts';
import {
  fileNameSchema,
  fileSchema,
  idSchema,
  moneySchema,
  nameSchema,
  thingSchema,
} from '../../../shared/contract/parts.ts';
import { aPortalServer } from '../../support/portal-server.ts';
import { wholeApp } from '../../support/whole-app.ts';

interface Good {
  readonly schema: z.ZodType;
  readonly values: readonly string[];
}

/** What each described pattern has to let through, with the schema that really takes it. */
const good: readonly Good[] = [
  { schema: idSchema, values: ['nordic-portal', 'Case_1.2:3', '0199aaaa-0000-7000-8000-000000000001'] },
  { schema: nameSchema, values: ['Kuivaus Oy', 'Åsa Öhman', '見積もり', 'Roof & Sons 🏠', '(1) [2] /3\\'] },
  { schema: fileNameSchema, values: ['plan.pdf', 'Mätning 3 (kök)…«slutlig».csv', '見積もり 🏠.pdf', '.profile'] },
  { schema: fileSchema.shape.sha256, values: ['0123456789abcdef'.repeat(4)] },
  { schema: fileSchema.shape.mediaType, values: ['application/pdf', 'text/csv; charset="utf-8"'] },
  { schema: moneySchema.shape.currency, values: ['EUR'] },
  { schema: thingSchema, values: ['role', 'task:drying-1/time', 'member:Case_1.2:3/mark', 'portal:manager-rights'] },
  { schema: placeSchema, values: ['FI', 'US-NY', 'DE-BY-A'] },
];

function patternsOf(described: unknown): readonly string[] {
  if (typeof described !== 'object' || described === null) return [];
  const own = 'pattern' in described && typeof described.pattern === 'string' ? [described.pattern] : [];
  return [...own, ...Object.values(described).flatMap(patternsOf)];
}

/** As JSON Schema reads it, and as those read it who know no Unicode. */
function both(schema: z.ZodType): readonly RegExp[] {
  const { pattern = '' } = schema.toJSONSchema();
  return [new RegExp(pattern, 'u'), new RegExp(pattern)];
}

test('every described pattern lets good values through, as the schema behind it does', async () => {
  const server = await aPortalServer('sqlite');
  const described = new Set(patternsOf(await (await wholeApp(server).request('/openapi.json')).json()));
  await server.close();
  // A new pattern wants a line above; one that is written otherwise than its schema means it is not found there.
  expect([...described].sort()).toEqual(good.map(({ schema }) => schema.toJSONSchema().pattern).sort());
  for (const { schema, values } of good) {
    for (const value of values) expect(schema.parse(value)).toBe(value);
    const fits = (value: string) => both(schema).every((each) => each.test(value));
    expect(values.filter(fits)).toEqual(values);
  }
});

test.each([
  ['a name', nameSchema, ['a\u0000', 'a\nb', 'a\u0085b', '\u007f']],
  [
    'a file name',
    fileNameSchema,
    ['..', 'a/b', 'a\\b', 'a\u0000', 'a\u0085b', 'cod\u202efdp.exe', 'a\u2029', 'a\u2066'],
  ],
])('%s is described as strictly as it is taken', (_name, schema: z.ZodType, values) => {
  for (const value of values) {
    expect(schema.safeParse(value).success).toBe(false);
    for (const each of both(schema)) expect(each.test(value)).toBe(false);
  }
});
