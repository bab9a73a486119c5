/** One system notification as the desktop's own daemon received it. */
export interface ShownNotification {
  readonly app: string;
  readonly title: string;
  readonly body: string;
}

// The block that `dunst -print` writes; title and body are not escaped and may hold quotes and line ends.
const block = /^\tappname: '(.*)'\n\tsummary: '([^]*?)'\n\tbody: '([^]*?)'\n\ticon: /gm;

/** Reads what `dunst -print` has written. */
export function parseNotifications(printed: string): readonly ShownNotification[] {
  return [...printed.matchAll(block)].map(([, app = '', title = '', body = '']) => ({ app, title, body }));
}
