import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import { momentText, moneyText } from '../../words/figures.ts';
import { roleWords } from '../../words/role-words.ts';
import { settledByWords } from '../../words/settlement/settled-by-words.ts';
import { answerWords } from '../../words/settlement/settlement-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './settlement.module.css';

/** Who settled what, by which right and when; who bound it, what the customer said, and why it ended. */
export function SettlementFacts({ settlement }: { readonly settlement: Settlement }) {
  const { t } = useLingui();
  const facts = useFacts(settlement);
  return (
    <dl className={classes.facts} aria-label={t`About it`}>
      {facts.map(({ label, value, more }) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>
            {value}
            {more !== '' && <q className={classes.aside}>{more}</q>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Fact {
  readonly label: string;
  readonly value: string;
  /** What somebody wrote with it. */
  readonly more: string;
}

function useFacts(settlement: Settlement): readonly Fact[] {
  const { t } = useLingui();
  const { items, by, at, bound, answer, ended, currency, adds, state } = settlement;
  const tasks = useTaskNames(settlement);
  const count = plural(items.length, { one: '# item', other: '# items' });
  const money = (amount: number) => moneyText({ amount, currency });
  const right = settledByWords(settlement);
  const fact = (label: string, value: string, more = ''): Fact => ({ label, value, more });
  return [
    fact(t`What went`, [count, ...tasks].join(' · ')),
    fact(t`Settled by`, [by.name, right, momentText(at)].join(' · ')),
    ...(state === 'provisional' ? [fact(t`Adds to what was approved`, money(adds))] : []),
    ...(bound ? [fact(t`Approved by`, boundWords(bound, money(bound.amount)))] : []),
    fact(
      t`Customer's answer`,
      answer ? [answerWords(answer.answer), answer.by.name, momentText(answer.at)].join(' · ') : t`None yet`,
      answer?.note,
    ),
    ...(ended
      ? [
          fact(
            t`Ended`,
            [
              ended.because === 'declined' ? t`the customer declined` : t`items went back to the partner`,
              ended.by.name,
              momentText(ended.at),
            ].join(' · '),
            ended.reason,
          ),
        ]
      : []),
    ...(settlement.follows === null ? [] : [fact(t`Follows`, t`an earlier settlement, of which items went back`)]),
  ];
}

function boundWords({ by, as, at }: NonNullable<Settlement['bound']>, amount: string): string {
  return [by.name, roleWords(as).word, momentText(at), amount].join(' · ');
}

/** The tasks whose items went, each once. */
function useTaskNames({ items }: Settlement): readonly string[] {
  const { open } = useCaseView();
  const { content, standing } = open;
  const ids = new Set(items.map(({ task }) => task));
  const names = content.case.tasks
    .filter(({ id }) => ids.has(id))
    .map(({ type }) => taskTypeName(type, standing.settings));
  return [...new Set(names)];
}
