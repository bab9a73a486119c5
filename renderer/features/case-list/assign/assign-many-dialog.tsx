import { Button, Modal, Select } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState, type FormEvent } from 'react';
import type { RowFacts } from '../../../../shared/domain/case/list-filter.ts';
import { usersForMany } from '../../../../shared/domain/external-case-handler/assign-many.ts';
import { roleRevision } from '../../../../shared/domain/external-case-handler/role.ts';
import type { CommandId } from '../../../../shared/domain/ids.ts';
import type { Moment } from '../../../../shared/domain/moment.ts';
import { useOpenCases } from '../../../bindings/use-open-cases.ts';
import type { OpenCase } from '../../../offline/offline-desk.ts';
import foot from '../../../ui/dialog-foot.module.css';
import { DialogDeeds } from '../../../ui/dialog-deeds.tsx';
import { OptionList } from '../../../ui/option-list.tsx';
import { useDecidingKeys } from '../../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../../ui/use-focus-back.ts';
import { Working } from '../../../ui/working.tsx';
import classes from './assign-many.module.css';
import { DryRun } from './dry-run.tsx';
import { planAssignment } from './plan-assignment.ts';
import { useAssignMany } from './use-assign-many.ts';
import { UserAside } from './user-aside.tsx';

interface AssignManyDialogProps {
  readonly selected: readonly RowFacts[];
  readonly now: Moment;
  /** What was selected of this insurer is done with. */
  readonly onDone: (portal: string) => void;
  readonly onClose: () => void;
}

/** One user for many cases: what would become of each is said before, with the reasons, and one confirmation does it. */
export function AssignManyDialog({ selected, now, onDone, onClose }: AssignManyDialogProps) {
  const { t } = useLingui();
  const insurers = useMemo(() => insurersOf(selected), [selected]);
  const [portal, setPortal] = useState(insurers[0]?.value ?? '');
  const keys = useMemo(
    () => selected.filter(({ row }) => row.portal === portal).map(({ row }) => ({ portal, case: row.id })),
    [selected, portal],
  );
  const { done, cases } = useOpenCases(keys);
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Assign the External case handler of several cases</Trans>}
      size={860}
      centered
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {insurers.length > 1 && (
        <Select
          label={t`Insurer`}
          description={t`${keys.length} of ${selected.length} selected cases are of this insurer, who marks its own users. The others stay selected.`}
          data={insurers}
          value={portal}
          onChange={(next) => next && setPortal(next)}
          allowDeselect={false}
          className={classes.insurer}
        />
      )}
      {cases === null ? (
        <Working>
          <Plural value={keys.length} one="Reading # case…" other={`Reading # cases: ${done} so far…`} />
        </Working>
      ) : (
        <ChooseUser
          key={portal}
          cases={cases}
          asked={keys.length}
          now={now}
          onDone={() => onDone(portal)}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

interface ChooseUserProps extends Omit<AssignManyDialogProps, 'selected' | 'onDone'> {
  readonly onDone: () => void;
  readonly cases: readonly OpenCase[];
  /** How many were selected: some may not be on this computer any more. */
  readonly asked: number;
}

function ChooseUser({ cases, asked, now, onDone, onClose }: ChooseUserProps) {
  const { t } = useLingui();
  const onKeyDown = useDecidingKeys();
  // What changes under the dialog is refused as changed meanwhile: nothing unseen is decided on.
  const [seen] = useState(() => revisionsOf(cases));
  const [chosen, setChosen] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  const { assign, done } = useAssignMany();
  const users = useMemo(() => usersForMany(casesOf(cases)), [cases]);
  const user = users.find(({ member }) => member.id === chosen)?.member ?? null;
  const plan = useMemo(() => (user ? planAssignment(cases, user.id, { seen, now }) : []), [cases, user, seen, now]);
  const possible = plan.filter(({ fate }) => fate.kind === 'assigned').length;
  const missing = user === null ? t`Choose a user first.` : t`None of these cases can be given to ${user.name}.`;
  const decide = async (event: FormEvent) => {
    event.preventDefault();
    if (done !== null) return;
    setTold(true);
    if (user === null || possible === 0) return;
    await assign(plan, user, seen);
    onDone();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form decides
    <form onSubmit={(event) => void decide(event)} onKeyDown={onKeyDown} className={classes.form} noValidate>
      <p className={classes.lead}>
        <Trans>Only cases whose role waits for a user are assigned. Whoever has the role in a case keeps it.</Trans>
      </p>
      <div className={classes.pair}>
        <OptionList
          label={t`Users`}
          chosen={chosen}
          onChoose={setChosen}
          empty={t`None of your company's users can be chosen for these cases. The insurer can mark users for the role.`}
          options={users.map(({ member, office, sameOffice }, index) => ({
            id: member.id,
            group: users[index - 1]?.sameOffice === sameOffice ? undefined : groupName(sameOffice),
            title: member.name,
            detail: `${office?.name ?? ''} · ${member.email}`,
            aside: <UserAside member={member} cases={cases} />,
          }))}
        />
        <DryRun plan={plan} asked={asked} user={user} />
      </div>
      <div className={foot.foot}>
        {told && (user === null || possible === 0) && (
          <p className={classes.missing} role="alert">
            {missing}
          </p>
        )}
        <DialogDeeds onClose={onClose}>
          <Button type="submit" loading={done !== null}>
            <Primary name={possible > 0 ? (user?.name ?? null) : null} possible={possible} />
          </Button>
        </DialogDeeds>
        {done !== null && (
          <p role="status" className={classes.progress}>
            <Trans>
              {done} of {cases.length}
            </Trans>
          </p>
        )}
      </div>
    </form>
  );

  function groupName(own: boolean): string {
    return own ? t`Of an office that has one of the roles` : t`Other available offices`;
  }
}

function Primary({ name, possible }: { readonly name: string | null; readonly possible: number }) {
  if (name === null) return <Trans>Assign user</Trans>;
  return <Plural value={possible} one={`Assign ${name} to # case`} other={`Assign ${name} to # cases`} />;
}

function insurersOf(selected: readonly RowFacts[]): { value: string; label: string }[] {
  const names = new Map(selected.map(({ standing }) => [standing.portal, standing.portalName]));
  return [...names].map(([value, label]) => ({ value, label }));
}

function revisionsOf(cases: readonly OpenCase[]): ReadonlyMap<string, CommandId> {
  return new Map(cases.map(({ key, content }) => [key.case, roleRevision(content.case)]));
}

function casesOf(cases: readonly OpenCase[]) {
  return cases.map(({ directory, content }) => ({ directory, case: content.case }));
}
