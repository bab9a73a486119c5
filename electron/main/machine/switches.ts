import { linkIn } from '../window/case-link.ts';
import type { CaseKey } from '../../../shared/contract/desk-api.ts';

/** What the command line says. Anything it does not know is left to Chromium. */
export interface Switches {
  readonly server: string | null;
  readonly demo: boolean;
  /** A folder for everything the app keeps, for tests and for a second installation. */
  readonly profile: string | null;
  readonly workOffline: boolean;
  /** The day the demo is made for, so that a test or a picture looks the same on any day. */
  readonly today: string | null;
  readonly link: CaseKey | null;
}

export function readSwitches(argv: readonly string[]): Switches {
  return {
    server: valueOf(argv, 'server'),
    demo: argv.includes('--demo'),
    profile: valueOf(argv, 'profile'),
    workOffline: argv.includes('--work-offline'),
    today: valueOf(argv, 'today'),
    link: linkIn(argv),
  };
}

function valueOf(argv: readonly string[], name: string): string | null {
  const start = `--${name}=`;
  const value = argv.find((argument) => argument.startsWith(start))?.slice(start.length);
  return value === undefined || value === '' ? null : value;
}
