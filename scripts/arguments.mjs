import { parseArgs } from 'node:util';
import { say } from './run.mjs';

/**
 * What the command line says; `--help`, and what cannot be understood, end with the usage.
 * @template {import('node:util').ParseArgsConfig} Config
 * @param {string} usage
 * @param {Config} config
 */
export function readArguments(usage, config) {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(1);
  }
}
