import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { useKeptCases } from '../../../../renderer/bindings/kept-cases.ts';
import { aCaseHandler, aContent, aFile, anna, aRole, carla, monday } from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const document1 = { ...aFile(), id: 'document-1', budget: null, by: anna, at: monday };
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const dropItem = (file: File | undefined) => ({
  kind: 'file',
  webkitGetAsEntry: () => ({ isDirectory: false }),
  getAsFile: () => file,
});
const folderItem = (name: string) => ({ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true, name }) });
const panel = () => screen.getByRole('tabpanel');

describe('documents', () => {
  test('are listed with size, who and when, and opened from what was kept here', async () => {
    const bytes = new TextEncoder().encode('Item;Sum\nDehumidifier;672,00\n');
    const { user } = await showCase({
      content: aContent({ documents: [document1] }),
      tab: 'documents',
      desk: { copies: { 'file-1': bytes } },
    });
    expect(await screen.findByText('1 of 1 on this computer')).toBeTruthy();
    const line = 'calculation.csvAnna Korhonen · 23 Nov, 10:00on this computer12 bytes';
    expect(plain(panel().textContent)).toContain(line);
    await user.click(screen.getByRole('button', { name: 'Look at calculation.csv' }));
    expect(await screen.findByRole('cell', { name: 'Dehumidifier' })).toBeDefined();
  });

  test('say so where they were never opened and the portal cannot be reached', async () => {
    const { user } = await showCase({ content: aContent({ documents: [document1] }), tab: 'documents' });
    await user.click(screen.getByRole('button', { name: 'Look at calculation.csv' }));
    expect(await screen.findByText(/not on this computer, and the portal cannot be reached/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });

  test('are fetched from the portal and kept; other bytes than those named are neither shown nor kept', async () => {
    const bytes = new TextEncoder().encode('Item;Sum\nDehumidifier;672,00\n');
    vi.stubGlobal('fetch', async () => new Response(bytes));
    onTestFinished(() => void vi.unstubAllGlobals());
    const named = { ...document1, id: 'document-2', file: 'file-2', name: 'named.csv', sha256: sha256Of(bytes) };
    const { user, desk } = await showCase({
      content: aContent({ documents: [document1, named] }),
      tab: 'documents',
    });
    await user.click(screen.getByRole('button', { name: 'Look at named.csv' }));
    expect(await screen.findByRole('cell', { name: 'Dehumidifier' })).toBeDefined();
    expect(sha256Of((await desk.desk.files.readCopy('file-2')) ?? new Uint8Array())).toBe(named.sha256);
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Look at calculation.csv' }));
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined();
    expect(screen.queryByRole('cell', { name: 'Dehumidifier' })).toBeNull();
    expect(await desk.desk.files.readCopy('file-1')).toBeNull();
  });

  test('are kept before the command that names them, one command each', async () => {
    const { user, living, desk } = await showCase({ tab: 'documents' });
    const files = ['one', 'two'].map((text) => new File([text], `${text}.txt`, { type: 'text/plain' }));
    await user.upload(screen.getByLabelText('Documents to add'), files);
    await waitFor(() => expect(living.workplace.done.issued).toHaveLength(2));
    for (const { name, input } of living.workplace.done.issued) {
      expect(name).toBe('add-document');
      const { file } = input as { readonly file: { readonly sha256: string; readonly name: string } };
      const kept = await desk.desk.files.read(file.sha256);
      expect(`${new TextDecoder().decode(kept ?? undefined)}.txt`).toBe(file.name);
    }
    expect(within(panel()).getAllByText(/Waiting for the portal since/)).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Look at two.txt' }));
    expect(await screen.findByText('two')).toBeDefined();
  });

  test('get a name that the portal takes', async () => {
    const { user, living } = await showCase({ tab: 'documents' });
    const names = ['plan 1.pdf', 'a\\b\u0007.pdf', '..', `${'x'.repeat(300)}.pdf`];
    await user.upload(
      screen.getByLabelText('Documents to add'),
      names.map((name) => new File(['text'], name, { type: 'application/pdf' })),
    );
    await waitFor(() => expect(living.workplace.done.issued).toHaveLength(names.length));
    expect(living.workplace.done.issued.map(({ input }) => input)).toMatchObject([
      { file: { name: 'plan 1.pdf' } },
      { file: { name: 'a_b_.pdf' } },
      { file: { name: 'file' } },
      { file: { name: `${'x'.repeat(196)}.pdf` } },
    ]);
  });

  test('that cannot be kept are named with the reason', async () => {
    const { user, living } = await showCase({ tab: 'documents' });
    await user.upload(screen.getByLabelText('Documents to add'), [new File([], 'empty.txt')]);
    expect(await screen.findByText('empty.txt was not added')).toBeDefined();
    expect(screen.getByText('The file is empty.')).toBeDefined();
    expect(living.workplace.done.issued).toEqual([]);
  });

  test('are taken from a drop, and the folder and the file that cannot be read among them are named', async () => {
    const { living } = await showCase({ tab: 'documents' });
    const [first, last] = ['first', 'last'].map((name) => new File([name], `${name}.txt`, { type: 'text/plain' }));
    const gone = Object.assign(new File(['x'], 'gone.txt'), {
      arrayBuffer: () => Promise.reject(new DOMException('It is gone.', 'NotReadableError')),
    });
    const dropped = { items: [dropItem(first), folderItem('Photos'), dropItem(gone), dropItem(last)], files: [] };
    fireEvent.drop(screen.getByRole('button', { name: 'Add documents…' }), { dataTransfer: dropped });
    await waitFor(() => expect(living.workplace.done.issued).toHaveLength(2));
    expect(await screen.findByText('Photos was not added')).toBeDefined();
    expect(screen.getByText('It is a folder. Add the files in it.')).toBeDefined();
    expect(screen.getByText('gone.txt was not added')).toBeDefined();
    expect(screen.getByText(/^The file could not be read\./)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Add documents…' }).dataset['loading']).toBeUndefined();
  });

  test('cannot be added by who has no role in the case, and it is said why', async () => {
    const content = aContent({ role: aRole(), documents: [document1] });
    await showCase({ content, standing: aCaseHandler(), tab: 'documents' });
    const button = screen.getByRole('button', { name: 'Add documents…' });
    const described = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain(
      'Your company holds the External case handler role: a colleague can assign it to you.',
    );
  });

  test('say which of them are on this computer, also after one was opened, and the case is kept offline by a switch', async () => {
    const bytes = new TextEncoder().encode('Item;Sum\nDehumidifier;672,00\n');
    vi.stubGlobal('fetch', async () => new Response(bytes));
    onTestFinished(() => void vi.unstubAllGlobals());
    const other = { ...document1, id: 'document-2', file: 'file-2', name: 'other.csv', sha256: sha256Of(bytes) };
    const { user } = await showCase({
      content: aContent({ documents: [document1, other] }),
      tab: 'documents',
      desk: { copies: { 'file-1': bytes } },
    });
    expect(await screen.findByText('1 of 2 on this computer')).toBeTruthy();
    const lineOf = (name: string) => plain(screen.getByText(name).closest('li')?.textContent);
    expect(lineOf('calculation.csv')).toContain('on this computer');
    expect(lineOf('other.csv')).toContain('at the portal only');
    await user.click(screen.getByRole('button', { name: 'Look at other.csv' }));
    expect(await screen.findByText('2 of 2 on this computer')).toBeTruthy();
    await user.click(screen.getByRole('switch', { name: 'Keep this case offline' }));
    expect([...useKeptCases.getState().cases]).toEqual(['["nordic-portal","case-1"]']);
    await user.click(screen.getByRole('switch', { name: 'Keep this case offline' }));
    expect([...useKeptCases.getState().cases]).toEqual([]);
  });

  test('of a case one handles are fetched by themselves: the switch is on and says so', async () => {
    const role = aRole({ user: carla });
    await showCase({ standing: aCaseHandler(), content: aContent({ role, documents: [document1] }), tab: 'documents' });
    const keep = await screen.findByRole<HTMLInputElement>('switch', { name: /^Keep this case offline/ });
    expect(keep.checked).toBe(true);
    expect(screen.getByText(/fetched by themselves/)).toBeTruthy();
    expect(screen.getByText('0 of 1 on this computer')).toBeTruthy();
  });
});
