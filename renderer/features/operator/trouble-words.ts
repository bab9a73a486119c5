import { t } from '@lingui/core/macro';
import type { Trouble } from '../../portal/answer.ts';

/** Why the portal server did not do what was asked, what can be done, and what the machine said. */
export interface AskedWords {
  readonly title: string;
  readonly next: string;
  readonly detail?: string;
}

/** The words of a trouble; bad input has its own, beside what was chosen. */
export function troubleWords(trouble: Trouble): AskedWords {
  if (trouble.kind === 'unreachable') return away(`${trouble.why} ${trouble.detail}`);
  const { kind, title, detail } = trouble.problem;
  const said = { detail: [kind, detail ?? title].join(' ') };
  switch (kind) {
    case 'unavailable':
      return away(said.detail);
    case 'not-signed-in':
    case 'session-ended':
    case 'other-account':
      return { title: t`The portal ended your session`, next: t`Sign in again on the Connection page.` };
    case 'not-allowed':
      return { title: t`This is the operator's alone`, next: t`Ask the operator's people, or sign in as one of them.` };
    case 'not-found':
      return { title: t`It is not there any more`, next: t`It was changed meanwhile. The page shows how it is now.` };
    case 'too-large':
      return { title: t`The portal server does not take so much at once`, next: t`Bring it in by several files.` };
    default:
      return { title: t`The portal server could not do it`, next: t`Try again. Nothing you chose is lost.`, ...said };
  }
}

function away(detail: string): AskedWords {
  return { title: t`The portal server cannot be reached now`, next: t`Try again in a moment.`, detail };
}
