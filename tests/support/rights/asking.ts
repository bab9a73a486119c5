import type { Command } from '../../../shared/contract/commands.ts';
import { commandAnswerSchema, refusalIn } from '../../../shared/contract/outcomes.ts';
import { problemSchema } from '../../../shared/contract/problem.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { lineOf, linesOf, type TestPerson } from '../portal-server.ts';
import type { Actor } from './actors.ts';
import { asking, caseOf, invitedId, type MatrixServer } from './matrix-server.ts';
import { initOf, requests, seenCase, type Asked, type Request } from './requests.ts';
import { bytes, fileOf, sha256, type Try } from './try.ts';

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

async function answerOf(response: Response): Promise<Answer> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  // A stream for nudges has no end; that it begins is all that is asked.
  const endless = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (endless) await response.body?.cancel();
  return { status: response.status, headers, body: endless ? '' : await response.text() };
}

async function askAs(matrix: MatrixServer, who: TestPerson | null, request: Request, asked: Asked): Promise<Answer> {
  return answerOf(await matrix.ask(who, request.path(asked), initOf(request, asked)));
}

const commandId = '0199aaaa-0000-7000-8000-000000000001';
const freshId = '0199aaaa-0000-7000-8000-0000000000bb';

/** The command of a try; without a session it is written as the insurer’s and comes to nothing. */
export async function commandOf(
  matrix: MatrixServer,
  actor: Actor,
  [words, each]: readonly [string, Try],
): Promise<Command> {
  const { portal, member } = actor;
  const writer = (await matrix.personOf(actor)) ?? (await matrix.server.as('insurer-6'));
  const subject = caseOf(words);
  const places: Readonly<Record<string, string>> = {
    oneself: member ?? '',
    fresh: freshId,
    invited: invitedId,
    portal,
  };
  const about = each.subject ?? subject;
  return writer.command(each.name, places[about] ?? about, each.input(subject, member ?? 'nobody'), {
    id: commandId,
    portal,
    basedOn: each.basedOn === 'portal' ? portal : (each.basedOn ?? null),
    at: asking,
  });
}

/** Tries a command as somebody. */
export async function tryAs(matrix: MatrixServer, actor: Actor, each: readonly [string, Try]): Promise<Answer> {
  const who = await matrix.personOf(actor);
  const command = await commandOf(matrix, actor, each);
  if (who && 'file' in command.input) await send(matrix, who, actor.portal, command.subject.id);
  const body = JSON.stringify({ protocol: 2, account: command.account, commands: [command] });
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  return answerOf(await matrix.ask(who, '/commands', json));
}

/** Sends the file that a command names; who does not see the case is told that there is none, and goes on. */
async function send({ ask }: MatrixServer, who: TestPerson, portal: string, subject: string): Promise<void> {
  const path = `/files/${portal}/${fileOf(subject, who.member)}?case=${subject}&name=calculation.csv&sha256=${sha256}`;
  await ask(who, path, { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: bytes });
}

/** The refusal of the one command that was answered; null where there is none. */
export function refusalOf({ body }: Answer): Refusal | null {
  const [outcome] = commandAnswerSchema.parse(JSON.parse(body)).outcomes;
  return outcome?.kind === 'decided' ? (refusalIn(outcome) as Refusal | null) : null;
}

/** What an answer to a command comes to: a tick, or why not. */
export function outcomeIn({ status, body }: Answer): string {
  if (status !== 200) return problemIn(body);
  const [outcome] = commandAnswerSchema.parse(JSON.parse(body)).outcomes;
  // The same whether there is no such portal or one is not in it.
  if (outcome?.kind === 'trouble')
    return outcome.detail.startsWith('There is no such portal') ? 'not found' : outcome.detail;
  if (outcome?.kind !== 'decided') return outcome?.kind ?? 'nothing';
  return refusalIn(outcome)?.code.replaceAll('-', ' ') ?? '✓';
}

/** What an answer of a route comes to. */
export function answerIn({ status, body }: Answer): string {
  return status === 200 ? '✓' : problemIn(body);
}

function problemIn(body: string): string {
  const { kind, detail } = problemSchema.parse(JSON.parse(body));
  return (kind === 'not-allowed' && detail ? detail : kind).replaceAll('-', ' ');
}

/** Asks every route as somebody; the report that comes of it is made in between. */
export async function askAll(matrix: MatrixServer, actor: Actor): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const who = await matrix.personOf(actor);
  let asked = await askedBy(matrix, actor, who);
  for (const [words, request] of Object.entries(requests)) {
    const answer = await askAs(matrix, who, request, asked);
    answers.set(words, answer);
    if (words !== 'Ask for a report' || answer.status !== 200) continue;
    asked = { ...asked, report: (JSON.parse(answer.body) as { id: string }).id };
    await matrix.server.jobs.runDue();
  }
  return answers;
}

/** What the requests of an actor are made of. */
async function askedBy(matrix: MatrixServer, { portal, member }: Actor, who: TestPerson | null): Promise<Asked> {
  const nowhere = { number: 0, mark: '-' };
  const none = { portal, who: member ?? 'nobody', cursor: nowhere, report: seenCase, account: 'none', session: 'none' };
  if (!who) return none;
  const pages = await matrix.ask(who, `/sync/${portal}/pages?protocol=2`, {});
  const cursor = pages.status === 200 ? lineOf(await linesOf(pages), 'tail')?.cursor : undefined;
  const credentials = { email: `${who.member}@example.com`, password: 'a long enough password' };
  await matrix.server.deps.accounts.signIn({ ...credentials, from: who.member, userAgent: '' });
  const mine = (await (await matrix.ask(who, '/sessions', {})).json()) as {
    sessions: { id: string; current: boolean }[];
  };
  const session = mine.sessions.find(({ current }) => !current)?.id ?? 'none';
  return { ...none, cursor: cursor ?? nowhere, account: who.account, session };
}
