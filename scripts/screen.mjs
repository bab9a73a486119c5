import { spawn } from 'node:child_process';
import { SetUpError, endGroup, endWithUs, say } from './run.mjs';

export const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * A screen in memory for a machine without one.
 * @returns {Promise<{ display: string, close: () => void }>}
 */
export function memoryScreen() {
  say('this machine has no screen: the app opens on one in memory (Xvfb)');
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  endWithUs(server);
  return new Promise((resolve, reject) => {
    const fail = () => reject(new SetUpError('Xvfb did not start.', 'Try `Xvfb -displayfd 1` and see what it says.'));
    server.once('error', fail).once('exit', fail);
    // The number comes when the screen takes connections.
    server.stdout.once('data', (number) => {
      server.off('exit', fail);
      resolve({ display: `:${String(number).trim()}`, close: () => endGroup(server.pid) });
    });
  });
}
