import { t } from '@lingui/core/macro';
import type { Holiday } from '../../../shared/contract/calendar-answers.ts';

/** How closed a day is where it is kept. */
export function holidayKindWords(kind: Holiday['kind']): string {
  switch (kind) {
    case 'public':
      return t`public holiday`;
    case 'bank':
      return t`bank holiday: offices are mostly closed`;
    case 'optional':
      return t`for some people only`;
    case 'observance':
      return t`kept in name: mostly a working day`;
  }
}
