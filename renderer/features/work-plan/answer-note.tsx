import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconMessage2Question } from '@tabler/icons-react';
import { itemsOfTask } from '../../../shared/domain/work-plan/plan-items.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { ActionButton, useCaseView } from '../case/frame.ts';
import classes from './plan.module.css';

/** What was approved in part waits for the partner's answer: do without the rest, or change it and send it again. */
export function AnswerNote() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { content, standing } = open;
  const waiting = content.case.tasks.filter(({ status, company }) => status === 'B+' && company === standing.company);
  return waiting.map(({ id, type }) => {
    const name = taskTypeName(type, standing.settings);
    const rejected = itemsOfTask(content.case, id).filter(({ state, accepted }) => state === 'rejected' && !accepted);
    const reasons = [
      ...new Set(
        content.case.budgets.flatMap(({ tasks, decided = [] }) =>
          tasks.includes(id) ? decided.map(({ reason }) => reason) : [],
        ),
      ),
    ].filter(Boolean);
    return (
      <section key={id} className={classes.answer} aria-label={t`Approved in part: ${name}`}>
        <IconMessage2Question size={18} aria-hidden />
        <p>
          <strong>{t`${name} is approved in part.`}</strong>{' '}
          <Plural value={rejected.length} one="# item was rejected." other="# items were rejected." />{' '}
          {reasons.map((reason) => (
            <q key={reason}>{reason}</q>
          ))}{' '}
          <Trans>Change what was rejected and submit it again, or do without it.</Trans>
        </p>
        <ActionButton command={{ name: 'accept-partial-approval', input: { task: id } }}>
          <Trans>Do without it</Trans>
        </ActionButton>
      </section>
    );
  });
}
