import { build } from './build.mjs';
import { inRoot } from './paths.mjs';
import { runAttached } from './run.mjs';
import { afterSetUp } from './setup.mjs';

// npm run portal -- [--port N] [--demo] …; PORTAL_DATABASE_URL chooses PostgreSQL.
await afterSetUp([], async () => {
  await build({ parts: ['portal'] });
  return runAttached(process.execPath, [inRoot('dist', 'portal', 'serve.js'), ...process.argv.slice(2)], {
    cwd: process.cwd(),
  });
});
