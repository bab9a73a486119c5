import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { passwordFaults } from '../../../shared/contract/password-fault.ts';

const fault = z.enum(passwordFaults);
const password = z.object({ name: z.string(), email: z.string(), company: z.string(), password: z.string() });

const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), id: z.string(), fault: fault.nullable() }),
  z.object({
    kind: z.literal('made'),
    id: z.string(),
    listening: z.unknown(),
    passwords: z.array(password),
  }),
  z.object({
    kind: z.literal('not-made'),
    id: z.string(),
    answer: z.union([
      z.object({ ok: z.literal(false), reason: z.literal('password'), fault }),
      z.object({ ok: z.literal(false), reason: z.enum(['not-empty', 'failed']), detail: z.string().optional() }),
    ]),
  }),
]);

/** What the portal server's process answers to what it was asked. */
export type Reply = z.infer<typeof replySchema>;

/** Questions that wait for their answer. */
export interface Questions {
  /** Null when the process ends before it has answered. */
  readonly ask: (post: (id: string) => void) => Promise<Reply | null>;
  /** The reply that a message is; null where it is something else. */
  readonly hear: (message: unknown) => Reply | null;
  readonly giveUp: () => void;
}

export function createQuestions(): Questions {
  const waiting = new Map<string, (reply: Reply | null) => void>();
  return {
    ask: (post) =>
      new Promise((resolve) => {
        const id = randomUUID();
        waiting.set(id, resolve);
        post(id);
      }),
    hear: (message) => {
      const parsed = replySchema.safeParse(message);
      if (!parsed.success) return null;
      waiting.get(parsed.data.id)?.(parsed.data);
      waiting.delete(parsed.data.id);
      return parsed.data;
    },
    giveUp: () => {
      for (const resolve of waiting.values()) resolve(null);
      waiting.clear();
    },
  };
}
