import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useOffline } from '../../bindings/use-offline.ts';

const all = 'all';

/** Shows the work for one insurer, or for all. Not there for whoever works for one only. */
export function InsurerFilter() {
  const { t } = useLingui();
  const { portal, choose } = useInsurerFilter();
  const portals = useOffline((state) => state.portals);
  if (portals.length < 2) return null;
  const known = portals.some((each) => each.portal === portal);
  return (
    <Select
      aria-label={t`Insurer`}
      w={190}
      allowDeselect={false}
      value={known && portal ? portal : all}
      onChange={(value) => choose(value === all ? null : value)}
      data={[
        { value: all, label: t`All insurers` },
        ...portals.map(({ portal: value, standing }) => ({ value, label: standing.portalName })),
      ]}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
