import { utilityProcess } from 'electron';
import type { PortalChild } from './portal-child.ts';

/** Starts the built portal server in a process of its own; it is a file here, never an import. */
export function forkPortal(file: string, onOutput: (text: string) => void): PortalChild {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'partner-desk-portal',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (text) => onOutput(String(text)));
  child.stderr?.on('data', (text) => onOutput(String(text)));
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill(),
  };
}
