import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: ReactNode;
  /** What will be so afterwards, and what cannot be undone. */
  readonly children: ReactNode;
  /** The deed itself ("Discard budget"), never "OK". */
  readonly confirm: string;
  readonly cancel: string;
  /** Something is lost: the button is red and the safe one has the focus. */
  readonly destructive?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, confirm, cancel, destructive = false, busy = false, onConfirm, onClose } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={440}
      centered
      closeButtonProps={{ 'aria-label': cancel }}
    >
      <div>{children}</div>
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="default" onClick={onClose} data-autofocus={destructive || undefined}>
          {cancel}
        </Button>
        <Button
          color={destructive ? 'red.8' : undefined}
          loading={busy}
          onClick={onConfirm}
          data-autofocus={destructive ? undefined : true}
        >
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
