import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { WorkplaceContext } from '../../../renderer/bindings/contexts.ts';
import { useCase } from '../../../renderer/bindings/use-case.ts';
import type { OpenCase } from '../../../renderer/offline/offline-desk.ts';
import { aContent, aDirectory, aStanding, monday } from '../../support/builders.ts';
import { anOutboxItem, workplaceInMemory, type WorkplaceStart } from '../../support/renderer/in-memory-workplace.ts';
import { showPart } from '../../support/renderer/show-part.tsx';
import { aRow, factsOf } from '../../support/rows.ts';

const key = { portal: 'nordic-portal', case: 'case-1' };

function opened(claimNumber: string): OpenCase {
  const content = aContent({ claimNumber });
  return {
    key,
    content,
    confirmed: content,
    standing: aStanding(),
    directory: aDirectory(),
    waiting: [],
    fates: [],
    asOf: monday,
    read: 0,
  };
}

function Shown() {
  const hold = useCase(key);
  if (hold.phase === 'open') return <p>{hold.open.content.case.claimNumber}</p>;
  return <p>{hold.phase === 'loading' ? 'loading' : `not held: ${hold.withdrawal?.reason ?? 'unknown'}`}</p>;
}

function show(start: WorkplaceStart) {
  const workplace = workplaceInMemory(start);
  showPart(
    <WorkplaceContext value={workplace}>
      <Shown />
    </WorkplaceContext>,
  );
  return workplace;
}

test('a case is opened, and opened again when it changed, without a flicker between', async () => {
  let times = 0;
  const workplace = show({
    state: { rows: [factsOf(aRow())] },
    openCase: async () => opened(`reading ${(times += 1)}`),
  });
  expect(screen.getByText('loading')).toBeTruthy();
  expect(await screen.findByText('reading 1')).toBeTruthy();
  act(() => workplace.setState({ rows: [factsOf(aRow({ messages: 3 }))] }));
  expect(screen.queryByText('loading')).toBeNull();
  expect(await screen.findByText('reading 2')).toBeTruthy();
  act(() => workplace.setState({ outbox: [anOutboxItem()] }));
  expect(await screen.findByText('reading 3')).toBeTruthy();
});

test('a change is painted once, with the new reading', async () => {
  const painted: string[] = [];
  const Counted = () => {
    const hold = useCase(key);
    painted.push(hold.phase === 'open' ? hold.open.content.case.claimNumber : hold.phase);
    return null;
  };
  let times = 0;
  const workplace = workplaceInMemory({
    state: { rows: [factsOf(aRow())] },
    openCase: async () => opened(`reading ${(times += 1)}`),
  });
  showPart(
    <WorkplaceContext value={workplace}>
      <Counted />
    </WorkplaceContext>,
  );
  await act(async () => workplace.setState({ rows: [factsOf(aRow({ messages: 3 }))] }));
  await act(async () => workplace.setState({ rows: [factsOf(aRow({ messages: 4 }))] }));
  expect(painted.filter((each) => each === 'reading 2')).toHaveLength(1);
  expect(painted.at(-1)).toBe('reading 3');
});

test('a reading that comes late does not replace a later one', async () => {
  const readings: ((open: OpenCase) => void)[] = [];
  const workplace = show({
    state: { rows: [factsOf(aRow())] },
    openCase: () => new Promise((resolve) => readings.push(resolve)),
  });
  act(() => workplace.setState({ rows: [factsOf(aRow({ messages: 3 }))] }));
  const [first, second] = readings;
  await act(async () => second?.(opened('the later')));
  await act(async () => first?.(opened('the former')));
  expect(screen.getByText('the later')).toBeTruthy();
});

test('a change of another case does not open it again', async () => {
  let times = 0;
  const mine = factsOf(aRow());
  const workplace = show({ state: { rows: [mine] }, openCase: async () => opened(`reading ${(times += 1)}`) });
  await screen.findByText('reading 1');
  await act(async () => workplace.setState({ rows: [mine, factsOf(aRow({ id: 'case-2' }))], quarantined: 1 }));
  expect(times).toBe(1);
});

test('a case that leaves while it is open is taken from the screen, with the reason', async () => {
  let held = true;
  const workplace = show({
    state: { rows: [factsOf(aRow())] },
    openCase: async () => (held ? opened('here') : null),
  });
  await screen.findByText('here');
  held = false;
  act(() =>
    workplace.setState({
      rows: [],
      withdrawn: [{ portal: key.portal, case: key.case, number: 'NM-1', at: monday, reason: 'mark-removed' }],
    }),
  );
  expect(await screen.findByText('not held: mark-removed')).toBeTruthy();
});
