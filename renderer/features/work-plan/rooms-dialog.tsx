import { Button, Modal } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus, IconRulerMeasure } from '@tabler/icons-react';
import { uuidv7 } from 'uuidv7';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { DraftRoom } from './plan-draft.ts';
import type { PlanDialogProps } from './plan-dialog-props.ts';
import { withItems, withoutRoom, withRooms } from './plan-edits.ts';
import classes from './plan.module.css';
import { RoomFields } from './room-fields.tsx';

/** The rooms of the case: names, lengths, what follows from them, and their order. Part of the draft until it is saved. */
export function RoomsDialog({ work, groups, onClose }: PlanDialogProps) {
  const { t } = useLingui();
  const { rooms, lines, draft, things, currency, edit } = work;
  const put = (changed: readonly DraftRoom[]) => edit(withRooms(draft.value, changed, things));
  const add = () => {
    const order = rooms.reduce((most, room) => Math.max(most, room.order + 1), 0);
    const name = t`Room ${rooms.length + 1}`;
    put([{ id: uuidv7(), revision: null, name, length: '', width: '', height: '', order }]);
  };
  const swap = (one: DraftRoom, other: DraftRoom | undefined) => {
    if (other)
      put([
        { ...one, order: other.order },
        { ...other, order: one.order },
      ]);
  };
  const remove = (room: DraftRoom, to: string | null) => {
    const moved = lines
      .filter(({ content }) => content.room === room.id)
      .map(({ content }) => ({ ...content, room: to }));
    edit(withoutRoom(withItems(draft.value, moved, things, currency), room));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={<Trans>Rooms</Trans>}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <div className={classes.form}>
        {rooms.length === 0 && (
          <EmptyState icon={IconRulerMeasure} title={<Trans>No room yet</Trans>}>
            <Trans>
              With its length, width and height a room offers its areas where a quantity is typed. Items can also be in
              no room.
            </Trans>
          </EmptyState>
        )}
        <ol className={classes.rooms}>
          {rooms.map((room, at) => (
            <RoomFields
              key={room.id}
              room={room}
              items={lines.filter(({ content }) => content.room === room.id).length}
              groups={groups}
              put={(changed) => put([changed])}
              up={at > 0 ? () => swap(room, rooms[at - 1]) : null}
              down={at < rooms.length - 1 ? () => swap(room, rooms[at + 1]) : null}
              remove={(to) => remove(room, to)}
            />
          ))}
        </ol>
        <div className={classes.ends}>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            <Trans>Add a room</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </div>
      </div>
    </Modal>
  );
}
