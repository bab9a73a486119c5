import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { aContent } from '../builders.ts';

export const portal = 'nordic-portal';
export const key = (id: string) => ({ portal, case: id });
export const named = (id: string, cause = 'Storm'): CaseContent =>
  aContent({ id, number: `NM-${id}`, damage: { cause, lossDate: '2026-11-01', description: `sentinel of ${id}` } });
