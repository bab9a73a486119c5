import { openStore, type StoreAddress } from '../../portal/store/open-store.ts';

/** Opens a database and is killed when the upgrade has come as far as it is told, or right after the opening. */
const [address = '', killAt = 'never'] = process.argv.slice(2);
const kill = (): void => void process.kill(process.pid, 'SIGKILL');
try {
  // Written by the test that starts this process.
  const store = await openStore(JSON.parse(address) as StoreAddress, ({ done }) => {
    if (done >= Number(killAt)) kill();
  });
  if (killAt === 'opened') kill();
  await store.close();
} catch (fault) {
  for (let each = fault; each instanceof Error; each = each.cause)
    process.stderr.write(`${each.name}: ${each.message}\n`);
  process.exitCode = 1;
}
