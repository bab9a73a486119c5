import { act, screen, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  aCaseHandler,
  aContent,
  aDirectory,
  aMember,
  anInsurer,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
  settingsWithRole,
  someSettings,
} from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const message = {
  id: 'c1',
  by: bertil,
  companyName: 'Nordic Mutual',
  text: 'The owner is at home\nin the mornings.',
  at: monday,
  receivedAt: monday,
};
const chat = [message];

test('a message is sent with Ctrl+Enter, looks waiting, and the field is empty again', async () => {
  const { user, living } = await showCase({ content: { ...aContent(), chat }, tab: 'chat', read: 1 });
  await user.type(screen.getByLabelText('Message'), 'We come at nine.{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([{ name: 'write-chat', input: { text: 'We come at nine.' } }]),
  );
  expect(screen.getByLabelText('Message')).toHaveProperty('value', '');
  const last = screen.getAllByRole('listitem').at(-1);
  expect(plain(last?.textContent)).toMatch(/^You.*We come at nine\.Waiting for the portal since/);
});

test('what one sends oneself is not said to be new, and one writes on where one wrote', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  onTestFinished(() => void vi.restoreAllMocks());
  const { user } = await showCase({ content: { ...aContent(), chat: [] }, tab: 'chat', read: 0 });
  await user.type(screen.getByLabelText('Message'), 'The cellar is dry.');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('The cellar is dry.');
  expect(screen.queryByText('Not read before')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Message')));
  await user.click(screen.getByRole('tab', { name: /Log/ }));
  await user.click(screen.getByRole('tab', { name: /Chat/ }));
  await screen.findByText('The cellar is dry.');
  expect(screen.queryByText('Not read before')).toBeNull();
});

