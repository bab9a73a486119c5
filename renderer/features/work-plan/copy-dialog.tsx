import { Button, Modal, NativeSelect } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { DialogDeeds } from '../../ui/dialog-deeds.tsx';
import foot from '../../ui/dialog-foot.module.css';
import type { PlanDialogProps } from './plan-dialog-props.ts';
import classes from './plan.module.css';
import { RoomOptions } from './room-options.tsx';

/** Copies the selected lines into another room, as drafts. */
export function CopyDialog({ work, acts, groups, selected, onClose }: PlanDialogProps) {
  const { t } = useLingui();
  const [room, setRoom] = useState(groups.room[0]?.id ?? '');
  const lines = work.lines.filter(({ content }) => selected.has(content.id));
  const copy = (event: FormEvent) => {
    event.preventDefault();
    acts.copyTo(lines, room === '' ? null : room);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={<Trans>Copy to a room</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form onSubmit={copy} className={classes.form}>
        <Plural
          value={lines.length}
          one="# line is copied as a draft, with its quantity and its price."
          other="# lines are copied as drafts, with their quantities and prices."
        />
        <NativeSelect
          label={t`Room`}
          data-autofocus
          value={room}
          onChange={(event) => setRoom(event.currentTarget.value)}
        >
          <RoomOptions groups={groups} />
        </NativeSelect>
        <div className={foot.foot}>
          <DialogDeeds onClose={onClose}>
            <Button type="submit">
              <Trans>Copy</Trans>
            </Button>
          </DialogDeeds>
        </div>
      </form>
    </Modal>
  );
}
