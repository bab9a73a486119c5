import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DraftRoom } from './plan-draft.ts';
import classes from './plan.module.css';
import { RoomOptions } from './room-options.tsx';
import { readLength } from './room-measures.ts';
import { measuredText, type PlanGroups } from './use-groups.ts';

interface RoomFieldsProps {
  readonly room: DraftRoom;
  /** How many lines are in it. */
  readonly items: number;
  readonly groups: PlanGroups;
  readonly put: (room: DraftRoom) => void;
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
  readonly remove: (to: string | null) => void;
}

/** A room as it is typed. A field is kept as it is left, so that one step back takes all of it. */
export function RoomFields({ room, items, groups, put, up, down, remove }: RoomFieldsProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(room);
  const [asks, setAsks] = useState(false);
  const { name } = room;
  const keep = () => {
    // A room has a name: an empty field goes back to the one it had.
    const next = { ...typed, name: typed.name.trim() || room.name, order: room.order, revision: room.revision };
    setTyped(next);
    if (parts.some((part) => next[part] !== room[part])) put(next);
  };
  const length = (part: 'length' | 'width' | 'height', label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      value={typed[part]}
      error={readLength(typed[part]) === null ? t`Metres, like 4.2` : null}
      onChange={(event) => setTyped({ ...typed, [part]: event.currentTarget.value })}
      onBlur={keep}
    />
  );
  return (
    <li>
      <fieldset className={classes.room}>
        <legend className="visually-hidden">{name}</legend>
        <TextInput
          label={t`Room`}
          maxLength={200}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
          onBlur={keep}
        />
        {length('length', t`Length, m`)}
        {length('width', t`Width, m`)}
        {length('height', t`Height, m`)}
        <span className={classes.deeds}>
          <Move label={t`Move ${name} up`} icon={<IconArrowUp size={16} aria-hidden />} deed={up} />
          <Move label={t`Move ${name} down`} icon={<IconArrowDown size={16} aria-hidden />} deed={down} />
          <ActionIcon
            aria-label={t`Remove ${name}`}
            aria-expanded={items > 0 ? asks : undefined}
            onClick={() => (items > 0 ? setAsks(!asks) : remove(null))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </span>
      </fieldset>
      <p className={classes.measures}>{measuredText(typed)}</p>
      {asks && items > 0 && <Leaving {...{ room, items, groups, remove }} />}
    </li>
  );
}

const parts = ['name', 'length', 'width', 'height'] as const;

function Move({ label, icon, deed }: { label: string; icon: ReactNode; deed: (() => void) | null }) {
  return (
    <ActionIcon aria-label={label} aria-disabled={deed === null || undefined} onClick={() => deed?.()}>
      {icon}
    </ActionIcon>
  );
}

/** Where the lines of a room go that is removed. */
function Leaving({ room, items, groups, remove }: Pick<RoomFieldsProps, 'room' | 'items' | 'groups' | 'remove'>) {
  const { t } = useLingui();
  const [to, setTo] = useState('');
  return (
    <div className={classes.leaving}>
      <Plural
        value={items}
        one="# line is in it. It goes to another room, or to none."
        other="# lines are in it. They go to another room, or to none."
      />
      <NativeSelect
        aria-label={t`Room for its lines`}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      >
        <RoomOptions groups={groups} but={room.id} />
      </NativeSelect>
      <Button variant="default" onClick={() => remove(to === '' ? null : to)}>
        <Trans>Remove the room</Trans>
      </Button>
    </div>
  );
}
