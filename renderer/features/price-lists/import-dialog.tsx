import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { FormEvent } from 'react';
import { largestPriceFile } from '../../../shared/contract/price-lists.ts';
import { DialogDeeds } from '../../ui/dialog-deeds.tsx';
import foot from '../../ui/dialog-foot.module.css';
import { FileField } from '../../ui/file-field.tsx';
import { isFolder } from '../../ui/given-file.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { textFaultWords } from '../../words/text-fault-words.ts';
import { ColumnFields } from './column-fields.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import classes from './price-lists.module.css';
import { usePriceFile, type PriceFileForm } from './use-price-file.ts';

interface ImportDialogProps {
  readonly portal: string;
  readonly currency: string;
  readonly onClose: () => void;
}

/** A price list comes in from a file: which column is what, from when it is valid, what would come of it, and then it. */
export function ImportDialog({ portal, currency, onClose }: ImportDialogProps) {
  const { t } = useLingui();
  const form = usePriceFile(portal);
  const onKeyDown = useDecidingKeys();
  useFocusBack();
  const { file, fault, top, found, trouble, busy, missing, choose, send } = form;
  const isChecked = found?.dryRun === true && found.list !== null;
  const isDone = found?.dryRun === false && found.list !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isDone) void send(!isChecked);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Import a price list</Trans>}
      size={860}
      centered
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form goes on */}
      <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        <FileField
          label={t`Price list`}
          description={t`A CSV file in UTF-8 with a line of headings. Prices are read in ${currency}.`}
          accept=".csv,text/csv"
          value={file && { name: file.name, size: isFolder(file) ? 0 : file.size }}
          error={fault && textFaultWords(fault, largestPriceFile)}
          onGiven={([given]) => given && void choose(given)}
          onRemove={() => void choose(null)}
        />
        {top && !isDone && <ColumnFields form={form} top={top} />}
        {top && !isDone && <TermsFields form={form} />}
        {found && <ImportOutcome found={found} currency={currency} />}
        {trouble && (
          <p className={classes.objection} role="alert">
            {trouble}
          </p>
        )}
        <div className={foot.foot}>
          {isDone ? (
            <DialogDeeds onClose={onClose} leave={<Trans>Close</Trans>}>
              <Button onClick={onClose}>
                <Trans>Done</Trans>
              </Button>
            </DialogDeeds>
          ) : (
            <DialogDeeds onClose={onClose}>
              <ReasonButton type="submit" reason={missing} loading={busy} onClick={() => undefined}>
                {isChecked ? (
                  <Plural value={found.rows} one="Import # item" other="Import # items" />
                ) : (
                  <Trans>Check the file</Trans>
                )}
              </ReasonButton>
            </DialogDeeds>
          )}
        </div>
      </form>
    </Modal>
  );
}

function TermsFields({ form: { typed, change } }: { readonly form: PriceFileForm }) {
  const { t } = useLingui();
  const { name, validFrom, validUntil, endsEarlier, replaces } = typed;
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>The list</Trans>
      </legend>
      <div className={classes.fields}>
        <TextInput
          label={t`Name`}
          description={t`The same as before for a newer edition.`}
          maxLength={100}
          value={name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t`Valid from`}
          description={t`The first day.`}
          value={validFrom}
          onChange={(event) => change({ validFrom: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t`Valid until`}
          description={t`The last day; empty for no end.`}
          value={validUntil}
          onChange={(event) => change({ validUntil: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t`Earlier lists of this name end the day before`}
        checked={endsEarlier}
        onChange={(event) => change({ endsEarlier: event.currentTarget.checked })}
      />
      <Checkbox
        label={t`Replace a list of this name with the same first day`}
        checked={replaces}
        onChange={(event) => change({ replaces: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
