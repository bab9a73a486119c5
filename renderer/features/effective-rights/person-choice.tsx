import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { MemberEntry } from '../../../shared/domain/office/directory.ts';
import { byName } from '../../bindings/by-name.ts';
import type { PortalState } from '../../offline/offline-desk.ts';

interface PersonChoiceProps {
  readonly state: PortalState;
  readonly chosen: string;
  readonly onChoose: (member: string) => void;
}

/** Whose rights: somebody of the directory that the reader has, which holds who he or she may know of. */
export function PersonChoice({ state, chosen, onChoose }: PersonChoiceProps) {
  const { t } = useLingui();
  const { directory, standing } = state;
  const nameOf = ({ id, name, active, level }: MemberEntry) => {
    if (id === standing.member) return t`${name} (you)`;
    return active && level > 0 ? name : t`${name} (not active)`;
  };
  const groups = directory.companies
    .map(({ id, name }) => ({
      group: name,
      items: directory.members
        .filter(({ company }) => company === id)
        .map((member) => ({ value: member.id, label: nameOf(member) }))
        .toSorted((one, other) => one.label.localeCompare(other.label)),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Select
      label={t`Person`}
      searchable
      allowDeselect={false}
      filter={byName}
      nothingFoundMessage={t`Nobody of that name.`}
      data={groups}
      value={chosen}
      onChange={(member) => member && onChoose(member)}
    />
  );
}
