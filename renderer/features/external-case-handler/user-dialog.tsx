import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import {
  roleUserExclusion,
  userCandidates,
  type UserCandidate,
} from '../../../shared/domain/external-case-handler/candidates.ts';
import { roleRevision, type ExternalCaseHandlerRole } from '../../../shared/domain/external-case-handler/role.ts';
import { memberExclusionWords } from '../../words/exclusion-words.ts';
import { TimeOfDay } from '../../ui/moment-text.tsx';
import {
  DecisionDialog,
  draftKey,
  forecast,
  forecastDialog,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
  WhyNot,
} from '../case/frame.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { BriefFacts } from './brief-facts.tsx';
import { choiceSchema, noChoice } from './choice.ts';
import { OptionList } from '../../ui/option-list.tsx';
import classes from './role-dialog.module.css';
import { UserFigures } from './user-figures.tsx';
import { UserPreview } from './user-preview.tsx';

/** The supplier picks who has the role: marked users of this office first, then of the company's other available offices (seed). */
export function UserDialog({ onClose }: { onClose: () => void }) {
  const view = useCaseView();
  const { open } = view;
  const { t } = useLingui();
  const issue = useCaseIssue();
  const { role } = open.content.case;
  const draft = useDraft(draftKey(open, 'assign-user'), noChoice, choiceSchema);
  const seen = useSeen(roleRevision(open.content.case));
  const listed = useCandidates(role);
  const chosen = listed.find(({ member }) => member.id === draft.value.chosen) ?? null;
  const command: CaseCommand = { name: 'assign-role-user', input: { member: chosen?.member.id ?? '' } };
  const name = chosen?.member.name;
  return (
    <DecisionDialog
      title={<Trans>Assign the External case handler</Trans>}
      primary={name ? <Trans>Assign {name}</Trans> : <Trans>Assign user</Trans>}
      seen={seen}
      refusal={chosen ? forecast(view, command) : forecastDialog(view, command)}
      missing={chosen ? null : t`Choose a user first.`}
      width={820}
      onDecide={() => issue(command, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <p className={classes.lead}>
        <Trans>
          Only users whom the insurer has marked for the role can be chosen. It applies as soon as the user is set.
        </Trans>
      </p>
      <BriefFacts withTarget />
      <div className={classes.pair}>
        <OptionList
          label={t`Users`}
          chosen={chosen?.member.id ?? null}
          onChoose={(member) => draft.change({ chosen: member })}
          empty={t`None of your company's users can be chosen. The insurer can mark users for the role.`}
          options={listed.map((candidate, index) =>
            optionOf(candidate, groupFor(listed, index, role?.officeName ?? '')),
          )}
        />
        {chosen ? (
          <UserPreview candidate={chosen} />
        ) : (
          listed.length > 0 && (
            <p className={classes.toChoose}>
              <Trans>Choose a user to see the limit and what the role allows.</Trans>
            </p>
          )
        )}
      </div>
      <LeftOut role={role} />
      <p className={classes.asOf}>
        <Trans>
          Users, marks and limits as of <TimeOfDay moment={open.asOf} />.
        </Trans>
      </p>
    </DecisionDialog>
  );

  function groupFor(all: readonly UserCandidate[], index: number, office: string): string | undefined {
    const own = all[index]?.sameOffice;
    if (index > 0 && all[index - 1]?.sameOffice === own) return undefined;
    return own ? office : t`Other available offices`;
  }
}

function useCandidates(role: ExternalCaseHandlerRole | null): readonly UserCandidate[] {
  const { open } = useCaseView();
  const office = role?.office;
  const holder = role?.user?.member;
  return useMemo(
    () => (office ? userCandidates(open.directory, office).filter(({ member }) => member.id !== holder) : []),
    [open.directory, office, holder],
  );
}

function optionOf({ member, office, sameOffice }: UserCandidate, group: string | undefined) {
  return {
    id: member.id,
    group,
    title: member.name,
    detail: sameOffice ? member.email : `${office?.name ?? ''} · ${member.email}`,
    aside: <UserFigures member={member} />,
  };
}

/** People of the own company who cannot be chosen, each with the reason. */
function LeftOut({ role }: { role: ExternalCaseHandlerRole | null }) {
  const { open } = useCaseView();
  const lines = open.directory.members
    .filter((member) => member.company === role?.company)
    .flatMap((member) => {
      const why = role && roleUserExclusion(open.directory, member, role.office);
      return why ? [{ id: member.id, name: member.name, words: memberExclusionWords(why) }] : [];
    });
  return (
    <WhyNot
      question={<Trans>Why is somebody not listed?</Trans>}
      nobody={<Trans>Everybody of the company is listed.</Trans>}
      lines={lines}
    />
  );
}
