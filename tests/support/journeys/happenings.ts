import { z } from 'zod';
import { commandAnswerSchema, outcomeSchema, refusalIn } from '../../../shared/contract/outcomes.ts';
import { inVersionOne } from '../../../shared/contract/protocol-one.ts';
import type { SyncLine } from '../../../shared/contract/sync.ts';
import type { Plan } from './steps.ts';

/** What any number of histories must have had in them, or they prove less than they say. */
export const mustHappen = [
  'pages of 1',
  'pages of 2',
  'pages of 3',
  '2 computers',
  '3 computers',
  '4 computers',
  'a clock set',
  'a command issued',
  'a command carried-out',
  'a command refused',
  'a command blocked',
  'a command carried out in part',
  'a file uploaded',
  'a delta in parts',
  'a first sync in parts',
  'a cable cut',
  'killed while syncing',
  'killed while the journal was written',
  'the cache wiped',
  'a blocked or parked command tried again',
  'an unsent command taken back',
  'a sent command asked back',
  'the portal server set back',
  'work done in the background',
  'an acknowledged command lost and found out',
  'one id from two accounts',
  'reset by unknown-cursor',
  'reset by audience-changed',
  'a case withdrawn',
  'a case gained, lost and gained again',
  'a level gained, lost and gained again',
] as const;

export type Happening = (typeof mustHappen)[number];

/** Watches what really crosses between the apps and the portal server, over many histories. */
export interface Happenings {
  readonly note: (what: Happening) => void;
  /** A new history: nobody holds anything. */
  readonly begin: (plan: Plan) => void;
  /** One answer on its way to an app. */
  readonly watch: (account: string, request: Asked, response: Response) => Promise<void>;
  readonly counts: () => Readonly<Record<Happening, number>>;
}

export interface Asked {
  readonly path: string;
  readonly body: unknown;
}

const ends = z.object({ kind: z.string(), id: z.string() });

export function createHappenings(): Happenings {
  const counts = new Map<string, number>(mustHappen.map((what) => [what, 0]));
  let paths = new Map<string, string>();
  let acknowledged = new Set<string>();
  let ids = new Map<string, Set<string>>();
  const note = (what: string): void => {
    const before = counts.get(what);
    if (before !== undefined) counts.set(what, before + 1);
  };

  /** `path` of somebody's state as letters, `again` when it went there, away and there again. */
  const follow = (key: string, now: 'has' | 'lost', what: Happening): void => {
    const path = paths.get(key) ?? '';
    const letter = now[0] ?? '';
    if (path.endsWith(letter) || (path === '' && now === 'lost')) return;
    paths.set(key, path + letter);
    if (path === 'hl') note(what);
  };

  const watchOutcome = (account: string, outcome: z.infer<typeof ends>, asked: Asked): void => {
    if (asked.path.endsWith('/cancel')) {
      note('a sent command asked back');
      return;
    }
    note(`a command ${outcome.kind}`);
    if (outcome.kind !== 'carried-out' && outcome.kind !== 'refused') return;
    acknowledged.add(`${account} ${outcome.id}`);
    const by = ids.get(outcome.id) ?? new Set();
    ids.set(outcome.id, by.add(account));
    if (by.size === 2) note('one id from two accounts');
  };

  const watchLine = (account: string, line: SyncLine, { path }: Asked): void => {
    if (line.kind === 'reset') note(`reset by ${line.reason}`);
    if (line.kind === 'tail' && line.more) note(path.endsWith('/delta') ? 'a delta in parts' : 'a first sync in parts');
    if (line.kind === 'standing')
      follow(`${account} level`, line.standing.level > 1 ? 'has' : 'lost', 'a level gained, lost and gained again');
    if (line.kind === 'withdrawn')
      for (const { case: id } of line.cases) {
        note('a case withdrawn');
        follow(`${account} ${id}`, 'lost', 'a case gained, lost and gained again');
      }
    if (line.kind === 'rows')
      for (const [{ id }] of line.rows) follow(`${account} ${id}`, 'has', 'a case gained, lost and gained again');
    if (line.kind === 'contained')
      for (const { id, kind } of line.commands)
        if (kind === 'unknown' && acknowledged.delete(`${account} ${id}`))
          note('an acknowledged command lost and found out');
  };

  return {
    note,
    begin: ({ apps }) => {
      [paths, acknowledged, ids] = [new Map(), new Set(), new Map()];
      note(`${String(apps.length)} computers`);
      for (const { pageSize } of apps) note(`pages of ${String(pageSize)}`);
    },
    watch: async (account, asked, response) => {
      if (!response.ok) return;
      const path = asked.path.split('?')[0] ?? '';
      const there = { ...asked, path };
      if (path.startsWith('/files/') && asked.body !== undefined) note('a file uploaded');
      if (path === '/commands') {
        const { outcomes } = commandAnswerSchema.parse(await response.json());
        for (const outcome of outcomes) {
          if (outcome.kind === 'decided' && !refusalIn(outcome) && outcome.items.some(({ kind }) => kind === 'refused'))
            note('a command carried out in part');
          watchOutcome(account, inVersionOne(outcome), there);
        }
      } else if (path.endsWith('/cancel')) {
        watchOutcome(account, inVersionOne(outcomeSchema.parse(await response.json())), there);
      } else if (path.startsWith('/sync/')) {
        const lines = (await response.text()).trimEnd().split('\n');
        // What the portal server says is checked where it is tested by itself.
        for (const line of lines) watchLine(account, JSON.parse(line) as SyncLine, there);
      }
    },
    counts: () => Object.fromEntries(counts) as Record<Happening, number>,
  };
}
