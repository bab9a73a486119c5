import { toldOf } from '../../support/offline/pieces.ts';
import { benchCase } from '../support/bench-cases.ts';
import { createDexieStore, recordOf, type CaseRecord, type DexieStore } from './dexie-store.ts';

/** The peer of a durable command, in the app's own page: a button that puts a record and then shows it. */
export interface ClickPage {
  /** Fills a table with so many cases and puts the button beside the app. */
  readonly prepare: (cases: number, today: string) => Promise<void>;
  /** From the click until the page has what is to be painted. */
  readonly click: (text: string) => Promise<Seen>;
  /** The same for a message typed into the app's own form. */
  readonly send: (text: string) => Promise<Seen>;
  /** Texts of the record's messages as they lie in the peer's table. */
  readonly kept: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

/** Moments in milliseconds since 1970. */
export interface Seen {
  readonly clicked: number;
  readonly seen: number;
}

declare global {
  interface Window {
    benchClicks: ClickPage;
  }
}

const size = { tasks: 5, messages: 20, documents: 3 };

let store: DexieStore | null = null;
let record: CaseRecord | null = null;
const button = document.createElement('button');
const shown = document.createElement('output');

window.benchClicks = {
  prepare: async (cases, today) => {
    store = createDexieStore('puts of the peer');
    const nth = (index: number): CaseRecord => recordOf(toldOf(benchCase(index, size, today)).piece);
    await store.fill(Array.from({ length: cases }, (_, index) => nth(index)));
    record = nth(0);
    button.addEventListener('click', () => void putMessage(button.value));
    document.body.append(button, shown);
  },
  click: (text) => {
    button.value = text;
    return untilSeen(button, () => shown.textContent === text);
  },
  send: (text) => {
    const send = document.querySelector<HTMLElement>('form button[type=submit]');
    if (!send) throw new Error('there is no form to send');
    return untilSeen(send, () => lastMessage()?.includes(text) === true);
  },
  kept: async () => (await store?.messages(record?.id ?? '')) ?? [],
  remove: async () => {
    button.remove();
    shown.remove();
    await store?.remove();
  },
};

/** The peer does what the command does: the case with one message more, kept, then shown. */
async function putMessage(text: string): Promise<void> {
  const chat = record?.piece.parts.chat ?? [];
  const [first] = chat;
  if (!store || !record || !first) throw new Error('not prepared');
  const message = { ...first, id: crypto.randomUUID(), text, receivedAt: null };
  const { piece } = record;
  record = { ...record, piece: { ...piece, parts: { ...piece.parts, chat: [...chat, message] } } };
  await store.put(record);
  shown.textContent = text;
}

/** Messages that wait for the portal are marked so. */
function lastMessage(): string | null | undefined {
  return [...document.querySelectorAll('div[data-waiting=true]')].at(-1)?.textContent;
}

function untilSeen(control: HTMLElement, isSeen: () => boolean): Promise<Seen> {
  if (isSeen()) throw new Error('it is seen already');
  return new Promise((resolve) => {
    let clicked = 0;
    const observer = new MutationObserver(() => {
      if (!isSeen()) return;
      observer.disconnect();
      resolve({ clicked, seen: now() });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    clicked = now();
    control.click();
  });
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
