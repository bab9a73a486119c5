import type { Migration } from 'kysely/migration';
import { makePortalTables } from './migrations/0001-portal.ts';
import { makeAccountTables } from './migrations/0002-accounts.ts';
import { indexWaitingFiles } from './migrations/0003-waiting-files.ts';
import { makeAccountsSafe } from './migrations/0004-safe-accounts.ts';
import { carryCancelsOver } from './migrations/0005-small-letters.ts';
import { keepCalendars } from './migrations/0006-calendars.ts';
import { addRevisions } from './migrations/0007-revisions.ts';
import { logMembers } from './migrations/0008-logs-of-members.ts';
import { keepPlaces } from './migrations/0009-places.ts';
import { addReports } from './migrations/0010-reports.ts';
import { keepFailures } from './migrations/0011-failed-mails.ts';
import { keepInvitations } from './migrations/0012-invitations.ts';
import { makeParts } from './migrations/0013-parts.ts';
import { keyDirectory } from './migrations/0014-keyed-directory.ts';
import { keepJobs } from './migrations/0015-jobs.ts';
import { tieTaskRoles } from './migrations/0016-role-ties.ts';
import { keepItems } from './migrations/0017-outcomes-of-items.ts';
import { keepCategories } from './migrations/0020-categories.ts';
import { keepSelections } from './migrations/0019-member-selection.ts';
import { keepPriceLists } from './migrations/0022-price-lists.ts';
import { openSettling } from './migrations/0024-settling-rights.ts';
import { keepInvoices } from './migrations/0021-invoices.ts';
import { keepRowChecks } from './migrations/0023-row-checks.ts';
import type { Engine } from './engine.ts';
import type { Progress } from './progress.ts';

/** Every migration in its order; a released one is never changed. `onProgress` is told how far the long ones are. */
export function migrationsFor(engine: Engine, onProgress?: Progress): Record<string, Migration> {
  return {
    '0001-portal': { up: makePortalTables(engine) },
    '0002-accounts': { up: makeAccountTables },
    '0003-waiting-files': { up: indexWaitingFiles },
    '0004-safe-accounts': { up: makeAccountsSafe(engine) },
    '0005-small-letters': { up: carryCancelsOver },
    '0006-calendars': { up: keepCalendars },
    '0007-revisions': { up: addRevisions },
    '0008-logs-of-members': { up: logMembers },
    '0009-places': { up: keepPlaces },
    '0010-reports': { up: addReports },
    '0011-failed-mails': { up: keepFailures },
    '0012-invitations': { up: keepInvitations },
    '0013-parts': { up: makeParts(engine, onProgress) },
    '0014-keyed-directory': { up: keyDirectory },
    '0015-jobs': { up: keepJobs },
    '0016-role-ties': { up: tieTaskRoles(engine) },
    '0017-outcomes-of-items': { up: keepItems },
    '0020-categories': { up: keepCategories },
    '0019-member-selection': { up: keepSelections },
    '0022-price-lists': { up: keepPriceLists },
    '0021-invoices': { up: keepInvoices },
    '0023-row-checks': { up: keepRowChecks },
    '0024-settling-rights': { up: openSettling(engine) },
  };
}
