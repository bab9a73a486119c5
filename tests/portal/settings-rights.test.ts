import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guessRefusal } from '../../renderer/offline/guess.ts';
import type { Command } from '../../shared/contract/commands.ts';
import { basedOnSeen } from '../../shared/domain/based-on.ts';
import { readsSettings } from '../../shared/domain/portal/reads-settings.ts';
import { revisionId } from '../../shared/domain/revision.ts';
import { engines } from '../support/engines.ts';
import { aPortalServer, lineOf, type TestPerson, type TestServer } from '../support/portal-server.ts';
import { attempts, expected, kinds, logs, settingsNetwork, type Held } from '../support/settings-matrix.ts';

const portal = 'nordic-portal';
const inactive = kinds.filter((kind) => kind.endsWith('inactive'));
const insiders = kinds.filter((kind) => kind !== 'other-portal');

/** What the person's app would hold: from the portal server, as it comes to that person. */
async function heldBy(person: TestPerson): Promise<Held> {
  const pages = await person.pages('&categories=told');
  const [standing, directory] = [lineOf(pages, 'standing')?.standing, lineOf(pages, 'directory')];
  if (!standing || !directory) throw new Error('nothing is held');
  const told = lineOf(pages, 'categories');
  return { standing, directory, categories: told?.what === 'all' ? told : null };
}

/** The revision that the screen would show of what the command overwrites. */
function seenIn(
  { standing, directory, categories }: Held,
  { name, subject }: Pick<Command, 'name' | 'subject'>,
): string | null {
  const { settings } = standing;
  const member = directory.members.find(({ id }) => id === subject.id);
  switch (name) {
    case 'change-rights':
      return revisionId(settings.externalCaseHandler.revision, portal);
    case 'change-manager-rights':
      return revisionId(settings.projectManagerRevision, portal);
    case 'change-inspector-rights':
      return revisionId(settings.inspectorRevision, portal);
    case 'change-compensation':
      return revisionId(settings.compensation?.revision, portal);
    case 'change-work-plans':
      return revisionId(settings.workPlansRevision, portal);
    case 'change-allocation':
      return revisionId(settings.allocation?.revision, portal);
    case 'change-settlement-rules':
      return revisionId(settings.settlement?.revision, portal);
    case 'change-calendar':
      return settings.calendar?.revision ?? null;
    case 'define-categories':
      return revisionId(categories?.defined.revision, portal);
    case 'categorise-office':
      return revisionId(categories?.offices[0]?.revision, 'arvio-kuopio');
    case 'mark-member':
      return revisionId(member?.markRevision, subject.id);
    case 'change-member':
      return revisionId(member?.termsRevision, subject.id);
    default:
      return revisionId(directory.offices.find(({ id }) => id === subject.id)?.revision, subject.id);
  }
}

describe.each(engines)('who may set what, on $engine', ({ engine }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aPortalServer(engine, { network: settingsNetwork });
  });
  afterAll(() => server.close());

  /** The app's word and the portal server's about one command of somebody. */
  async function answersTo(who: string, made: (typeof attempts)[keyof typeof attempts]) {
    const person = await server.as(who);
    const held = await heldBy(person);
    // Name and input belong together in each attempt.
    const command = person.command(made.name, made.subject, made.input(held) as never);
    const asked = { ...command, basedOn: basedOnSeen(command, seenIn(held, command)) };
    const app = guessRefusal(asked, { ...held, reading: {}, content: null })?.code ?? 'carried-out';
    const [outcome] = await person.post(asked);
    return { app, server: outcome?.kind === 'refused' ? outcome.refusal.code : outcome?.kind };
  }

  test.each(Object.keys(attempts) as (keyof typeof attempts)[])(
    '%s: exactly who may, and the app says the same beforehand',
    async (what) => {
      const [app, told]: Record<string, unknown>[] = [{}, {}];
      for (const who of insiders) {
        const answers = await answersTo(who, attempts[what]);
        Object.assign(app ?? {}, { [who]: answers.app });
        Object.assign(told ?? {}, { [who]: answers.server });
      }
      // The inactive hold no directory; of the portal itself they know that it is there.
      const nowhere = attempts[what].subject === portal ? 'person-inactive' : 'case-not-found';
      const all = { ...expected[what], ...Object.fromEntries(inactive.map((who) => [who, nowhere])) };
      expect(told).toEqual(all);
      expect(app).toEqual(all);
    },
  );

  test('for another portal’s people there is no such portal', async () => {
    const stranger = await server.as('other-portal');
    for (const made of Object.values(attempts)) {
      const held = await heldBy(await server.as('operator'));
      const input = made.input(held) as never;
      expect(await stranger.issue(made.name, made.subject, input)).toMatchObject({ kind: 'trouble' });
    }
  });

  test('what was set when, and whom a change touches, is read by exactly these', async () => {
    const got: Record<string, string[]> = { portal: [], categories: [], office: [], member: [], reach: [] };
    for (const who of kinds) {
      const person = await server.as(who);
      const reads = async (what: string, path: string) => {
        const { status } = await person.request(path);
        expect([200, 404]).toContain(status);
        if (status === 200) got[what]?.push(who);
      };
      for (const [kind, { subject }] of Object.entries(logs)) {
        await reads(kind, `/settings-log/${portal}?${new URLSearchParams({ kind, id: subject }).toString()}`);
      }
      await reads('reach', `/settings-reach/${portal}?limit=0&basis=cumulative`);
    }
    const opening = [];
    for (const who of insiders) {
      if (readsSettings((await heldBy(await server.as(who))).standing)) opening.push(who);
    }
    expect(opening).toEqual(got['reach']);
    const { portal: ofPortal, categories, office, member } = logs;
    expect(got).toEqual({
      portal: ofPortal.readers,
      categories: categories.readers,
      office: office.readers,
      member: member.readers,
      reach: ofPortal.readers,
    });
  });
});
