import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/main';

type Value = string | number | boolean | null;

/** Ids and codes only, never a value that anyone typed or was shown (sync.md 28). */
export function note(code: string, ids: Readonly<Record<string, Value>> = {}): void {
  log.info(code, JSON.stringify(ids));
}

/** A fault by its name and place; its message may hold values. */
export function noteFault(code: string, error: unknown): void {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  log.error(code, error instanceof Error ? error.name : typeof error, frames.slice(0, 8).join(' |'));
}

export function startLog(folder: string): void {
  // Elsewhere on a Mac unless it is said, and the menu shows this folder.
  app.setAppLogsPath(join(folder, 'logs'));
  log.transports.file.resolvePathFn = () => join(folder, 'logs', 'main.log');
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.console.level = 'error';
}
