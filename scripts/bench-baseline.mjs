import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';

/**
 * @typedef {object} Figure what a bench measured
 * @property {string} figure
 * @property {string} unit
 * @property {'less' | 'more'} better
 * @property {number} median
 * @property {number} least
 * @property {number} most
 */

/**
 * @typedef {object} Baseline figures as they once were
 * @property {string} machine
 * @property {string} options sizes that the benches were run with
 * @property {string} at
 * @property {readonly Figure[]} figures
 */

/** Worse by more than this share is told, where it also lies outside of what the baseline itself spread over. */
const tolerance = 0.15;

/** What has to be the same for figures to be compared. */
export function thisMachine() {
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`;
}

/**
 * Compares figures with a baseline; `problem` says why they cannot be.
 * @param {{ baseline: Baseline | null, machine: string, options: string, figures: readonly Figure[] }} given
 * @returns {{ problem: string } | { worse: string[], compared: number, unknown: string[] }}
 */
export function compareFigures({ baseline, machine, options, figures }) {
  if (baseline === null) return { problem: 'there is no baseline: run the same with --keep first' };
  if (baseline.machine !== machine) {
    return { problem: `the baseline is another machine's (${baseline.machine}; this is ${machine})` };
  }
  if (baseline.options !== options) {
    return { problem: `the baseline was kept with other options (${baseline.options || 'none'})` };
  }
  const kept = new Map(baseline.figures.map((each) => [each.figure, each]));
  const known = figures.flatMap((now) => {
    const before = kept.get(now.figure);
    return before ? [{ now, before }] : [];
  });
  if (known.length === 0) return { problem: 'the baseline has none of these figures: run the same with --keep first' };
  return {
    worse: known.filter(isWorse).map(wordsOf),
    compared: known.length,
    unknown: figures.filter(({ figure }) => !kept.has(figure)).map(({ figure }) => figure),
  };
}

/** @param {{ now: Figure, before: Figure }} pair */
function isWorse({ now, before }) {
  const [by, outside] =
    now.better === 'less'
      ? [now.median - before.median, now.median > before.most]
      : [before.median - now.median, now.median < before.least];
  return by > tolerance * Math.abs(before.median) && outside;
}

/** @param {{ now: Figure, before: Figure }} pair */
function wordsOf({ now, before }) {
  const spread = `${shown(before.least)} to ${shown(before.most)}`;
  return `${now.figure}: ${shown(now.median)} ${now.unit}, the baseline has ${shown(before.median)} (${spread})`;
}

/** @param {number} value */
function shown(value) {
  return value < 100 ? value.toFixed(2) : Math.round(value).toString();
}

/**
 * The baseline with newer figures in the place of older ones; another machine's, or of other sizes, is left behind.
 * @param {Baseline | null} baseline
 * @param {Baseline} newer
 * @returns {Baseline}
 */
export function withFigures(baseline, newer) {
  if (baseline?.machine !== newer.machine || baseline.options !== newer.options) return newer;
  const renewed = new Set(newer.figures.map(({ figure }) => figure));
  return { ...newer, figures: [...baseline.figures.filter(({ figure }) => !renewed.has(figure)), ...newer.figures] };
}

/** @param {string} file @returns {Promise<Baseline | null>} */
export async function readBaseline(file) {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : null;
}

/** @param {string} file @param {Baseline} baseline */
export async function writeBaseline(file, baseline) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

/** The lines that benches noted. @param {string} file @returns {Promise<Figure[]>} */
export async function readFigures(file) {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}
