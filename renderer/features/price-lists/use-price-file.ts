import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { largestPriceFile, type ImportedPrices } from '../../../shared/contract/price-lists.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import { createPortalClient } from '../../portal/portal-client.ts';
import type { GivenFile } from '../../ui/given-file.ts';
import { readTextFile, type TextFault } from '../../ui/read-text-file.ts';
import { guessColumns, guessDecimalSign, neededFields, topOf, type PriceField } from './guess-columns.ts';
import { priceTroubleWords } from './price-list-words.ts';
import { useReadAgain } from './use-price-list-heads.ts';

/** How the file is written, which column is what, and what the list is called. */
export interface TypedImport {
  readonly skipLines: number;
  readonly decimalSign: ',' | '.';
  readonly thousandsSign: '' | ' ' | '.' | ',' | "'";
  readonly quotes: 'letters' | 'around-cells';
  readonly columns: Readonly<Partial<Record<PriceField, string>>>;
  readonly name: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly endsEarlier: boolean;
  readonly replaces: boolean;
}

const untyped: TypedImport = {
  skipLines: 0,
  decimalSign: ',',
  thousandsSign: '',
  quotes: 'letters',
  columns: {},
  name: '',
  validFrom: '',
  validUntil: '',
  endsEarlier: true,
  replaces: false,
};

/** An import in two steps: what was chosen is tried, and what was tried is what comes in. Any change is to be tried anew. */
export function usePriceFile(portal: string) {
  const { session } = useWorkplace();
  const readAgain = useReadAgain(portal);
  const [file, setFile] = useState<GivenFile | null>(null);
  const [text, setText] = useState<string | null>(null);
  const [fault, setFault] = useState<TextFault | null>(null);
  const [typed, setTyped] = useState(untyped);
  const [found, setFound] = useState<ImportedPrices | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = useRef<GivenFile | null>(null);
  const missing = useMissing(text, typed);

  const change = (part: Partial<TypedImport>) => {
    setTyped((before) => ({ ...before, ...part }));
    setFound(null);
    setTrouble(null);
  };
  const choose = async (given: GivenFile | null) => {
    chosen.current = given;
    setFile(given);
    setText(null);
    setFault(null);
    setFound(null);
    setTrouble(null);
    const read = given && (await readTextFile(given, largestPriceFile));
    if (!read || chosen.current !== given) return;
    if ('fault' in read) return setFault(read.fault);
    setText(read.text);
    const top = topOf(read.text, typed.skipLines);
    change({ columns: guessColumns(top.headings), decimalSign: guessDecimalSign(top) });
  };
  const send = async (dryRun: boolean) => {
    if (busy || text === null || missing !== null) return;
    setBusy(true);
    const request = requestOf(text, typed, file?.name ?? '');
    const answer = await createPortalClient({ account: session.account }).priceLists.import(portal, request, dryRun);
    setBusy(false);
    if (answer.kind === 'ok') setFound(answer.value);
    setTrouble(answer.kind === 'ok' ? null : priceTroubleWords(answer));
    if (!dryRun) readAgain();
  };
  const top = text === null ? null : topOf(text, typed.skipLines);
  return { file, fault, typed, top, found, trouble, busy, missing, change, choose, send };
}

/** What the parts of the form are given. */
export type PriceFileForm = ReturnType<typeof usePriceFile>;

function useMissing(text: string | null, typed: TypedImport): string | null {
  const { t } = useLingui();
  if (text === null) return t`Choose the file first.`;
  if (neededFields.some((field) => typed.columns[field] === undefined)) return t`Say which columns are what.`;
  if (typed.decimalSign === typed.thousandsSign) return t`Decimals and thousands need two different signs.`;
  if (typed.name.trim() === '') return t`Enter the name of the list.`;
  if (typed.validFrom === '') return t`Enter the first day on which the list is valid.`;
  if (typed.validUntil !== '' && typed.validUntil < typed.validFrom) return t`The last day is before the first.`;
  return null;
}

function requestOf(text: string, typed: TypedImport, fileName: string) {
  const { skipLines, decimalSign, thousandsSign, quotes, columns, name, validFrom, validUntil } = typed;
  const { delimiter } = topOf(text, skipLines);
  return {
    csv: text,
    mapping: { delimiter, skipLines, decimalSign, thousandsSign, quotes, columns },
    list: {
      name: name.trim(),
      validFrom,
      validUntil: validUntil === '' ? null : validUntil,
      fileName,
      endsEarlier: typed.endsEarlier,
      replaces: typed.replaces,
    },
  };
}
