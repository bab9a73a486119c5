import { useRef, useState } from 'react';
import type { Answer, Trouble } from '../../portal/answer.ts';
import type { GivenFile } from '../../ui/given-file.ts';
import type { FileFault, FileReading } from './read-import-file.ts';

/** How far an import has come. */
export type ImportStep<Found> =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly doing: 'check' | 'import' }
  | { readonly kind: 'unread'; readonly fault: FileFault }
  | { readonly kind: 'unanswered'; readonly doing: 'check' | 'import'; readonly trouble: Trouble }
  | { readonly kind: 'checked' | 'imported'; readonly found: Found };

interface ImportUse<Document, Found> {
  readonly read: (given: GivenFile) => Promise<FileReading<Document>>;
  readonly send: (document: Document, dryRun: boolean) => Promise<Answer<Found>>;
  readonly onImported: () => void;
}

/**
 * An import in two steps: a chosen file is read and tried, and what was tried is what comes in. The file stays chosen
 * whatever is wrong with it.
 */
export function useImport<Document, Found>({ read, send, onImported }: ImportUse<Document, Found>) {
  const [file, setFile] = useState<GivenFile | null>(null);
  const [document, setDocument] = useState<Document | null>(null);
  const [step, setStep] = useState<ImportStep<Found>>({ kind: 'none' });
  const chosen = useRef<GivenFile | null>(null);

  const check = async (given: GivenFile) => {
    setStep({ kind: 'working', doing: 'check' });
    const reading = await read(given);
    if (chosen.current !== given) return;
    setDocument(reading.ok ? reading.document : null);
    if (!reading.ok) return setStep({ kind: 'unread', fault: reading.fault });
    const answer = await send(reading.document, true);
    // Another file was chosen meanwhile.
    if (chosen.current === given) setStep(after('check', answer));
  };

  return {
    file,
    document,
    step,
    choose: (given: GivenFile | null) => {
      chosen.current = given;
      setFile(given);
      setDocument(null);
      setStep({ kind: 'none' });
      if (given) void check(given);
    },
    checkAgain: () => void (file && check(file)),
    importNow: async () => {
      if (document === null) return;
      setStep({ kind: 'working', doing: 'import' });
      const answer = await send(document, false);
      setStep(after('import', answer));
      onImported();
    },
  };
}

/** What the screens of an import are given. */
export type Importing<Document, Found> = ReturnType<typeof useImport<Document, Found>>;

function after<Found>(doing: 'check' | 'import', answer: Answer<Found>): ImportStep<Found> {
  if (answer.kind !== 'ok') return { kind: 'unanswered', doing, trouble: answer };
  return { kind: doing === 'check' ? 'checked' : 'imported', found: answer.value };
}
