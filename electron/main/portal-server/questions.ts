import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { passwordFaults, type PasswordFault } from '../../../shared/contract/password-fault.ts';
import type { SetUp, SetUpAnswer } from '../../../shared/contract/set-up.ts';
import type { Chooser, PortalChild, SetUpMessage } from './portal-child.ts';

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
type Reply = z.infer<typeof replySchema>;

/** Questions that wait for their answer. */
export interface Questions {
  readonly setUp: (child: PortalChild | null, setUp: SetUp) => Promise<SetUpAnswer>;
  readonly passwordFault: (
    child: PortalChild | null,
    password: string,
    chooser: Chooser,
  ) => Promise<PasswordFault | null>;
  /** The reply that a message is; null where it is something else. */
  readonly hear: (message: unknown) => Reply | null;
  /** The process has ended before it has answered. */
  readonly giveUp: () => void;
}

const notRunning = { ok: false, reason: 'failed', detail: 'the portal server ended' } as const;

export function createQuestions(): Questions {
  const waiting = new Map<string, (reply: Reply | null) => void>();
  function ask(child: PortalChild | null, question: (id: string) => SetUpMessage): Promise<Reply | null> {
    if (child === null) return Promise.resolve(null);
    return new Promise((resolve) => {
      const id = randomUUID();
      waiting.set(id, resolve);
      child.post(question(id));
    });
  }
  return {
    setUp: async (child, setUp) => {
      const reply = await ask(child, (id) => ({ kind: 'set-up', id, setUp }));
      if (reply?.kind === 'made') return { ok: true, passwords: reply.passwords };
      return reply?.kind === 'not-made' ? reply.answer : notRunning;
    },
    passwordFault: async (child, password, chooser) => {
      const reply = await ask(child, (id) => ({ kind: 'check-password', id, password, chooser }));
      return reply?.kind === 'password' ? reply.fault : null;
    },
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
