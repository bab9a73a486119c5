import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { IconAlertTriangleFilled, IconCircleCheck, IconClockExclamation, type Icon } from '@tabler/icons-react';
import { toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { TargetState } from '../../shared/domain/task/target.ts';
import type { Tone } from './tone.ts';

/** Where a target stands, never said by its colour alone (domain.md §4.2). */
export interface TargetWords {
  readonly word: string;
  readonly icon: Icon;
  readonly tone: Tone;
}

/** The words of a target's state. */
export function targetWords(state: TargetState): TargetWords {
  return targetBook[state]();
}

/** How long there is until a target, or by how much it was missed, short enough for a column: `in 3h`, `2d late`. */
export function dueText(due: Moment, now: Moment): string {
  const minutes = Math.round((toMilliseconds(due) - toMilliseconds(now)) / 60_000);
  const time = lengthText(Math.abs(minutes));
  return minutes < 0 ? t`${time} late` : t`in ${time}`;
}

function lengthText(minutes: number): string {
  if (minutes < 60) return narrow(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? narrow(hours, 'hour') : narrow(Math.round(hours / 24), 'day');
}

function narrow(value: number, unit: 'minute' | 'hour' | 'day'): string {
  const key = `${i18n.locale} ${unit}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(i18n.locale || 'en', { style: 'unit', unit, unitDisplay: 'narrow' });
  formats.set(key, format);
  return format.format(value);
}

// A list shows hundreds of these, and making a format costs far more than using it.
const formats = new Map<string, Intl.NumberFormat>();

const targetBook: Readonly<Record<TargetState, () => TargetWords>> = {
  'on-time': () => ({ word: t`On time`, icon: IconCircleCheck, tone: 'quiet' }),
  near: () => ({ word: t`Near`, icon: IconClockExclamation, tone: 'near' }),
  overdue: () => ({ word: t`Overdue`, icon: IconAlertTriangleFilled, tone: 'overdue' }),
};
