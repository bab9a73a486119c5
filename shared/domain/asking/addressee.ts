import type { CompanyId, OfficeId } from '../ids.ts';

/** Who is asked for what is missing, as it was when it was asked: readable without a directory. */
export interface Addressee {
  readonly kind: 'insurer' | 'company-admin' | 'own-office' | 'other-office';
  /** Of the insurer, the company or the office. */
  readonly name: string;
  /** The company whose people are asked; null for the insurer. */
  readonly company: CompanyId | null;
  readonly office: OfficeId | null;
  /** Only the operator can change it, who is in no case: the insurer passes it on. */
  readonly passesOn: boolean;
}
