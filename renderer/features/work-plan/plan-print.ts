import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { Letter } from '../../../shared/contract/letter.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { moneyText } from '../../words/figures.ts';
import { paperOf } from '../../words/paper.ts';
import { itemStateWords } from '../../words/work-plan/item-state-words.ts';
import { quantityText } from '../../words/work-plan/quantity-words.ts';
import type { PlanLine } from './plan-lines.ts';
import { sumOf } from './plan-rows.ts';
import type { PlanGroups } from './use-groups.ts';

/** The cuts of a printed plan: all of it by room, or by performer and trade, or money alone (domain-2.md §1). */
export const planCuts = ['rooms', 'trades', 'money'] as const;

export type PlanCut = (typeof planCuts)[number];

interface Printed {
  readonly open: OpenCase;
  readonly lines: readonly PlanLine[];
  readonly groups: PlanGroups;
  readonly currency: string;
  /** Who sees no values prints none. */
  readonly prices: boolean;
  readonly at: string;
}

/** A work plan on paper. */
export function planPaper(cut: PlanCut, printed: Printed): Letter {
  const { open, lines, currency, prices, at } = printed;
  const { number, claimNumber, site } = open.content.case;
  const place = [site.street, `${site.postalCode} ${site.city}`.trim()].filter(Boolean).join(', ');
  return {
    language: i18n.locale || 'en',
    paper: paperOf(),
    title: t`Work plan`,
    sender: open.standing.portalName,
    receiver: [],
    facts: [
      { name: t`Claim`, value: claimNumber },
      { name: t`Case`, value: number },
      { name: t`Place`, value: place },
      { name: t`As of`, value: at },
      ...(prices ? [{ name: t`In all`, value: moneyText({ amount: sumOf(lines), currency }) }] : []),
    ],
    paragraphs: [],
    table: cut === 'money' ? moneyTable(printed) : linesTable(cut, printed),
    closing: [t`All amounts are without VAT.`],
    signature: [],
  };
}

interface Part {
  readonly name: string;
  readonly of: readonly PlanLine[];
}

function partsOf(cut: PlanCut, { lines, groups }: Printed): readonly Part[] {
  if (cut === 'rooms')
    return groups.room.map(({ id, name }) => ({ name, of: lines.filter(({ content }) => content.room === id) }));
  const tasks = groups.task.flatMap((task): readonly Part[] => {
    const own = lines.filter(({ content }) => content.task === task.id);
    const performer = [task.detail, task.name].filter(Boolean).join(', ');
    if (cut === 'money') return [{ name: performer, of: own }];
    return [...new Set(own.map(({ content }) => content.trade))].map((trade) => ({
      name: [performer, trade].filter(Boolean).join(' · '),
      of: own.filter(({ content }) => content.trade === trade),
    }));
  });
  return tasks;
}

function linesTable(cut: PlanCut, printed: Printed): Letter['table'] {
  const { currency, prices } = printed;
  const money = (amount: number | null) => (amount === null ? '' : moneyText({ amount, currency }));
  const columns = [t`Code`, t`Work`, t`Quantity`, ...(prices ? [t`Unit price`, t`Amount`] : []), t`State`];
  const rows = partsOf(cut, printed)
    .filter(({ of }) => of.length > 0)
    .flatMap(({ name, of }) => [
      ['', name.toLocaleUpperCase(), '', ...(prices ? ['', money(sumOf(of))] : []), ''],
      ...of.map(({ content, quantity, unitPrice, amount, state }) => [
        content.code,
        content.text,
        typeof quantity === 'number' ? `${quantityText(quantity)} ${content.unit}`.trim() : content.quantity,
        ...(prices ? [money(unitPrice), money(amount)] : []),
        itemStateWords(state).word,
      ]),
    ]);
  return { columns, rows };
}

function moneyTable(printed: Printed): Letter['table'] {
  const { currency, groups, lines } = printed;
  const row = ({ name, of }: Part) => [name, String(of.length), moneyText({ amount: sumOf(of), currency })];
  const used = ({ of }: Part) => of.length > 0;
  const rooms = partsOf('rooms', printed).filter(used).map(row);
  const tasks = partsOf('money', { ...printed, groups })
    .filter(used)
    .map(row);
  const all = [t`In all`, String(lines.length), moneyText({ amount: sumOf(lines), currency })];
  return { columns: [t`Part`, t`Lines`, t`Amount`], rows: [...rooms, ['', '', ''], ...tasks, ['', '', ''], all] };
}
