import { join, resolve } from 'node:path';
import './oldest-node.mjs';

export const root = resolve(import.meta.dirname, '..');
export const cache = join(root, '.cache');

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** @param {string[]} parts */
export const inCache = (...parts) => join(cache, ...parts);
