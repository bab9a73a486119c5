import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { WorkplaceContext } from '../../../renderer/bindings/contexts.ts';
import { useOffline } from '../../../renderer/bindings/use-offline.ts';
import { workplaceInMemory } from '../../support/renderer/in-memory-workplace.ts';
import { showPart } from '../../support/renderer/show-part.tsx';
import { aRow, factsOf } from '../../support/rows.ts';

test('a part of the state is shown, and only its own changes show it again', () => {
  const workplace = workplaceInMemory();
  let shown = 0;
  function Numbers() {
    // A new list at each look: without comparing it the component would never come to rest.
    const numbers = useOffline((state) => state.rows.map(({ row }) => row.number));
    shown += 1;
    return <p>{numbers.join(' ')}</p>;
  }
  showPart(
    <WorkplaceContext value={workplace}>
      <Numbers />
    </WorkplaceContext>,
  );
  act(() => workplace.setState({ rows: [factsOf(aRow())] }));
  expect(screen.getByText('NM-2026-00001')).toBeTruthy();
  const before = shown;
  act(() => workplace.setState({ quarantined: 1 }));
  expect(shown).toBe(before);
});
