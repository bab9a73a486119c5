import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, type ReactNode } from 'react';
import { isOffline, useSync } from '../../bindings/use-sync.ts';
import { FileField } from '../../ui/file-field.tsx';
import { isFolder } from '../../ui/given-file.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { Working } from '../../ui/working.tsx';
import { fileFaultWords } from './file-fault-words.ts';
import classes from './operator.module.css';
import { Unanswered } from './unanswered.tsx';
import type { Importing } from './use-import.ts';

interface ImportStepsProps<Document, Found> {
  readonly label: string;
  readonly accept: string;
  /** Bytes the portal server takes at most. */
  readonly most: number;
  readonly importing: Importing<Document, Found>;
  /** What the document holds, to name places in it. */
  readonly parsed: unknown;
  /** Why it cannot be brought in now, though it was checked; null where it can. */
  readonly held: string | null;
  readonly confirm: string;
  readonly found: (found: Found, isDone: boolean) => ReactNode;
}

/** Choose a file, see what would come of it, bring it in. */
export function ImportSteps<Document, Found>(props: ImportStepsProps<Document, Found>) {
  const { label, accept, most, importing, parsed, held, confirm, found } = props;
  const { t } = useLingui();
  const away = isOffline(useSync().state) ? t`The portal server cannot be reached now.` : null;
  const { file, step, choose, checkAgain, importNow } = importing;
  const onKeyDown = useDecidingKeys();
  const isImporting = step.kind === 'working' && step.doing === 'import';
  const shown = file && { name: file.name, size: isFolder(file) ? 0 : file.size };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in it brings the file in
    <form
      className={classes.steps}
      onSubmit={(event) => {
        event.preventDefault();
        if (step.kind === 'checked' && (held ?? away) === null) void importNow();
      }}
      onKeyDown={onKeyDown}
    >
      {isImporting ? (
        <Working>
          <Trans>Bringing in {file?.name ?? ''}. A large file takes up to some minutes; leave the app open.</Trans>
        </Working>
      ) : (
        <FileField
          label={label}
          accept={accept}
          value={shown}
          error={step.kind === 'unread' ? fileFaultWords(step.fault, most) : null}
          onGiven={([given]) => given && choose(given)}
          onRemove={() => choose(null)}
        />
      )}
      {step.kind === 'unread' && step.fault.detail && (
        <p className={classes.remark}>
          <Trans>
            For whoever is asked for help: <code>{step.fault.detail}</code>
          </Trans>
        </p>
      )}
      {step.kind === 'working' && !isImporting && (
        <Working>
          <Trans>Checking. Nothing is written; a large file takes up to a minute.</Trans>
        </Working>
      )}
      {step.kind === 'unanswered' && <Unanswered step={step} parsed={parsed} onAgain={checkAgain} />}
      {(step.kind === 'checked' || step.kind === 'imported') && (
        <Result key={step.kind}>{found(step.found, step.kind === 'imported')}</Result>
      )}
      {step.kind === 'checked' && (
        <div className={classes.row}>
          <ReasonButton type="submit" reason={held ?? away} onClick={() => undefined}>
            {confirm}
          </ReasonButton>
          <Button variant="default" onClick={() => choose(null)}>
            <Trans>Bring nothing in</Trans>
          </Button>
        </div>
      )}
      {step.kind === 'imported' && (
        <div className={classes.row}>
          <Button variant="default" onClick={() => choose(null)}>
            <Trans>Choose another file</Trans>
          </Button>
        </div>
      )}
    </form>
  );
}

/** What was found takes the focus: it is what is read next, and the button to go on is the next stop. */
function Result({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className={classes.result} role="status" tabIndex={-1}>
      {children}
    </div>
  );
}
