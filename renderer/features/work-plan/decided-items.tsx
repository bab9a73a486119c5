import { ActionIcon, Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconBulb, IconCheck, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { WorkItemId } from '../../../shared/domain/ids.ts';
import { fittingItems } from '../../../shared/domain/work-plan/fitting-items.ts';
import { addedByItems } from '../../../shared/domain/work-plan/items-decided.ts';
import { valuesOf } from '../../../shared/domain/work-plan/plan-items.ts';
import type { WorkItem } from '../../../shared/domain/work-plan/work-plan.ts';
import { amountText, moneyText } from '../../words/figures.ts';
import { quantityText } from '../../words/work-plan/quantity-words.ts';
import { useCaseView, type Draft } from '../case/frame.ts';
import { ItemHints, useItemHints, type HintsByItem } from './item-hints.tsx';
import { nothingChosen, withChoice, type ChosenItems, type ItemsChoice } from './items-choice.ts';
import classes from './plan.module.css';

interface DecidedItemsProps {
  readonly budget: Budget;
  readonly draft: Draft<ItemsChoice>;
  readonly chosen: ChosenItems;
}

/** The items that wait, as they were sent, each to be approved, rejected, or left to wait. */
export function DecidedItems({ budget, draft, chosen }: DecidedItemsProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { content, standing } = open;
  const { currency } = budget.money;
  const fitting = useMemo(() => fittingItems({ standing, case: content.case }, budget), [standing, content, budget]);
  const items = (content.case.workItems ?? []).filter(({ id }) => chosen.waiting.includes(id));
  const hints = useItemHints(budget);
  const choose = (ids: readonly WorkItemId[], choice: 'approve' | 'reject' | null) =>
    draft.change(withChoice(draft.value, ids, choice));
  const others = chosen.waiting.filter((id) => !chosen.approved.includes(id));
  const sum = moneyText({ amount: addedByItems(content.case, chosen.approved), currency });
  const left = chosen.waiting.length - chosen.approved.length - chosen.rejected.length;
  return (
    <>
      <div className={classes.many}>
        {fitting.length < chosen.waiting.length && fitting.length > 0 && (
          <Button variant="default" onClick={() => draft.change(withChoice(nothingChosen, fitting, 'approve'))}>
            <Plural
              value={fitting.length}
              one="# item fits your limit: approve it"
              other="These # fit your limit: approve them"
            />
          </Button>
        )}
        <Button variant="default" onClick={() => choose(chosen.waiting, 'approve')}>
          <Trans>Approve all</Trans>
        </Button>
        <Button variant="default" onClick={() => choose(others, 'reject')}>
          <Trans>Reject all others</Trans>
        </Button>
        <Button variant="default" onClick={() => choose(chosen.waiting, null)}>
          <Trans>Choose anew</Trans>
        </Button>
      </div>
      {hints.size > 0 && (
        <p className={classes.hint}>
          <IconBulb size={14} aria-hidden />
          <Plural
            value={hints.size}
            one="# item is worth a second look. It can be approved all the same."
            other="# items are worth a second look. They can be approved all the same."
          />
        </p>
      )}
      <ItemsTable items={items} currency={currency} hints={hints} choices={draft.value.choices} choose={choose} />
      <p className={classes.whole}>
        {t`Approved: ${sum}`}
        {left > 0 && (
          <span className={classes.beside}>
            <Plural value={left} one="# item waits on" other="# items wait on" />
          </span>
        )}
      </p>
    </>
  );
}

interface ItemsTableProps {
  readonly items: readonly WorkItem[];
  readonly currency: string;
  readonly hints: HintsByItem;
  readonly choices: ItemsChoice['choices'];
  readonly choose: (ids: readonly WorkItemId[], choice: 'approve' | 'reject' | null) => void;
}

function ItemsTable({ items, currency, hints, choices, choose }: ItemsTableProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const values = useMemo(() => valuesOf(open.content.case), [open]);
  const rooms = new Map((open.content.case.rooms ?? []).map(({ id, name }) => [id, name]));
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t`Items that wait`}>
        <thead>
          <tr>
            <th scope="col">{t`Decision`}</th>
            <th scope="col">{t`Work`}</th>
            <th scope="col">{t`Room`}</th>
            <th scope="col" data-figure>{t`Quantity`}</th>
            <th scope="col" data-figure>{t`Price, ${currency}`}</th>
            <th scope="col" data-figure>{t`Amount, ${currency}`}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, text, unit, quantity, amountOf, room }) => {
            const value = values.get(id);
            const money = (amount: number | undefined) =>
              amount === undefined ? '–' : amountText({ amount, currency });
            return (
              <tr key={id} data-choice={choices[id]}>
                <td>
                  <Choice text={text} chosen={choices[id] ?? null} choose={(choice) => choose([id], choice)} />
                </td>
                <td>
                  {text}
                  <ItemHints hints={hints.get(id) ?? []} currency={currency} />
                </td>
                <td>{room === null ? '' : (rooms.get(room) ?? '')}</td>
                <td data-figure title={quantity}>{`${quantityText(amountOf)} ${unit}`}</td>
                <td data-figure>{money(value?.unitPrice)}</td>
                <td data-figure>
                  {money(value?.amount)}
                  {value?.approved && (
                    <span className={classes.before}>{t`approved: ${money(value.approved.amount)}`}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface ChoiceProps {
  readonly text: string;
  readonly chosen: 'approve' | 'reject' | null;
  readonly choose: (choice: 'approve' | 'reject' | null) => void;
}

/** Two buttons of which one at most is pressed: neither lets the item wait. */
function Choice({ text, chosen, choose }: ChoiceProps) {
  const { t } = useLingui();
  const button = (choice: 'approve' | 'reject', label: string, Sign: typeof IconCheck) => (
    <ActionIcon
      size={26}
      variant={chosen === choice ? 'filled' : 'default'}
      color={choice === 'reject' ? 'orange.9' : 'teal'}
      aria-pressed={chosen === choice}
      aria-label={label}
      title={label}
      onClick={() => choose(chosen === choice ? null : choice)}
    >
      <Sign size={15} stroke={2.5} aria-hidden />
    </ActionIcon>
  );
  return (
    <span className={classes.choice}>
      {button('approve', t`Approve: ${text}`, IconCheck)}
      {button('reject', t`Reject: ${text}`, IconX)}
    </span>
  );
}
