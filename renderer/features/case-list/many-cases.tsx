import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { ApproveButton } from './approve/approve-button.tsx';
import { ApproveManyDialog } from './approve/approve-many-dialog.tsx';
import { ApproveResults } from './approve/approve-results.tsx';
import { AssignButton } from './assign/assign-button.tsx';
import { AssignManyDialog } from './assign/assign-many-dialog.tsx';
import { AssignResults } from './assign/assign-results.tsx';
import { ExportDialog } from './export/export-dialog.tsx';
import { nothingSelected, without } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import type { useManyCases } from './use-many-cases.ts';

interface ManyCasesProps {
  readonly many: ReturnType<typeof useManyCases>;
  readonly shown: readonly RowFacts[];
  readonly portals: readonly PortalState[];
  readonly now: Moment;
}

/** The selection with what can be done with it, and the dialogs about many cases. */
export function ManyCases({ many, shown, portals, now }: ManyCasesProps) {
  const { selection, selected, assigning, exporting } = many;
  const clear = () => selection.set(nothingSelected);
  return (
    <>
      <SelectionBar count={selected.length} left={selection.left} onClear={clear}>
        <ApproveButton reason={many.approveReason} onApprove={many.approve} />
        <AssignButton reason={many.reason} onAssign={many.assign} />
      </SelectionBar>
      {assigning && (
        <AssignManyDialog
          selected={assigning}
          now={now}
          onDone={(portal) => {
            many.setAssigning(null);
            // They are done with, and some leave the list now; those of another insurer wait for their turn.
            selection.set(
              without(
                selection,
                assigning.filter(({ row }) => row.portal === portal),
              ),
            );
          }}
          onClose={() => many.setAssigning(null)}
        />
      )}
      {many.approving && (
        <ApproveManyDialog
          selected={many.approving}
          now={now}
          onDone={() => {
            many.setApproving(null);
            clear();
          }}
          onClose={() => many.setApproving(null)}
        />
      )}
      {exporting && (
        <ExportDialog
          rows={shown}
          columns={exporting}
          now={now}
          asOf={asOfAll(portals, shown)}
          onClose={() => many.setExporting(null)}
        />
      )}
      <AssignResults />
      <ApproveResults />
    </>
  );
}

/** As old as the oldest portal in the list; null where one of them has not come as a whole. */
function asOfAll(portals: readonly PortalState[], shown: readonly RowFacts[]): Moment | null {
  const there = new Set(shown.map(({ row }) => row.portal));
  const moments = portals.filter(({ portal }) => there.has(portal)).map(({ asOf }) => asOf);
  return moments.includes(null) ? null : (moments.toSorted()[0] ?? null);
}
