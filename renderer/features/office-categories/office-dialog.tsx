import { Checkbox, Modal, MultiSelect } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { categorisingRefusal } from '../../../shared/domain/category/categories-page.ts';
import { categorised } from '../../../shared/domain/category/categorise-office.ts';
import {
  givenInOrder,
  type Category,
  type GivenCategory,
  type OfficeCategories,
} from '../../../shared/domain/category/category.ts';
import { isSame } from '../../../shared/domain/overwriting.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import { useIssue } from '../../bindings/use-issue.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { DialogDeeds } from '../../ui/dialog-deeds.tsx';
import foot from '../../ui/dialog-foot.module.css';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { notKeptWords } from '../../words/not-kept-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { waitingSince, type CategorisedLine } from './listed-categories.ts';
import classes from './office-categories.module.css';

interface OfficeDialogProps {
  readonly state: PortalState;
  readonly categories: OfficeCategories;
  readonly line: CategorisedLine;
  readonly onClose: () => void;
}

/** Says which categories an office has, each for all of its tasks or for some types. */
export function OfficeDialog({ state, categories, line, onClose }: OfficeDialogProps) {
  const { t } = useLingui();
  const { portal, standing } = state;
  const { name } = line.office;
  useFocusBack();
  const onKeyDown = useDecidingKeys();
  const form = useOfficeCategoriesForm({ state, categories, line, onClose });
  const waits = useOffline(({ outbox }) => waitingSince(outbox, portal, line.office.id) !== null);
  const refusal = categorisingRefusal({ standing });
  const why = refusal ? refusalWords(refusal, standing).full : waits ? t`A change of it waits for the portal.` : null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Categories of {name}</Trans>}
      size={560}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form saves */}
      <form className={classes.form} noValidate onKeyDown={onKeyDown} onSubmit={(event) => void form.save(event)}>
        {categories.defined.categories.length === 0 && (
          <p className={classes.used}>
            <Trans>There is no category yet. Add one under Categories first.</Trans>
          </p>
        )}
        {categories.defined.categories.map((category) => (
          <GivenField
            key={category.code}
            category={category}
            state={state}
            given={form.given}
            fixed={why !== null}
            onGiven={form.change}
          />
        ))}
        <div className={foot.foot}>
          {form.objection && (
            <p className={classes.objection} role="alert">
              {form.objection}
            </p>
          )}
          <DialogDeeds onClose={onClose}>
            <ReasonButton type="submit" loading={form.busy} reason={why ?? form.nothing} onClick={() => undefined}>
              <Trans>Save office</Trans>
            </ReasonButton>
          </DialogDeeds>
        </div>
      </form>
    </Modal>
  );
}

interface GivenFieldProps {
  readonly category: Category;
  readonly state: PortalState;
  readonly given: readonly GivenCategory[];
  readonly fixed: boolean;
  readonly onGiven: (given: readonly GivenCategory[]) => void;
}

/** Ticked, it holds for all tasks; as soon as types are chosen, for those alone. */
function GivenField({ category: { code, label, rank }, state, given, fixed, onGiven }: GivenFieldProps) {
  const { t } = useLingui();
  const mine = given.filter(({ category }) => category === code);
  const others = given.filter(({ category }) => category !== code);
  const types = mine.flatMap(({ taskType }) => taskType ?? []);
  const set = (only: readonly string[]): void => {
    const all = { category: code, taskType: null };
    onGiven([...others, ...(only.length === 0 ? [all] : only.map((taskType) => ({ category: code, taskType })))]);
  };
  return (
    <div className={classes.given}>
      <Checkbox
        label={t`${rank}. ${label}`}
        disabled={fixed}
        checked={mine.length > 0}
        onChange={(event) => (event.currentTarget.checked ? set([]) : onGiven(others))}
      />
      {mine.length > 0 && (
        <MultiSelect
          className={classes.types}
          aria-label={t`Types of task for ${label}`}
          placeholder={types.length === 0 ? t`For all tasks, or choose types` : ''}
          disabled={fixed}
          value={types}
          onChange={set}
          data={state.standing.settings.taskTypes.map((type) => ({ value: type.code, label: type.name }))}
        />
      )}
    </div>
  );
}

/** What is entered of an office, and saving it: based on what was there when the form was opened. */
function useOfficeCategoriesForm({ state, categories, line, onClose }: OfficeDialogProps) {
  const { t } = useLingui();
  const issue = useIssue();
  const { portal, standing } = state;
  const office = line.office.id;
  const [seen] = useState(() => categorised(categories, office));
  const [given, setGiven] = useState(seen.categories);
  const [busy, setBusy] = useState(false);
  const [objection, setObjection] = useState<string | null>(null);
  const nothing = isSame(givenInOrder(given), givenInOrder(seen.categories)) ? t`Nothing is changed yet.` : null;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || nothing !== null) return;
    setBusy(true);
    const answer = await issue(
      {
        portal,
        name: 'categorise-office',
        subject: { kind: 'categories', id: portal },
        input: { office, categories: givenInOrder(given) },
        seen: revisionId(seen.revision, office),
      },
      t`Changed the categories of ${line.office.name}`,
    );
    setBusy(false);
    if (answer.ok) return onClose();
    setObjection(answer.kind === 'refused' ? refusalWords(answer.refusal, standing).full : notKeptWords(answer.reason));
  };
  return { given, change: setGiven, busy, objection, nothing, save };
}
