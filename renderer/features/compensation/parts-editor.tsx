import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useCaseView, type Draft } from '../case/frame.ts';
import { amountOf, newPart, type DecisionDraft, type DraftPart } from './decision-draft.ts';
import { sumOf } from '../../../shared/domain/compensation/compensation.ts';
import { moneyText } from '../../words/figures.ts';
import classes from './decision.module.css';
import { PartFields } from './part-fields.tsx';

/** No more parts than the portal takes. */
const mostParts = 50;

/** The parts of a decision: added, moved and taken out by keyboard as by mouse. */
export function PartsEditor({ draft }: { draft: Draft<DecisionDraft> }) {
  const { t } = useLingui();
  const { parts } = draft.value;
  const list = useRef<HTMLOListElement>(null);
  const focus = (at: number) =>
    // After React has put it there.
    requestAnimationFrame(() => list.current?.children[at]?.querySelector<HTMLElement>('select')?.focus());
  const put = (next: readonly DraftPart[], at: number) => {
    draft.change({ parts: [...next] });
    focus(Math.min(at, next.length - 1));
  };
  const move = (from: number, to: number) => put(moved(parts, from, to), to);
  const key = () => String(Math.max(-1, ...parts.map((part) => Number(part.key))) + 1);
  return (
    <section aria-label={t`Parts of the damage`} className={classes.parts}>
      <ol ref={list} className={classes.list}>
        {parts.map((part, at) => (
          <li key={part.key}>
            <PartFields
              part={part}
              place={at + 1}
              change={(change) =>
                draft.change({ parts: parts.map((each) => (each === part ? { ...each, ...change } : each)) })
              }
              up={at > 0 ? () => move(at, at - 1) : null}
              down={at < parts.length - 1 ? () => move(at, at + 1) : null}
              remove={() =>
                put(
                  parts.filter((each) => each !== part),
                  at,
                )
              }
            />
          </li>
        ))}
      </ol>
      <div className={classes.bar}>
        {parts.length < mostParts && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => put([...parts, newPart(key())], parts.length)}
          >
            <Trans>Add a part</Trans>
          </Button>
        )}
        <Sum parts={parts} />
      </div>
    </section>
  );
}

/** What the amounts come to, where some were entered. */
function Sum({ parts }: { parts: readonly DraftPart[] }) {
  const { currency } = useCaseView().open.standing.settings;
  const amount = sumOf(parts.map((part) => amountOf(part, currency)));
  if (amount === null) return null;
  const sum = moneyText({ amount, currency });
  return (
    <span className={classes.sum}>
      <Trans>Together {sum}</Trans>
    </span>
  );
}

function moved(parts: readonly DraftPart[], from: number, to: number): readonly DraftPart[] {
  const part = parts[from];
  if (!part) return parts;
  const others = parts.filter((each) => each !== part);
  return [...others.slice(0, to), part, ...others.slice(to)];
}
