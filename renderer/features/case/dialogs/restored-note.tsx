import { Anchor } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import classes from './restored-note.module.css';

/** Says that a form starts with what had been typed before, and offers an empty one. */
export function RestoredNote({ draft }: { draft: { readonly restored: boolean; readonly forget: () => void } }) {
  if (!draft.restored) return null;
  return (
    <p className={classes.note}>
      <Trans>This is what you had typed before.</Trans>{' '}
      <Anchor component="button" type="button" size="xs" onClick={draft.forget}>
        <Trans>Start empty</Trans>
      </Anchor>
    </p>
  );
}
