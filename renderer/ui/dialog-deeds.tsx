import { Button, Group } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import foot from './dialog-foot.module.css';
import { KeyHint } from './key-hint.tsx';

interface DialogDeedsProps {
  readonly onClose: () => void;
  /** What leaving is called where it is not "Cancel". */
  readonly leave?: ReactNode;
  /** The one primary button. */
  readonly children: ReactNode;
}

/** The last line of a dialog that decides: the key that confirms, the way out, and the deed. */
export function DialogDeeds({ onClose, leave = <Trans>Cancel</Trans>, children }: DialogDeedsProps) {
  return (
    <div className={foot.deeds}>
      <span className={foot.keys}>
        <KeyHint keys="Mod+Enter" /> <Trans>confirms</Trans>
      </span>
      <Group gap={8}>
        <Button variant="default" onClick={onClose}>
          {leave}
        </Button>
        {children}
      </Group>
    </div>
  );
}
