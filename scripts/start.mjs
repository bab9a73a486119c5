import { build } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { root } from './paths.mjs';
import { runAttached, say } from './run.mjs';
import { hasScreen, memoryScreen } from './screen.mjs';
import { afterSetUp } from './setup.mjs';

// npm start [-- arguments of the app]
await afterSetUp(hasScreen() ? ['electron'] : ['electron', 'screen'], async () => {
  await build();
  const { executable, version } = await electronRuntime();
  const screen = hasScreen() ? undefined : await memoryScreen();
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (isRoot) say('started by root: Chromium runs without its sandbox');
  say(`opening Partner Desk on Electron ${version}; Ctrl+C ends it`);
  try {
    // Without a desktop session Chromium complains all the time that it finds none.
    const quiet = screen ? ['--log-level=3'] : [];
    const args = [root, ...(isRoot ? ['--no-sandbox'] : []), ...quiet, ...process.argv.slice(2)];
    return await runAttached(executable, args, { env: environment(screen?.display) });
  } finally {
    screen?.close();
  }
});

/** @param {string | undefined} display */
function environment(display) {
  const { ELECTRON_RUN_AS_NODE: _not, ...env } = process.env;
  return display ? { ...env, DISPLAY: display } : env;
}
