import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

/** What a person has to be told, in one line without a stack. */
export class SetUpError extends Error {
  /** @param {string} message @param {string} remedy */
  constructor(message, remedy) {
    super(`${message}\n  ${remedy}`);
    this.name = 'SetUpError';
  }
}

/** @param {string} text */
export const say = (text) => process.stderr.write(`[partner-desk] ${text}\n`);

/**
 * @typedef {object} Ran
 * @property {number} code 124 when the time was up, 127 when the program is not there
 * @property {string} output both streams, as they came
 */

/**
 * Runs a program to its end and keeps what it printed. With `show` it prints as it goes, with a `label` it says every
 * fifteen seconds that it still runs.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number, show?: boolean, label?: string, shell?: boolean }} [options]
 * @returns {Promise<Ran>}
 */
export function run(program, args, options = {}) {
  const { cwd = root, env = process.env, seconds = 3600, show = false, label, shell = false } = options;
  return new Promise((resolve) => {
    // A group of its own, so that a program that hangs goes with everything it started.
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true, shell });
    let output = '';
    /** @param {Buffer} bytes */
    const keep = (bytes) => {
      output += bytes.toString();
      if (show) process.stderr.write(bytes);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endGroup(child.pid);
    }, seconds * 1000);
    const began = Date.now();
    const beat =
      label && setInterval(() => say(`${label}: ${Math.round((Date.now() - began) / 1000)} s so far`), 15_000);
    endWithUs(child);
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      if (beat) clearInterval(beat);
      running.delete(child);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${program}: ${error.message}\n`;
      end(127);
    });
    child.on('close', (code) => end(late ? 124 : (code ?? 1)));
  });
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ctrl+C, a polite kill, a closed terminal. */
const endings = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Programs in groups of their own do not hear Ctrl+C. @param {import('node:child_process').ChildProcess} child */
export function endWithUs(child) {
  running.add(child);
  if (process.listeners('SIGINT').includes(endAll)) return;
  for (const signal of endings) process.on(signal, endAll);
}

/** @param {NodeJS.Signals} signal */
function endAll(signal) {
  for (const child of running) endGroup(child.pid);
  process.exit(exitCodeOf(signal));
}

/** As a shell counts it. @param {NodeJS.Signals | null} signal */
const exitCodeOf = (signal) => 128 + (signal === null ? 0 : constants.signals[signal]);

/** @param {number | undefined} pid the leader of the group */
export function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/**
 * Runs a program with this terminal as its own and answers its exit code; signals are passed on.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<number>}
 */
export function runAttached(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: options.cwd ?? root, env: options.env ?? process.env, stdio: 'inherit' });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => void child.kill(signal);
    // Its own end is waited for, so that what was started for it can be tidied up.
    for (const signal of endings) process.off(signal, endAll).on(signal, pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const ending of endings) process.off(ending, pass);
      resolve(code ?? exitCodeOf(signal));
    });
  });
}

/**
 * The end of every script: a set-up error is told in words, anything else is a fault with its stack.
 * @param {() => Promise<number | void>} main
 */
export async function asScript(main) {
  endWithNpm();
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof SetUpError) say(error.message);
    else console.error(error);
  }
}

/** npm tells its shell to end, and the shell tells nobody: the script sees that it was left alone. */
function endWithNpm() {
  if (!process.env['npm_lifecycle_event']) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
