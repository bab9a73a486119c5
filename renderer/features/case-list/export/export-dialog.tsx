import { Button, Modal } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { RowFacts } from '../../../../shared/domain/case/list-filter.ts';
import type { Moment } from '../../../../shared/domain/moment.ts';
import { localTimeText } from '../../../../shared/spreadsheet/cell-text.ts';
import type { SortColumn } from '../../../bindings/case-search.ts';
import { useDesk } from '../../../bindings/contexts.ts';
import { zoneHere } from '../../../ui/date-format.ts';
import foot from '../../../ui/dialog-foot.module.css';
import { DialogDeeds } from '../../../ui/dialog-deeds.tsx';
import { MomentText } from '../../../ui/moment-text.tsx';
import { OptionList } from '../../../ui/option-list.tsx';
import { useDecidingKeys } from '../../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../../ui/use-focus-back.ts';
import { fileTroubleWords, saveTrouble, type FileTrouble } from '../../../words/file-trouble-words.ts';
import { caseSheet } from './case-sheet.ts';
import classes from './export-dialog.module.css';
import { csvOfThePlace, listFile, listFormats, type ListFormat } from './list-file.ts';
import { takingTurns } from './take-turns.ts';

interface ExportDialogProps {
  readonly rows: readonly RowFacts[];
  readonly columns: readonly SortColumn[];
  readonly now: Moment;
  /** Of when the oldest of it is; null where not all has come yet. */
  readonly asOf: Moment | null;
  readonly onClose: () => void;
}

/** Saves the list as it stands on the screen: its cases, its order, its columns. Made of what is on this computer. */
export function ExportDialog({ rows, columns, now, asOf, onClose }: ExportDialogProps) {
  const { t } = useLingui();
  const onKeyDown = useDecidingKeys();
  const [format, setFormat] = useState<ListFormat>('xlsx');
  const { save, done, trouble } = useSaving({ rows, columns, now });
  useFocusBack();
  const decide = async (event: FormEvent) => {
    event.preventDefault();
    if (done === null && (await save(format))) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Export this list</Trans>}
      size={520}
      centered
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form decides */}
      <form onSubmit={(event) => void decide(event)} onKeyDown={onKeyDown} className={classes.form} noValidate>
        <p className={classes.lead}>
          <strong>
            <Plural value={rows.length} one="# case" other="# cases" />
          </strong>
          {', '}
          {asOf ? (
            <Trans>
              as of <MomentText moment={asOf} />
            </Trans>
          ) : (
            <Trans>as far as they have come</Trans>
          )}
          {'. '}
          <Trans>With the filters, the order and the columns of the list.</Trans>
        </p>
        <OptionList
          label={t`File`}
          chosen={format}
          onChoose={(id) => setFormat(listFormats.find((each) => each === id) ?? format)}
          empty=""
          options={useFormatOptions()}
        />
        <div className={foot.foot}>
          {trouble && <p role="alert">{fileTroubleWords(trouble)}</p>}
          {done !== null && (
            <p role="status" className={classes.progress}>
              <Trans>
                {done} of {rows.length}
              </Trans>
            </p>
          )}
          <DialogDeeds onClose={onClose}>
            <Button type="submit" loading={done !== null}>
              <Trans>Save as…</Trans>
            </Button>
          </DialogDeeds>
        </div>
      </form>
    </Modal>
  );
}

function useFormatOptions() {
  const { t } = useLingui();
  const place = csvOfThePlace();
  const csv = (id: ListFormat, title: string) => ({
    id,
    title,
    detail: id === place ? t`What spreadsheet programs expect where you are` : undefined,
  });
  return [
    { id: 'xlsx', title: t`Excel (XLSX)`, detail: t`With dates that are dates, for Excel, LibreOffice and others` },
    csv('csv-semicolon', t`CSV with semicolons and decimal commas`),
    csv('csv-comma', t`CSV with commas and decimal points`),
    csv('csv-tab', t`CSV with tabs`),
  ];
}

/** Makes the file in turns and hands it to the desk. Closing the dialog stops it. */
function useSaving({ rows, columns, now }: Pick<ExportDialogProps, 'rows' | 'columns' | 'now'>) {
  const { t } = useLingui();
  const { files } = useDesk();
  const [done, setDone] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const open = useRef(true);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  /** True once it is saved. */
  const save = async (format: ListFormat): Promise<boolean> => {
    setDone(0);
    setTrouble(null);
    const pause = takingTurns(setDone);
    const zone = zoneHere();
    const sheet = await caseSheet(rows, columns, { now, zone }, pause);
    const bytes = await listFile(sheet, format, pause);
    const day = localTimeText(now, zone).slice(0, 10);
    const name = t`Cases ${day}`;
    if (!open.current) return false;
    const answer = await files.saveAs(`${name}.${format === 'xlsx' ? 'xlsx' : 'csv'}`, bytes);
    setDone(null);
    setTrouble(saveTrouble(answer));
    return answer.ok;
  };
  return { save, done, trouble };
}
