import { useSettingsLog } from '../../bindings/use-settings-log.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { ChangeLog } from '../../ui/change-log.tsx';
import { loggedAllocationWords } from './allocation-change-words.ts';
import { loggedPriceListWords } from './price-list-log-words.ts';
import { loggedChangeWords } from './role-change-words.ts';
import { loggedSettlementWords } from './settlement-change-words.ts';
import { loggedWorkPlansWords } from './work-plans-change-words.ts';

/** Who changed what of the roles, of how tasks are assigned, of settlements and of price lists, when, and from what to what. */
export function RolesLog({ state }: { readonly state: PortalState }) {
  const { portal, standing } = state;
  const { currency, externalCaseHandler, projectManagerRevision, inspectorRevision } = standing.settings;
  const { compensation, allocation, settlement, workPlansRevision } = standing.settings;
  const version = [
    externalCaseHandler.revision,
    projectManagerRevision,
    inspectorRevision,
    compensation?.revision,
    allocation?.revision,
    settlement?.revision,
    workPlansRevision,
  ];
  const entries = useSettingsLog(portal, { kind: 'portal', id: portal }, version);
  return (
    <ChangeLog
      changes={
        entries &&
        entries.map((entry) => ({
          at: entry.at,
          by: entry.by,
          lines: [
            ...loggedChangeWords(entry, currency),
            ...loggedAllocationWords(entry),
            ...loggedWorkPlansWords(entry),
            ...loggedSettlementWords(entry, currency),
            ...loggedPriceListWords(entry),
          ],
        }))
      }
    />
  );
}
