import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { Letter } from '../../../shared/contract/letter.ts';
import { sumOf } from '../../../shared/domain/compensation/compensation.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { partName, resultWords, rulingWords } from '../../words/compensation/compensation-words.ts';
import { dayText, moneyText, reportedText } from '../../words/figures.ts';
import { paperOf } from '../../words/paper.ts';

/** The letter that tells the customer of a decision; null where its reader is not told enough to write one. */
export function decisionLetter({ content, standing }: OpenCase): Letter | null {
  const subject = content.case;
  const { decision, decisionGrounds: grounds, customer, site, damage } = subject;
  if (!decision || !grounds) return null;
  const when = reportedText(decision.at, standing.settings.timeZone);
  const { word } = resultWords(decision.result);
  const place = [site.street, `${site.postalCode} ${site.city}`.trim()].filter(Boolean).join(', ');
  const { authority, customerText, reason } = grounds;
  const by = decision.by?.name ?? '';
  return {
    language: i18n.locale || 'en',
    paper: paperOf(),
    title: t`Decision on your compensation`,
    sender: standing.portalName,
    receiver: customer ? [customer.name].filter(Boolean) : [],
    facts: [
      { name: t`Claim`, value: subject.claimNumber },
      { name: t`Case`, value: subject.number },
      { name: t`Damage`, value: [damage.cause, dayText(damage.lossDate)].filter(Boolean).join(', ') },
      { name: t`Place`, value: place },
      { name: t`Decided`, value: when },
      { name: t`Decision`, value: word },
    ],
    paragraphs: [customerText].filter(Boolean),
    table: partsTable(subject),
    closing: [reason].filter(Boolean),
    signature: [t`On the authority of ${authority}`, by].filter(Boolean),
  };
}

/** Amounts stand in it only where its reader sees them. */
function partsTable({ decisionParts, decisionGrounds, decisionAmounts: amounts }: Case): Letter['table'] {
  const parts = decisionParts?.parts ?? [];
  if (parts.length === 0) return null;
  const sum = amounts ? sumOf(amounts.parts) : null;
  const money = (amount: number | null | undefined) =>
    amounts && typeof amount === 'number' ? moneyText({ amount, currency: amounts.currency }) : '';
  const paid = (amount: number | null | undefined) => (sum === null ? [] : [money(amount)]);
  const rows = parts.map((part, at) => {
    const why = decisionGrounds?.parts[at];
    const deduction = why && why.deduction > 0 ? t`Deduction for age: ${why.deduction} %` : '';
    return [
      partName(part),
      rulingWords(part.ruling),
      [part.scope, deduction, why?.reason].filter(Boolean).join('\n'),
      ...paid(amounts?.parts[at]),
    ];
  });
  return {
    columns: [t`Part`, t`Ruling`, t`Scope and reason`, ...(sum === null ? [] : [t`Paid`])],
    rows: sum === null ? rows : [...rows, [t`Together`, '', '', money(sum)]],
  };
}
