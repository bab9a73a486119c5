/* Run by itself: speaks the words of the embedded portal server over Node's own channel, and ends when it is told to. */
process.on('message', (message: { readonly secret: string; readonly folder: string }) => {
  if (message.folder === 'broken') process.send?.({ kind: 'failed', detail: 'no database' });
  else process.send?.({ kind: 'listening', port: 40_000 + (process.pid % 1000), store: `store-of-${message.secret}` });
  if (message.folder === 'short-lived') setTimeout(() => process.exit(7), 100);
});
process.send?.('noise before it is asked');
