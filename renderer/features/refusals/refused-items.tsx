import { Plural } from '@lingui/react/macro';
import type { CommandContext } from '../../bindings/use-command-context.ts';
import { useTryAnew } from '../../bindings/use-try-anew.ts';
import type { OutboxItem } from '../../offline/offline-desk.ts';
import { ItemList } from '../../ui/item-list.tsx';
import { itemLine } from '../../words/item-words.ts';
import { Contrary } from './contrary.tsx';

interface RefusedItemsProps {
  readonly item: OutboxItem;
  readonly context: CommandContext;
}

/** What became of each thing that was done at once: who said no to what, why, and the way to try it anew. */
export function RefusedItems({ item: { command, items, position }, context: { portal, row } }: RefusedItemsProps) {
  const { tryAnew, objection } = useTryAnew(position, portal?.standing);
  const place = {
    subject: command?.subject.id ?? '',
    directory: portal?.directory,
    settings: portal?.standing.settings,
    row,
  };
  const lines = items.map((each) => itemLine(each, portal?.standing, place));
  const contrary = (id: string) => {
    const one = items.find((each) => each.item === id);
    if (!row || !one?.refusal) return null;
    return <Contrary of={{ portal: row.portal, case: row.id }} command={one.command} refusal={one.refusal} />;
  };
  return <ItemList items={lines} objection={objection} more={contrary} {...(row ? { onTryAnew: tryAnew } : {})} />;
}

/** How many of them were refused. */
export function HowMany({ items }: Pick<OutboxItem, 'items'>) {
  const refused = items.filter(({ kind }) => kind === 'refused').length;
  const done = items.filter(({ kind }) => kind === 'carried-out').length;
  return (
    <>
      <Plural value={refused} one="# was refused." other="# were refused." />{' '}
      {done > 0 && <Plural value={done} one="# was carried out." other="# were carried out." />}
    </>
  );
}
