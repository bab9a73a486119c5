import type { PlanGroups } from './use-groups.ts';

interface RoomOptionsProps {
  readonly groups: PlanGroups;
  /** One that is left out. */
  readonly but?: string;
}

/** The rooms as the options of a field, and none of them. */
export function RoomOptions({ groups, but }: RoomOptionsProps) {
  return groups.room
    .filter(({ id }) => id !== but)
    .map(({ id, name }) => (
      <option key={id ?? ''} value={id ?? ''}>
        {name}
      </option>
    ));
}
