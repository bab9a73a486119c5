import { Plural, Trans } from '@lingui/react/macro';
import { isHarmless, type ChangeEffect } from '../../../shared/domain/member/change-effect.ts';
import { approvalLimit } from '../../../shared/domain/rights/may.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { listText, moneyText } from '../../words/figures.ts';
import { memberChangeWords } from '../../words/member-change-words.ts';
import classes from './member-dialog.module.css';
import type { MemberLine } from './member-lines.ts';
import type { MemberForm } from './use-member-form.ts';

interface EffectNoteProps {
  readonly form: MemberForm;
  readonly state: PortalState;
  readonly line: MemberLine;
}

/** What saving would change, and what follows from it, as long as something is changed. */
export function EffectNote(props: EffectNoteProps) {
  const { form, state, line } = props;
  const { began } = form;
  const { mark, terms } = form.sends;
  const { settings } = state.standing;
  const parts = {
    ...(mark && began.marked !== mark.marked && { marked: mark.marked }),
    ...(mark && began.limit !== mark.limit && { limit: mark.limit }),
    ...terms,
  };
  const changes = memberChangeWords(began, parts, { directory: state.directory, settings, side: line.side });
  return (
    <div role="status" className={classes.effect}>
      {changes.length > 0 && (
        <>
          <p>
            <strong>
              <Trans>Changes:</Trans>
            </strong>{' '}
            {listText(changes)}
          </p>
          <FollowUps {...props} />
        </>
      )}
    </div>
  );
}

function FollowUps({ form, state, line }: EffectNoteProps) {
  const { effect, after } = form;
  const { settings } = state.standing;
  const { name } = line.member;
  if (isHarmless(effect)) return <Trans>No role, waiting budget, task, deputy or office depends on it.</Trans>;
  const limit = moneyText({ amount: approvalLimit(after.limit, settings), currency: settings.currency });
  const away = listText(effect.deputyOf.map((id) => nameIn(state.directory.members, id)));
  const office = effect.office === null ? '' : nameIn(state.directory.offices, effect.office);
  return (
    <ul>
      {effect.roles > 0 && (
        <li>
          <Plural
            value={effect.roles}
            one="Ends the role in # case, which goes back to its office."
            other="Ends the role in # cases, which go back to their office."
          />
        </li>
      )}
      {effect.budgets > 0 && (
        <li>
          <Plural
            value={effect.budgets}
            one={`# waiting budget lies above the new limit of ${limit}, by its amount alone: what was approved before in the case counts too.`}
            other={`# waiting budgets lie above the new limit of ${limit}, by their amounts alone: what was approved before in a case counts too.`}
          />
        </li>
      )}
      {effect.tasks > 0 && (
        <li>
          <Plural
            value={effect.tasks}
            one={`# unfinished task stays with ${name} until somebody else is assigned.`}
            other={`# unfinished tasks stay with ${name} until somebody else is assigned.`}
          />
        </li>
      )}
      {effect.deputyOf.length > 0 && (
        <li>
          <Trans>
            {name} is the deputy of {away}: choose another one.
          </Trans>
        </li>
      )}
      {effect.office !== null && (
        <li>
          <Trans>{office} has no other marked user: it cannot be given the role until somebody there is marked.</Trans>
        </li>
      )}
      <Unknown why={effect.unknown} />
    </ul>
  );
}

function Unknown({ why }: { readonly why: ChangeEffect['unknown'] }) {
  if (why === null) return null;
  return (
    <li>
      {why === 'not-loaded' ? (
        <Trans>The cases of this portal have not come yet: how many of them it concerns is not known.</Trans>
      ) : (
        <Trans>You do not see all cases this may concern: how many there are is not known here.</Trans>
      )}
    </li>
  );
}

function nameIn(entries: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return entries.find((each) => each.id === id)?.name ?? id;
}