test('a pasted sign that cannot be kept is told at the field, and nothing is sent until it is out', async () => {
  const { user, living } = await showCase({ content: { ...aContent(), chat }, tab: 'chat', read: 1 });
  const field = screen.getByLabelText('Message');
  await user.click(field);
  await user.paste('We come\u0000 at nine.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getAllByText(/a sign in this text that cannot be kept/).length).toBeGreaterThan(0);
  expect(living.workplace.done.issued.filter(({ name }) => name === 'write-chat')).toEqual([]);
  await user.clear(field);
  await user.type(field, 'We come at nine.{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([{ name: 'write-chat', input: { text: 'We come at nine.' } }]),
  );
});

test('what is typed survives leaving the tab', async () => {
  const { user, desk } = await showCase({ content: { ...aContent(), chat }, tab: 'chat', read: 1 });
  await user.type(screen.getByLabelText('Message'), 'Half a sent');
  await user.click(screen.getByRole('tab', { name: /Log/ }));
  expect(desk.done.drafts['case/nordic-portal/case-1/chat']).toContain('Half a sent');
  await user.click(screen.getByRole('tab', { name: /Chat/ }));
  expect(await screen.findByDisplayValue('Half a sent')).toBeDefined();
});

test('a draft that waits as a message already, because the app was killed in between, is not offered again', async () => {
  const waiting = { ...message, id: 'c2', text: 'We come at nine.', receivedAt: null };
  const drafts = { 'case/nordic-portal/case-1/chat': JSON.stringify({ text: 'We come at nine.' }) };
  const content = { ...aContent(), chat: [...chat, waiting] };
  const { desk } = await showCase({ content, tab: 'chat', desk: { drafts } });
  await waitFor(() => expect(desk.done.drafts).not.toHaveProperty(['case/nordic-portal/case-1/chat']));
  expect(screen.getByLabelText('Message')).toHaveProperty('value', '');
});

test('a closed case can be read, and writing says why it cannot be done', async () => {
  await showCase({ content: { ...aContent({ state: 'closed' }), chat }, tab: 'chat', read: 1 });
  expect(screen.getByText(/The owner is at home/)).toBeDefined();
  const send = screen.getByRole('button', { name: 'Send' });
  expect(document.getElementById(send.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'The case is closed and can only be read. Nordic Mutual can open it again.',
  );
});

test('what is on the screen is noted as read: once, and not while nobody sees the window', async () => {
  const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  onTestFinished(() => seen.mockRestore());
  const { living } = await showCase({ content: { ...aContent(), chat }, tab: 'chat' });
  const marks = () => living.workplace.done.issued.flatMap(({ name, input }) => (name === 'mark-read' ? [input] : []));
  const look = () => act(() => void document.dispatchEvent(new Event('visibilitychange')));
  look();
  expect(marks()).toEqual([]);
  seen.mockReturnValue('visible');
  act(() => [1, 2].forEach(() => document.dispatchEvent(new Event('visibilitychange'))));
  await waitFor(() => expect(marks()).toEqual([{ case: 'case-1', messages: 1 }]));
  act(() => living.arrives(anInsurer(), { name: 'write-chat', input: { text: 'And the day after.' } }));
  await waitFor(() => expect(marks().at(-1)).toEqual({ case: 'case-1', messages: 2 }));
  look();
  expect(marks()).toHaveLength(2);
});

test('who is told of a message stands where it is written: the External case handler ticked for good, and the deputy', async () => {
  const directory = aDirectory({
    members: [aMember({ away: { deputy: 'dan' } }), aMember({ id: 'dan', name: 'Dan Öberg', marked: false })],
  });
  const content = { ...aContent({ role: aRole({ user: carla }) }), chat };
  const { user } = await showCase({ content, directory, standing: anInsurer(), tab: 'chat', read: 1 });
  const box = screen.getByRole('checkbox', {
    name: 'Carla Maki, External case handler',
    description: 'Cannot be unticked: Nordic Mutual always tells the External case handler.',
  });
  expect(box).toHaveProperty('checked', true);
  expect(box.getAttribute('aria-disabled')).toBe('true');
  await user.click(box);
  expect(box).toHaveProperty('checked', true);
  expect(screen.getByText('Dan Öberg is told too, as the deputy of Carla Maki, who is away.')).toBeDefined();
});

test('so do a project manager and an inspector whose set has right 14, each once', async () => {
  const dan = { member: 'dan', name: 'Dan Öberg', company: carla.company };
  const managed = aTask({ id: 'pm', kind: 'project-management', responsibles: [dan] });
  const inspected = aTask({ id: 'in', kind: 'inspection', responsibles: [dan, carla] });
  const content = { ...aContent({ role: aRole({ user: carla }), tasks: [managed, inspected] }), chat };
  const directory = aDirectory({ members: [aMember({ id: 'dan', name: 'Dan Öberg', away: { deputy: 'carla' } })] });
  const given = { projectManagerRights: ['chat.forceMark'], inspectorRights: ['chat.forceMark'] } as const;
  const standing = anInsurer({ settings: someSettings(given) });
  await showCase({ content, directory, standing, tab: 'chat', read: 1 });
  expect(screen.getAllByRole('checkbox')).toHaveLength(2);
  expect(screen.getByRole('checkbox', { name: 'Carla Maki, External case handler' })).toHaveProperty('checked', true);
  const box = screen.getByRole('checkbox', {
    name: 'Dan Öberg, Project manager',
    description: 'Cannot be unticked: Nordic Mutual always tells the Project manager.',
  });
  expect(box).toHaveProperty('checked', true);
});

test('without right 14, by the handler, and before there is one, it says who is told and that nobody is', async () => {
  const content = { ...aContent({ role: aRole({ user: carla }) }), chat };
  const { meanwhile } = await showCase({
    content,
    directory: aDirectory({ members: [] }),
    tab: 'chat',
    read: 1,
  });
  const boxes = () => screen.queryAllByRole('checkbox');
  expect(boxes()).toHaveLength(1);
  expect(screen.getByText('Should Carla Maki be away, the deputy is told too.')).toBeDefined();
  await meanwhile((living) => living.stands({ settings: settingsWithRole({ rights: ['budget.approve'] }) }));
  await waitFor(() => expect(boxes()[0]).toHaveProperty('checked', false));
  expect(screen.getByText(/^Is not told: being told of every chat message is not among/)).toBeDefined();
  await meanwhile((living) => living.stands(aCaseHandler()));
  await screen.findByText('You are the External case handler, and nobody is told of the own message.');
  await meanwhile((living) => {
    living.stands(aStanding());
    living.arrives(anInsurer(), { name: 'remove-role', input: { reason: 'x' } }, 'revision-of-role');
  });
  await waitFor(() => expect(screen.queryByText(/nobody is told of the own message/)).toBeNull());
  expect(boxes()).toHaveLength(0);
});
