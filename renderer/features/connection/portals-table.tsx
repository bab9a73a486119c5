import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useOffline, useRows } from '../../bindings/use-offline.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import classes from './connection.module.css';

/** What is kept of each insurer, and how old it is. */
export function PortalsTable() {
  const { t, i18n } = useLingui();
  const portals = useOffline((state) => state.portals);
  const rows = useRows();
  return (
    <table className={classes.portals}>
      <thead>
        <tr>
          <th scope="col">{t`Insurer`}</th>
          <th scope="col">{t`As of`}</th>
          <th scope="col" className={classes.number}>{t`Cases`}</th>
        </tr>
      </thead>
      <tbody>
        {portals.map(({ portal, standing, asOf, received }) => (
          <tr key={portal}>
            <td>{standing.portalName}</td>
            <td>
              {asOf && <MomentText moment={asOf} />}
              {received !== null && (
                <Trans>
                  {asOf ? ' · ' : ''}
                  <Plural value={received} one="# case received so far" other="# cases received so far" />
                </Trans>
              )}
            </td>
            <td className={classes.number}>{i18n.number(rows.filter(({ row }) => row.portal === portal).length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
