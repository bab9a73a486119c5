import { uuidv7 } from 'uuidv7';
import { z } from 'zod';

/**
 * The form in which the benches send commands: the first one, which every portal server takes for as long as its figures
 * are to be compared with those of before.
 */
const protocol = 1;

/** A command as a bench issues it. */
export interface BenchCommand {
  readonly name: string;
  readonly input: unknown;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The revision that it overwrites. */
  readonly basedOn?: string | null;
}

const answerSchema = z.object({ outcomes: z.array(z.looseObject({ id: z.string(), kind: z.string() })) });

/** Gives a command its id and moment. */
export function issued(command: BenchCommand, of: { readonly account: string; readonly portal: string }) {
  const { basedOn = null, ...rest } = command;
  return { ...of, ...rest, id: uuidv7(), basedOn, after: null, at: new Date().toISOString() };
}

/** What is posted to `/commands`. */
export function batchOf(account: string, commands: readonly ReturnType<typeof issued>[]) {
  return { protocol, account, commands };
}

/** Throws unless each command of a batch was carried out. */
export function checkCarriedOut(answer: unknown, commands: number): void {
  const { outcomes } = answerSchema.parse(answer);
  const done = outcomes.filter(({ kind }) => kind === 'carried-out');
  if (done.length !== commands)
    throw new Error(`${done.length} of ${commands} carried out: ${JSON.stringify(outcomes)}`);
}
