import { Trans } from '@lingui/react/macro';
import { IconEyeOff } from '@tabler/icons-react';
import { seesContent } from '../../../shared/domain/case/case-parts.ts';
import { useCaseView } from '../case/frame.ts';
import { BriefFacts } from './brief-facts.tsx';
import classes from './header-only-note.module.css';

/** Where only the header is seen: what that is, and what it takes to see the rest. */
export function HeaderOnlyNote() {
  const { open } = useCaseView();
  const { role } = open.content.case;
  if (seesContent(open.content.case)) return null;
  const user = role?.user?.name;
  return (
    <div className={classes.note} role="note">
      <IconEyeOff size={16} aria-hidden />
      <div>
        <p>
          {user ? (
            <Trans>
              You see the head of this case only: {user} is its External case handler. Tasks, budgets, chat and
              documents are shown to whoever has the role or a task here.
            </Trans>
          ) : (
            <Trans>
              You see the head of this case only: the External case handler role waits here for a user of your company.
              Once somebody is assigned, that person sees tasks, budgets, chat and documents.
            </Trans>
          )}
        </p>
        <BriefFacts />
      </div>
    </div>
  );
}
