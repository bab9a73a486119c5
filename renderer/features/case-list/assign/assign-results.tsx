import { Button } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconClock, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useOffline } from '../../../bindings/use-offline.ts';
import { notKeptWords } from '../../../words/not-kept-words.ts';
import { refusalWords } from '../../../words/refusal-words.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { ManyResults } from '../many-results.tsx';
import classes from './assign-many.module.css';
import { lineStates, useAssignRun, withRefusals, type AssignRun, type LineState } from './assign-run.ts';

/** The results of the last run while they are shown, and what becomes of its cases as the portal answers. */
export function AssignResults() {
  const { run, shown, set } = useAssignRun();
  const refusals = useOffline((state) => state.refusals);
  useEffect(() => {
    const next = run && withRefusals(run, refusals);
    if (next !== run) set({ run: next });
  }, [run, refusals, set]);
  return run && shown ? <Results run={run} onClose={() => set({ shown: false })} /> : null;
}

/** Leads back to results that were closed. */
export function ShowResults() {
  const { run, shown, set } = useAssignRun();
  if (!run || shown) return null;
  const { name } = run;
  return (
    <Button variant="default" onClick={() => set({ shown: true })}>
      <Trans>What became of {name}'s cases</Trans>
    </Button>
  );
}

function Results({ run, onClose }: { readonly run: AssignRun; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { rows, outbox, refusals, portals } = useOffline((state) => ({
    rows: state.rows,
    outbox: state.outbox,
    refusals: state.refusals,
    portals: state.portals,
  }));
  const states = lineStates(run, { rows, outbox, refusals });
  const standing = portals.find((each) => each.portal === run.portal)?.standing ?? null;
  const { name } = run;
  const open = (id: string) => {
    onClose();
    void navigate({ to: '/cases/$portal/$case', params: { portal: run.portal, case: id } });
  };
  return (
    <ManyResults
      title={<Trans>{name} as External case handler</Trans>}
      sum={<Sums states={states} />}
      about={<Trans>Site</Trans>}
      lines={run.lines.map((line, index) => ({
        key: line.case,
        number: line.number,
        about: line.place,
        outcome: <Outcome state={states[index] ?? { kind: 'gone' }} standing={standing} />,
        onOpen: () => open(line.case),
      }))}
      onClose={onClose}
    />
  );
}

function Sums({ states }: { readonly states: readonly LineState[] }) {
  const count = (...kinds: readonly LineState['kind'][]) => states.filter(({ kind }) => kinds.includes(kind)).length;
  const [assigned, waiting] = [count('assigned'), count('waiting')];
  const others = states.length - assigned - waiting;
  return (
    <>
      <Plural value={assigned} _0="" one="# assigned." other="# assigned." />{' '}
      <Plural value={waiting} _0="" one="# waits for the portal." other="# wait for the portal." />{' '}
      <Plural value={others} _0="" one="# not assigned." other="# not assigned." />
    </>
  );
}

const signs = {
  assigned: IconCircleCheck,
  waiting: IconClock,
  held: IconAlertTriangle,
  gone: IconAlertTriangle,
  'has-user': IconUser,
  refused: IconBan,
  'not-kept': IconBan,
} as const;

/** Each with a sign and words. */
function Outcome({ state, standing }: { readonly state: LineState; readonly standing: Standing | null }) {
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

function OutcomeWords({ state, standing }: { readonly state: LineState; readonly standing: Standing | null }) {
  switch (state.kind) {
    case 'assigned':
      return <Trans>Assigned</Trans>;
    case 'waiting':
      return <Trans>Waiting for the portal</Trans>;
    case 'held':
      return <Trans>Held back: look at it among what waits.</Trans>;
    case 'gone':
      return <Trans>Not assigned by now: look at the case.</Trans>;
    case 'has-user': {
      const { name } = state;
      return <Trans>{name} has the role already. Change it in the case.</Trans>;
    }
    case 'refused':
      return standing ? refusalWords(state.refusal, standing).full : <Trans>Refused</Trans>;
    case 'not-kept':
      return notKeptWords(state.reason);
  }
}
