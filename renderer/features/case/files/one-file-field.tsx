import { useState } from 'react';
import type { FileRef } from '../../../../shared/domain/document/document.ts';
import { FileField } from '../../../ui/file-field.tsx';
import type { GivenFile } from '../../../ui/given-file.ts';
import { useKeepFile, type KeptFile } from './use-keep-file.ts';

interface OneFileFieldProps {
  readonly label: string;
  readonly description: string;
  readonly required?: boolean;
  /** Said of every file after the first. */
  readonly onlyOne: string;
  readonly value: FileRef | null;
  readonly onChange: (file: FileRef | null) => void;
  /** Keeps the draft that has it. */
  readonly onKept: () => void;
}

/** One file, kept by the desk as soon as it is chosen. */
export function OneFileField({ onlyOne, onChange, onKept, ...field }: OneFileFieldProps) {
  const keepFile = useKeepFile();
  const [error, setError] = useState<string | null>(null);
  const choose = async (given: readonly GivenFile[]) => {
    const troubles: string[] = [];
    let taken = false;
    for (const each of given) {
      const kept: KeptFile = taken ? { ok: false, why: onlyOne } : await keepFile(each);
      if (kept.ok) onChange(kept.file);
      else troubles.push(`${each.name}: ${kept.why}`);
      taken ||= kept.ok;
    }
    setError(troubles.join(' ') || null);
    onKept();
  };
  const remove = () => {
    setError(null);
    onChange(null);
  };
  return <FileField {...field} error={error} onGiven={(given) => void choose(given)} onRemove={remove} />;
}
