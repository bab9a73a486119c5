import { t } from '@lingui/core/macro';
import type { Measure } from './room-measures.ts';

const words: Readonly<Record<Measure['kind'], () => string>> = {
  floor: () => t`Floor, m²`,
  walls: () => t`Walls, m²`,
  volume: () => t`Volume, m³`,
  edge: () => t`All around, m`,
};

/** What is measured of a room. */
export function measureWords(kind: Measure['kind']): string {
  return words[kind]();
}
