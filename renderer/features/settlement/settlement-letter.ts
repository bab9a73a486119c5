import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { Letter } from '../../../shared/contract/letter.ts';
import { settlementSheet } from '../../../shared/domain/settlement/settlement-sheet.ts';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { moneyText, percentText, reportedText } from '../../words/figures.ts';
import { paperOf } from '../../words/paper.ts';
import { stepWords } from '../../words/settlement/sheet-words.ts';
import { allocationWords } from '../../words/settlement/settlement-words.ts';
import { quantityText } from '../../words/work-plan/quantity-words.ts';

/** The letter that tells the customer what is paid and for what (domain-2.md §1). */
export function settlementLetter(settlement: Settlement, { content, standing }: OpenCase): Letter {
  const { kind, currency, result, at, by } = settlement;
  const { number, claimNumber, customer, site } = content.case;
  const place = [site.street, `${site.postalCode} ${site.city}`.trim()].filter(Boolean).join(', ');
  return {
    language: i18n.locale || 'en',
    paper: paperOf(),
    title: kind === 'cashOffer' ? t`Cash offer` : t`Your own work`,
    sender: standing.portalName,
    receiver: customer ? [customer.name].filter(Boolean) : [],
    facts: [
      { name: t`Claim`, value: claimNumber },
      { name: t`Case`, value: number },
      { name: t`Place`, value: place },
      { name: t`As`, value: allocationWords(kind) },
      { name: t`Settled`, value: reportedText(at, standing.settings.timeZone) },
      { name: t`You are paid`, value: moneyText({ amount: result, currency }) },
    ],
    paragraphs: openingOf(settlement),
    table: tableOf(settlement),
    closing: closingOf(settlement),
    signature: [standing.portalName, by.name],
  };
}

function openingOf({ kind, state }: Settlement): Letter['paragraphs'] {
  const what =
    kind === 'cashOffer'
      ? t`The work below is not done by our partner: you are paid for it instead, and decide yourself what is done.`
      : t`The work below is not done by our partner: you do it yourself, and are paid for it.`;
  return state === 'provisional' ? [what, t`The amount is provisional: part of it still has to be approved.`] : [what];
}

/** The items with what is paid for each, then what was taken off, step by step. */
function tableOf(settlement: Settlement): Letter['table'] {
  const { items, currency } = settlement;
  const { lines, steps } = settlementSheet(settlement);
  const money = (amount: number) => moneyText({ amount, currency });
  const rows = items.map(({ item, text, room, amountOf, unit }) => [
    text,
    room ?? '',
    `${quantityText(amountOf)} ${unit}`.trim(),
    money(lines.find((line) => line.item === item)?.items ?? 0),
  ]);
  const told = steps.filter(({ step, change }) => step === 'items' || step === 'result' || change !== 0);
  return {
    columns: [t`Work`, t`Room`, t`Quantity`, t`Amount`],
    rows: [...rows, ...told.map(({ step, amount }) => [stepWords(step), '', '', money(amount)])],
  };
}

function closingOf(settlement: Settlement): Letter['closing'] {
  const { kind, rules, currency } = settlement;
  const { vatOnReceipt } = settlementSheet(settlement);
  const [rate, most] = [percentText(rules.vatPercent), moneyText({ amount: vatOnReceipt, currency })];
  const vat =
    vatOnReceipt > 0
      ? t`All amounts are without VAT. VAT of ${rate}, ${most} at most, is paid once you send a receipt that shows it.`
      : t`All amounts are without VAT, which is not paid.`;
  const own = kind === 'customerOwnWork' ? [t`Hours count as they were agreed with you before.`] : [];
  return [vat, ...(rules.ownWork.agreedBefore ? own : [])];
}
