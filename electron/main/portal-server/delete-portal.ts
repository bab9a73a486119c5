import { z } from 'zod';
import type { DeleteMessage, PortalChild } from './portal-child.ts';

/** Nothing was deleted; the message says in words why. */
export class PortalKept extends Error {
  override readonly name = 'PortalKept';
}

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deleted') }),
  z.object({ kind: z.literal('failed'), detail: z.string() }),
]);

/**
 * Has what the embedded portal server keeps deleted. A process of its own does it, for only a portal server can tell
 * whether another one, which this app knows nothing of, works on it. Throws `PortalKept`.
 */
export async function deletePortal(fork: () => PortalChild, where: Omit<DeleteMessage, 'kind'>): Promise<void> {
  const child = fork();
  const answered = new Promise<z.infer<typeof answerSchema>>((resolve) => {
    child.onMessage((message) => {
      const answer = answerSchema.safeParse(message);
      if (answer.success) resolve(answer.data);
    });
    child.onExit((code) => resolve({ kind: 'failed', detail: `exit ${String(code)}` }));
  });
  child.post({ kind: 'delete', ...where });
  const answer = await answered;
  child.kill();
  if (answer.kind === 'failed') throw new PortalKept(answer.detail);
}
