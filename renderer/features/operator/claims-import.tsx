import { SegmentedControl, Select } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { largestClaimsFile, type ClaimsCounts, type OperatorPortal } from '../../../shared/contract/operator.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import { createPortalClient } from '../../portal/portal-client.ts';
import { FileField } from '../../ui/file-field.tsx';
import type { GivenFile } from '../../ui/given-file.ts';
import { isFolder } from '../../ui/given-file.ts';
import { fileFaultWords } from './file-fault-words.ts';
import { ImportSteps } from './import-steps.tsx';
import classes from './operator.module.css';
import { readClaimsFile, readMappingFile, type FileFault } from './read-import-file.ts';
import { useImport } from './use-import.ts';

/** A mapping is a page of JSON. */
const largestMapping = 1_000_000;

/** Rows that are told one by one. */
const mostRows = 100;

/** The claims of an insurer come in by a table and a mapping, which says what its columns are. */
export function ClaimsImport({ portals }: { readonly portals: readonly OperatorPortal[] }) {
  const { t } = useLingui();
  const [portal, setPortal] = useState<string | null>(null);
  const mapping = useMapping();
  const missing = portal === null ? t`Choose the portal first.` : mapping.missing;
  return (
    <>
      <p className={classes.text}>
        <Trans>
          A claims file is a CSV table; a mapping says what each column is and how dates and numbers are written. Each
          new claim becomes a case. A claim number that the portal has already adds nothing.
        </Trans>
      </p>
      <div className={classes.fields}>
        <Select
          label={t`Portal`}
          placeholder={t`Choose`}
          value={portal}
          onChange={setPortal}
          data={portals.map(({ id, name }) => ({ value: id, label: name }))}
          nothingFoundMessage={t`No portal yet`}
        />
        <MappingField mapping={mapping} />
      </div>
      {missing === null && portal !== null ? (
        // Another portal or mapping is another import: what was checked does not hold for it.
        <ClaimsSteps key={`${portal} ${mapping.kind} ${mapping.taken}`} portal={portal} mapping={mapping.value} />
      ) : (
        <p className={classes.remark}>{missing}</p>
      )}
    </>
  );
}

function ClaimsSteps({ portal, mapping }: { readonly portal: string; readonly mapping: unknown }) {
  const { t } = useLingui();
  const { session } = useWorkplace();
  const queries = useQueryClient();
  const importing = useImport({
    read: (given) => readClaimsFile(given, largestClaimsFile),
    send: (csv, dryRun) =>
      createPortalClient({ account: session.account }).operator.importClaims({ portal, csv, mapping }, dryRun),
    onImported: () => void queries.invalidateQueries({ queryKey: ['operator portals'] }),
  });
  const { step } = importing;
  const isNothing = step.kind === 'checked' && step.found.added === 0;
  return (
    <ImportSteps
      label={t`Claims file`}
      accept=".csv,text/csv"
      most={largestClaimsFile}
      importing={importing}
      parsed={null}
      held={isNothing ? t`No row of the file is a new claim.` : null}
      confirm={t`Bring the claims in`}
      found={(found, isDone) => <Counts counts={found} isDone={isDone} />}
    />
  );
}

function Counts({ counts, isDone }: { readonly counts: ClaimsCounts; readonly isDone: boolean }) {
  const { added, known, bad, leftOut, messages, notes } = counts;
  const told = [...messages, ...notes].slice(0, mostRows);
  const more = messages.length + notes.length - told.length;
  return (
    <>
      <p className={classes.text}>
        {isDone ? <Trans>This came of the file:</Trans> : <Trans>This would come of the file:</Trans>}
      </p>
      <ul className={classes.counts}>
        <li>
          <Plural value={added} one="# new case" other="# new cases" />
        </li>
        {known > 0 && (
          <li>
            <Plural
              value={known}
              one="# row of a claim that is there already"
              other="# rows of claims that are there already"
            />
          </li>
        )}
        {bad > 0 && (
          <li>
            <Plural
              value={bad}
              one="# row that cannot be read and stays out"
              other="# rows that cannot be read and stay out"
            />
          </li>
        )}
        {leftOut > 0 && (
          <li>
            <Plural
              value={leftOut}
              one="# row that the mapping leaves out"
              other="# rows that the mapping leaves out"
            />
          </li>
        )}
      </ul>
      {told.length > 0 && (
        <ul className={classes.faults}>
          {told.map(({ row, text }) => (
            <li key={`${row} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
      {more > 0 && <Plural value={more} one="and # more" other="and # more" />}
    </>
  );
}

type Mapping = ReturnType<typeof useMapping>;

/** A ready mapping, or one of the operator's own. */
function useMapping() {
  const { t } = useLingui();
  const [kind, setKind] = useState<'nfip' | 'file'>('nfip');
  const [file, setFile] = useState<GivenFile | null>(null);
  const [own, setOwn] = useState<unknown>(null);
  const [fault, setFault] = useState<FileFault | null>(null);
  const [taken, setTaken] = useState(0);
  const take = async (given: GivenFile | null) => {
    setFile(given);
    setOwn(null);
    setTaken((times) => times + 1);
    const reading = given && (await readMappingFile(given, largestMapping));
    setOwn(reading?.ok ? reading.document : null);
    setFault(reading?.ok === false ? reading.fault : null);
  };
  const isReady = kind === 'nfip' || own !== null;
  return {
    kind,
    setKind,
    file,
    fault,
    take,
    taken,
    value: kind === 'nfip' ? 'nfip' : own,
    missing: isReady ? null : t`Choose the mapping first.`,
  };
}

function MappingField({ mapping: { kind, setKind, file, fault, take } }: { readonly mapping: Mapping }) {
  const { t } = useLingui();
  return (
    <div className={classes.mapping}>
      <span className={classes.label}>
        <Trans>Mapping</Trans>
      </span>
      <SegmentedControl
        aria-label={t`Mapping`}
        value={kind}
        onChange={setKind}
        data={[
          { value: 'nfip', label: t`NFIP claims (USA)` },
          { value: 'file', label: t`From a file` },
        ]}
      />
      {kind === 'file' && (
        <FileField
          label={t`Mapping document`}
          accept=".json,application/json"
          value={file && { name: file.name, size: isFolder(file) ? 0 : file.size }}
          error={fault && fileFaultWords(fault, largestMapping)}
          onGiven={([given]) => given && void take(given)}
          onRemove={() => void take(null)}
        />
      )}
    </div>
  );
}
