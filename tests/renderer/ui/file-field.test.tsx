import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { FileField } from '../../../renderer/ui/file-field.tsx';
import type { GivenFile } from '../../../renderer/ui/given-file.ts';
import { showPart } from '../../support/renderer/show-part.tsx';

function Field() {
  const [file, setFile] = useState<File | null>(null);
  const take = (given: readonly GivenFile[]) => setFile(given.find((each) => each instanceof File) ?? null);
  return <FileField label="Calculation" value={file} onGiven={take} onRemove={() => setFile(null)} />;
}

const calculation = () => new File([new Uint8Array(24_000)], 'calculation.csv', { type: 'text/csv' });

test('a file is taken by button, shown with its size and can be taken out again', async () => {
  const user = showPart(<Field />);
  await user.upload(screen.getByLabelText('Calculation'), calculation());
  expect(screen.getByText('calculation.csv')).toBeTruthy();
  expect(screen.getByText('24 kB')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remove calculation.csv' }));
  expect(screen.getByRole('button', { name: 'Choose file' })).toBeTruthy();
});

test('a file is taken by dropping it', () => {
  showPart(<Field />);
  fireEvent.drop(screen.getByText('or drop or paste it here'), { dataTransfer: { files: [calculation()] } });
  expect(screen.getByText('calculation.csv')).toBeTruthy();
});
