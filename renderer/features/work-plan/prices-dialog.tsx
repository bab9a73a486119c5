import { Button, Modal, NativeSelect } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconListSearch } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { isInForce, type PriceItem, type PriceList } from '../../../shared/domain/price-list/price-list.ts';
import { portalDay } from '../../../shared/domain/portal/portal-day.ts';
import { usePriceLists } from '../../bindings/use-price-lists.ts';
import { DialogDeeds } from '../../ui/dialog-deeds.tsx';
import foot from '../../ui/dialog-foot.module.css';
import { EmptyState } from '../../ui/empty-state.tsx';
import { amountText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { useCaseView } from '../case/frame.ts';
import { newItem } from './new-item.ts';
import type { PlanDialogProps } from './plan-dialog-props.ts';
import { nextOrder } from './plan-rows.ts';
import classes from './plan.module.css';
import { PriceItems, type Picked } from './price-items.tsx';
import { PriceListChoice } from './price-list-choice.tsx';
import { RoomOptions } from './room-options.tsx';

/** Items of a price list for the plan: searched as one types, without the portal, and several at once. */
export function PricesDialog(props: PlanDialogProps) {
  const { t } = useLingui();
  const { open, now } = useCaseView();
  const { settings, portal } = open.standing;
  const hold = usePriceLists(portal);
  const day = portalDay(now, settings);
  const lists =
    hold.phase === 'held'
      ? hold.lists
          .filter(({ currency }) => currency === settings.currency)
          .toSorted((one, other) => order(one, day) - order(other, day) || (one.validFrom < other.validFrom ? 1 : -1))
      : [];
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={900}
      title={<Trans>Add from a price list</Trans>}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {lists.length > 0 ? (
        <Picking {...props} lists={lists} day={day} />
      ) : (
        <EmptyState icon={IconListSearch} title={<Trans>There is no price list here</Trans>}>
          {hold.phase === 'loading' ? (
            <Trans>The price lists are being opened.</Trans>
          ) : hold.phase === 'held' && hold.missing.length > 0 ? (
            <Trans>The price lists of this portal are not on this computer yet. They come with the next contact.</Trans>
          ) : (
            <Trans>
              Items can be written by hand: “Add item”. The insurer puts price lists into the portal, under its
              settings; they come by themselves then.
            </Trans>
          )}
        </EmptyState>
      )}
    </Modal>
  );
}

/** Those in force come first. */
function order(list: PriceList, day: string): number {
  return isInForce(list, day) ? 0 : 1;
}

type PickingProps = PlanDialogProps & { readonly lists: readonly PriceList[]; readonly day: string };

function Picking({ work, acts, planned, groups, selected, onClose, lists, day }: PickingProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const beside = work.lines.findLast(({ content }) => selected.has(content.id))?.content;
  const [listId, setList] = useState(lists[0]?.id ?? '');
  const [picked, setPicked] = useState<Picked>(new Map());
  const [room, setRoom] = useState(beside?.room ?? '');
  const [task, setTask] = useState((planned.find(({ id }) => id === beside?.task) ?? planned[0])?.id ?? '');
  const list = lists.find(({ id }) => id === listId);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (picked.size === 0 || !list) return;
    const behind = nextOrder(work.lines);
    const of = { room: room === '' ? null : room, task, priceList: list.id };
    acts.put(
      [...picked.values()].map(({ item, quantity }, at) =>
        newItem({ ...of, ...pricedContent(item, work.currency), quantity, order: behind + at }),
      ),
    );
    onClose();
  };
  return (
    <form onSubmit={add} className={classes.form}>
      <div className={classes.into}>
        <PriceListChoice
          lists={lists}
          day={day}
          chosen={listId}
          onChoose={(id) => [setList(id), setPicked(new Map())]}
        />
        <NativeSelect label={t`For task`} value={task} onChange={(event) => setTask(event.currentTarget.value)}>
          {planned.map(({ id, type }) => (
            <option key={id} value={id}>
              {taskTypeName(type, open.standing.settings)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect label={t`In room`} value={room} onChange={(event) => setRoom(event.currentTarget.value)}>
          <RoomOptions groups={groups} />
        </NativeSelect>
      </div>
      {list && <PriceItems list={list} picked={picked} onPick={setPicked} />}
      <div className={foot.foot}>
        <DialogDeeds onClose={onClose}>
          <Button type="submit" aria-disabled={picked.size === 0 || undefined}>
            <Plural value={picked.size} _0="Tick what to add" one="Add # item" other="Add # items" />
          </Button>
        </DialogDeeds>
      </div>
    </form>
  );
}

function pricedContent({ code, text, unit, trade, unitPrice }: PriceItem, currency: string) {
  return { code, text, unit, trade, price: amountText({ amount: unitPrice, currency }) };
}
