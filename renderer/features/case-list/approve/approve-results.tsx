import { Button } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { useOffline } from '../../../bindings/use-offline.ts';
import { notKeptWords } from '../../../words/not-kept-words.ts';
import { refusalWords } from '../../../words/refusal-words.ts';
import { ManyResults } from '../many-results.tsx';
import classes from '../assign/assign-many.module.css';
import {
  lineStates,
  useApproveRun,
  withRefusals,
  type ApproveRun,
  type LineState,
  type RunLine,
} from './approve-run.ts';

/** The results of the last run while they are shown, and what becomes of its tasks as the portal answers. */
export function ApproveResults() {
  const { run, shown, set } = useApproveRun();
  const outbox = useOffline((state) => state.outbox);
  const refusals = useOffline((state) => state.refusals);
  useEffect(() => {
    const next = run && withRefusals(run, { outbox, refusals });
    if (next !== run) set({ run: next });
  }, [run, outbox, refusals, set]);
  return run && shown ? <Results run={run} onClose={() => set({ shown: false })} /> : null;
}

/** Leads back to results that were closed. */
export function ShowApproved() {
  const { run, shown, set } = useApproveRun();
  if (!run || shown) return null;
  return (
    <Button variant="default" onClick={() => set({ shown: true })}>
      <Trans>What became of the approvals</Trans>
    </Button>
  );
}

function Results({ run, onClose }: { readonly run: ApproveRun; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { rows, outbox, refusals, portals } = useOffline((state) => ({
    rows: state.rows,
    outbox: state.outbox,
    refusals: state.refusals,
    portals: state.portals,
  }));
  const states = lineStates(run, { rows, outbox, refusals });
  const standings = new Map(portals.map(({ portal, standing }) => [portal, standing]));
  const open = ({ portal, case: id }: RunLine) => {
    onClose();
    void navigate({ to: '/cases/$portal/$case', params: { portal, case: id } });
  };
  return (
    <ManyResults
      title={<Trans>Approved tasks</Trans>}
      sum={<Sums states={states} />}
      about={<Trans>Task</Trans>}
      lines={run.lines.map((line, index) => ({
        key: `${line.portal}/${line.case}/${line.task}`,
        number: line.number,
        about: line.name,
        outcome: <Outcome state={states[index] ?? { kind: 'gone' }} standing={standings.get(line.portal)} />,
        onOpen: () => open(line),
      }))}
      onClose={onClose}
    />
  );
}

function Sums({ states }: { readonly states: readonly LineState[] }) {
  const count = (kind: LineState['kind']) => states.filter((state) => state.kind === kind).length;
  const [approved, waiting] = [count('approved'), count('waiting')];
  const others = states.length - approved - waiting;
  return (
    <>
      <Plural value={approved} _0="" one="# approved." other="# approved." />{' '}
      <Plural value={waiting} _0="" one="# waits for the portal." other="# wait for the portal." />{' '}
      <Plural value={others} _0="" one="# not approved." other="# not approved." />
    </>
  );
}

const signs = {
  approved: IconCircleCheck,
  waiting: IconClock,
  held: IconAlertTriangle,
  gone: IconAlertTriangle,
  refused: IconBan,
  'left-out': IconBan,
  'not-kept': IconBan,
} as const;

interface OutcomeProps {
  readonly state: LineState;
  readonly standing: Standing | undefined;
}

/** Each with a sign and words. */
function Outcome({ state, standing }: OutcomeProps) {
  const Sign = signs[state.kind];
  return (
    <span className={classes.outcome} data-kind={state.kind}>
      <Sign size={15} stroke={1.8} aria-hidden />
      <span>
        <OutcomeWords state={state} standing={standing} />
      </span>
    </span>
  );
}

function OutcomeWords({ state, standing }: OutcomeProps) {
  switch (state.kind) {
    case 'approved':
      return <Trans>Approved</Trans>;
    case 'waiting':
      return <Trans>Waiting for the portal</Trans>;
    case 'held':
      return <Trans>Held back: look at it among what waits.</Trans>;
    case 'gone':
      return <Trans>Not approved by now: look at the case.</Trans>;
    case 'refused':
    case 'left-out':
      return standing ? refusalWords(state.refusal, standing).full : <Trans>Refused</Trans>;
    case 'not-kept':
      return notKeptWords(state.reason);
  }
}
