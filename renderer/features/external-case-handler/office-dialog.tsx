import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconUserShield } from '@tabler/icons-react';
import { useMemo } from 'react';
import { officeCandidates } from '../../../shared/domain/external-case-handler/candidates.ts';
import { roleRevision, type ExternalCaseHandlerRole } from '../../../shared/domain/external-case-handler/role.ts';
import type { OfficeId } from '../../../shared/domain/ids.ts';
import {
  DecisionDialog,
  draftKey,
  forecast,
  forecastDialog,
  OfficePicker,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
} from '../case/frame.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { choiceSchema, noChoice } from './choice.ts';
import classes from './role-dialog.module.css';

/** Gives the External Case Handler role to an office: the nearest first, or all of them (seed). */
export function OfficeDialog({ onClose }: { onClose: () => void }) {
  const view = useCaseView();
  const { open } = view;
  const { t } = useLingui();
  const issue = useCaseIssue();
  const { role, site } = open.content.case;
  const draft = useDraft(draftKey(open, 'give-role'), noChoice, choiceSchema);
  const seen = useSeen(roleRevision(open.content.case));
  const candidates = useMemo(() => officeCandidates(open.directory, site.position), [open.directory, site.position]);
  const listed = candidates.eligible.filter(({ office }) => office.id !== role?.office);
  const chosen = listed.find(({ office }) => office.id === draft.value.chosen) ?? null;
  const command: CaseCommand = { name: 'give-role-to-office', input: { office: chosen?.office.id ?? '' } };
  const name = chosen?.office.name;
  return (
    <DecisionDialog
      title={
        role ? (
          <Trans>Move the External case handler role to another office</Trans>
        ) : (
          <Trans>Assign External case handler to an office</Trans>
        )
      }
      primary={name ? <Trans>Give role to {name}</Trans> : <Trans>Give role</Trans>}
      seen={seen}
      refusal={chosen ? forecast(view, command) : forecastDialog(view, command)}
      missing={chosen ? null : t`Choose an office first.`}
      width={680}
      onDecide={() => issue(command, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <p className={classes.lead}>
        <Trans>
          The office is told at once and assigns one of its marked users. Only offices with a marked user are listed.
        </Trans>
      </p>
      {role && <Losing role={role} />}
      <OfficePicker
        candidates={{ ...candidates, eligible: listed }}
        chosen={draft.value.chosen}
        onChoose={(office: OfficeId) => draft.change({ chosen: office })}
        figure={({ marked }) => (
          <>
            <IconUserShield size={14} aria-hidden />
            <Plural value={marked} one="# marked user" other="# marked users" />
          </>
        )}
      />
    </DecisionDialog>
  );
}

/** Who had it until now is not asked: it is said before it is done. */
function Losing({ role }: { role: ExternalCaseHandlerRole }) {
  const office = role.officeName;
  const user = role.user?.name;
  return (
    <p className={classes.losing} role="note">
      {user ? (
        <Trans>
          {user} at {office} loses the role with it, no longer sees the case through it, and is told so.
        </Trans>
      ) : (
        <Trans>{office} loses the role with it, no longer sees the case through it, and is told so.</Trans>
      )}
    </p>
  );
}
