import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconFile, IconPaperclip, IconUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { wantedOf } from '../../../shared/domain/asking/wanted-of.ts';
import { invoicesOf } from '../../../shared/domain/invoice/invoice.ts';
import type { CaseDocument } from '../../../shared/domain/document/document.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { givenIn, type GivenFile } from '../../ui/given-file.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { usePastedFiles } from '../../ui/use-pasted-files.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { fileSizeText, momentText } from '../../words/figures.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import {
  DocumentPreview,
  forecast,
  Help,
  useAddDocuments,
  useCaseView,
  useKeptDocuments,
  waitingFor,
} from '../case/frame.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import classes from './documents-tab.module.css';
import { KeepOffline, KeptMark } from './keep-offline.tsx';

const anyFile: CaseCommand = {
  name: 'add-document',
  input: { file: { file: 'x', name: 'x', size: 1, sha256: '', mediaType: 'x' } },
};

/** The documents of the case: looked at here, saved, added by button or drop. */
export function DocumentsTab() {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const { documents } = open.content.case;
  const [looked, setLooked] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { add, busy, troubles } = useAddDocuments();
  const kept = useKeptDocuments();
  const refusal = forecast({ open, now }, anyFile);
  const take = (given: readonly GivenFile[]) => {
    if (!refusal) void add(given);
  };
  usePastedFiles(take, 'page');
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(givenIn(event.dataTransfer));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way; the button is the first
    <div
      className={classes.tab}
      data-over={(over && !refusal) || undefined}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <div className={classes.bar}>
        <input
          ref={input}
          type="file"
          multiple
          tabIndex={-1}
          className="visually-hidden"
          aria-label={t`Documents to add`}
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <ReasonButton
          reason={refusal && refusalWords(refusal, open.standing).full}
          wayOn={refusal && <Help refusal={refusal} wanted={wantedOf(anyFile)} />}
          variant="default"
          leftSection={<IconUpload size={16} aria-hidden />}
          loading={busy}
          onClick={() => input.current?.click()}
        >
          <Trans>Add documents…</Trans>
        </ReasonButton>
        <span className={classes.hint}>{!refusal && <Trans>or drop or paste them here</Trans>}</span>
      </div>
      {kept && documents.length > 0 && <KeepOffline kept={kept} />}
      {troubles.map(({ name, why }, index) => (
        <ErrorState key={index} title={t`${name} was not added`}>
          {why}
        </ErrorState>
      ))}
      {documents.length === 0 && <EmptyState icon={IconPaperclip} title={<Trans>No documents yet</Trans>} />}
      <ul className={classes.list}>
        {documents.toReversed().map((document) => (
          <Line
            key={document.id}
            document={document}
            here={kept && kept.has(document.file)}
            looked={looked === document.id}
            onLook={(look) => setLooked(look ? document.id : null)}
          />
        ))}
      </ul>
    </div>
  );
}

interface LineProps {
  readonly document: CaseDocument;
  /** null until it is known. */
  readonly here: boolean | null;
  readonly looked: boolean;
  readonly onLook: (look: boolean) => void;
}

function Line({ document, here, looked, onLook }: LineProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const waits = waitingFor(open, document.id);
  const budget = open.content.case.budgets.find((each) => each.id === document.budget)?.description;
  const invoice = invoicesOf(open.content.case).find((each) => each.id === document.invoice)?.number;
  const about = budget ? t`Calculation of “${budget}”` : invoice && t`Invoice ${invoice}`;
  const { name } = document;
  return (
    <li className={classes.document} data-waiting={waits ? true : undefined}>
      <div className={classes.line}>
        <IconFile size={18} stroke={1.5} aria-hidden className={classes.sign} />
        <span className={classes.text}>
          <span className={classes.name}>{name}</span>
          <span className={classes.by}>
            {[document.by.name, !waits && momentText(document.at), about].filter(Boolean).join(' · ')}
          </span>
        </span>
        {waits && <WaitingMark since={waits.since} />}
        {here !== null && <KeptMark here={here} />}
        <span className={classes.size}>{fileSizeText(document.size)}</span>
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => onLook(!looked)}
          aria-expanded={looked}
          aria-label={looked ? t`Close ${name}` : t`Look at ${name}`}
        >
          {looked ? <Trans>Close</Trans> : <Trans>Look at</Trans>}
        </Button>
      </div>
      {looked && (
        <div className={classes.preview}>
          <DocumentPreview file={document} />
        </div>
      )}
    </li>
  );
}
