import { Button, Group } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { ReasonButton } from '../../ui/reason-button.tsx';
import classes from './portal-settings.module.css';

interface FormFootProps {
  /** Why there is nothing to save, or not yet; null where there is. */
  readonly reason: string | null;
  /** The portal has another state by now than the form began with. */
  readonly overtaken: boolean;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}

/** What ends a form of the page; it stays in sight. */
export function FormFoot({ reason, overtaken, onCancel, onSave }: FormFootProps) {
  return (
    <div className={classes.foot}>
      {overtaken && (
        <p className={classes.objection} role="alert">
          <Trans>
            Somebody else has changed this meanwhile. Saving would be refused: cancel to see what is set now, then
            change it again.
          </Trans>
        </p>
      )}
      <Group gap={8}>
        <ReasonButton reason={reason} onClick={onSave}>
          <Trans>Save changes…</Trans>
        </ReasonButton>
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </div>
  );
}
