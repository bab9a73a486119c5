import { Button, Group } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconPlus, IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import type { OfficeCategories } from '../../../shared/domain/category/category.ts';
import { categorisingRefusal } from '../../../shared/domain/category/categories-page.ts';
import { losingOffices } from '../../../shared/domain/category/define-categories.ts';
import { useIssue } from '../../bindings/use-issue.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { notKeptWords } from '../../words/not-kept-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { CategoryRow } from './category-row.tsx';
import classes from './office-categories.module.css';
import { useCategoryDraft, type DraftCategory } from './use-category-draft.ts';

interface CategoryListProps {
  readonly state: PortalState;
  readonly categories: OfficeCategories;
  /** When the change of the list that waits for the portal was made; null where none does. */
  readonly since: string | null;
}

/** The categories by their rank: added, renamed, moved, coloured, removed, and saved at once. */
export function CategoryList({ state, categories, since }: CategoryListProps) {
  const { t } = useLingui();
  const onKeyDown = useDecidingKeys();
  const { standing } = state;
  const [seen, setSeen] = useState(categories.defined);
  const draft = useCategoryDraft(seen.categories);
  const [removing, setRemoving] = useState<DraftCategory | null>(null);
  const { save, busy, objection } = useSave(state, seen.revision?.command);
  const refusal = categorisingRefusal({ standing });
  const why = refusal
    ? refusalWords(refusal, standing).full
    : since === null
      ? null
      : t`A change of it waits for the portal.`;
  // Nobody is at work on it: it is shown as it is now.
  if (!draft.begun && seen !== categories.defined) setSeen(categories.defined);
  const overtaken = draft.begun && seen !== categories.defined;
  const usedBy = ({ code }: DraftCategory): number =>
    code === null
      ? 0
      : losingOffices(
          categories.offices,
          seen.categories.filter((each) => each.code !== code),
        ).length;
  const saved = async (): Promise<void> => {
    if (await save(draft.terms())) draft.forget();
  };
  const nothing = draft.isChanged ? draft.fault : t`Nothing is changed yet.`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form saves
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (why === null && nothing === null && !busy) void saved();
      }}
    >
      {since !== null && <WaitingMark since={since} />}
      {draft.rows.length === 0 ? (
        <EmptyState icon={IconTags} title={<Trans>No category yet</Trans>}>
          <Trans>With categories you say which offices you would choose first, for all tasks or for some types.</Trans>
        </EmptyState>
      ) : (
        <ol className={classes.categories} aria-label={t`Categories by rank`}>
          {draft.rows.map((row, index) => (
            <CategoryRow
              key={row.key}
              row={row}
              rank={index + 1}
              last={index === draft.rows.length - 1}
              used={usedBy(row)}
              fixed={why !== null}
              onChange={(part) => draft.change(row.key, part)}
              onMove={(by) => draft.move(row.key, by)}
              onRemove={() => (usedBy(row) > 0 ? setRemoving(row) : draft.remove(row.key))}
            />
          ))}
        </ol>
      )}
      {overtaken && (
        <p className={classes.objection} role="alert">
          <Trans>
            Somebody else has changed the categories meanwhile. Saving would be refused: discard your changes to see
            what there is now, then change it again.
          </Trans>
        </p>
      )}
      {objection && (
        <p className={classes.objection} role="alert">
          {objection}
        </p>
      )}
      <Group gap={8}>
        <ReasonButton
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          reason={why}
          onClick={() => draft.add()}
        >
          <Trans>Add category</Trans>
        </ReasonButton>
        <ReasonButton type="submit" loading={busy} reason={why ?? nothing} onClick={() => undefined}>
          <Trans>Save categories</Trans>
        </ReasonButton>
        {draft.begun && (
          <Button variant="default" onClick={draft.forget}>
            <Trans>Discard changes</Trans>
          </Button>
        )}
      </Group>
      <Removal
        row={removing}
        offices={removing ? usedBy(removing) : 0}
        onClose={() => setRemoving(null)}
        onRemove={(key) => {
          draft.remove(key);
          setRemoving(null);
        }}
      />
    </form>
  );
}

interface RemovalProps {
  readonly row: DraftCategory | null;
  readonly offices: number;
  readonly onRemove: (key: string) => void;
  readonly onClose: () => void;
}

function Removal({ row, offices, onRemove, onClose }: RemovalProps) {
  const { t } = useLingui();
  const name = row?.label ?? '';
  return (
    <ConfirmDialog
      opened={row !== null}
      title={<Trans>Remove {name}?</Trans>}
      confirm={t`Remove category`}
      cancel={t`Keep it`}
      destructive
      onConfirm={() => row && onRemove(row.key)}
      onClose={onClose}
    >
      <Plural
        value={offices}
        one="# office has this category, and loses it when you save. Giving it again is done office by office."
        other="# offices have this category, and lose it when you save. Giving it again is done office by office."
      />
    </ConfirmDialog>
  );
}

function useSave({ portal, standing }: PortalState, revision: string | undefined) {
  const { t } = useLingui();
  const issue = useIssue();
  const [busy, setBusy] = useState(false);
  const [objection, setObjection] = useState<string | null>(null);
  const save = async (categories: ReturnType<ReturnType<typeof useCategoryDraft>['terms']>): Promise<boolean> => {
    setBusy(true);
    const subject = { kind: 'categories', id: portal } as const;
    const seen = revision ?? portal;
    const answer = await issue(
      { portal, name: 'define-categories', subject, input: { categories }, seen },
      t`Changed the office categories`,
    );
    setBusy(false);
    setObjection(
      answer.ok
        ? null
        : answer.kind === 'refused'
          ? refusalWords(answer.refusal, standing).full
          : notKeptWords(answer.reason),
    );
    return answer.ok;
  };
  return { save, busy, objection };
}
