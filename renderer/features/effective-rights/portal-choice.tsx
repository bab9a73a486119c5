import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { PortalState } from '../../offline/offline-desk.ts';

interface PortalChoiceProps {
  readonly portals: readonly PortalState[];
  readonly chosen: string;
  readonly onChoose: (portal: string) => void;
}

/** At which insurer: standing and rights are of one portal. */
export function PortalChoice({ portals, chosen, onChoose }: PortalChoiceProps) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Insurer`}
      allowDeselect={false}
      data={portals.map(({ portal, standing }) => ({ value: portal, label: standing.portalName }))}
      value={chosen}
      onChange={(portal) => portal && onChoose(portal)}
    />
  );
}
