import { Anchor } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import type { FileRef } from '../../../shared/domain/document/document.ts';
import { DocumentPreview } from '../case/frame.ts';
import classes from './budgets-tab.module.css';

/** A calculation by its name, which opens it in place. */
export function CalculationLook({ file }: { readonly file: FileRef }) {
  const [looked, setLooked] = useState(false);
  return (
    <>
      <Anchor
        component="button"
        type="button"
        onClick={() => setLooked(!looked)}
        aria-expanded={looked}
        className={classes.file}
      >
        <IconPaperclip size={14} aria-hidden />
        {file.name}
      </Anchor>
      {looked && (
        <div className={classes.preview}>
          <DocumentPreview file={file} />
        </div>
      )}
    </>
  );
}
