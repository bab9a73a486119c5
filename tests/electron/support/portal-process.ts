/* Run by itself: speaks the words of the embedded portal server over Node's own channel, and ends when it is told to. */
process.on('message', (message: { readonly kind: string; readonly secret: string; readonly folder: string }) => {
  const deleting = message.kind === 'delete';
  if (message.folder === 'broken') process.send?.({ kind: 'failed', detail: 'no database' });
  else if (!deleting) {
    if (message.folder === 'old') process.send?.({ kind: 'upgrading', upgrade: { done: 200, total: 300 } });
    process.send?.({ kind: 'listening', port: 40_000 + (process.pid % 1000), store: `store-of-${message.secret}` });
  } else if (message.folder === 'fine') process.send?.({ kind: 'deleted' });
  if (message.folder === 'short-lived') setTimeout(() => process.exit(7), 100);
});
process.send?.('noise before it is asked');
