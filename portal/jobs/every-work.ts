import { sweepAccounts } from '../accounts/sweep-accounts.ts';
import { briefsWork } from '../commands/briefs-work.ts';
import { sweepPortals } from '../commands/sweep-portals.ts';
import { mailWork } from '../mail/mail-work.ts';
import type { MailTransport } from '../mail/transports.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import { reportWork } from '../reports/report-work.ts';
import type { JobKind } from './job-kind.ts';
import { doubling, type Work } from './job.ts';

/** How every kind of job is done. */
export function everyWork(deps: ChangeDeps & { readonly transport: MailTransport }): Readonly<Record<JobKind, Work>> {
  const { store, now } = deps;
  return {
    mail: mailWork(deps),
    report: reportWork(deps),
    briefs: briefsWork(deps),
    'sweep-accounts': hourly(() => sweepAccounts(store, now())),
    'sweep-portals': hourly(() => sweepPortals(store, now())),
  };
}

/** Never given up: what is swept would grow without end. */
function hourly(sweep: () => Promise<void>): Work {
  return {
    lanes: 1,
    poll: 60_000,
    every: 3_600_000,
    mostAttempts: Infinity,
    waitAfter: doubling(60_000, 3_600_000),
    run: async () => {
      await sweep();
      return 'done';
    },
  };
}
