import { Button, CloseButton, InputWrapper } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useFormatLocale } from './format-locale.ts';
import { givenIn, type GivenFile } from './given-file.ts';
import { usePastedFiles } from './use-pasted-files.ts';
import classes from './file-field.module.css';

interface FileFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | null;
  readonly required?: boolean;
  /** As in an `accept` attribute. */
  readonly accept?: string;
  readonly value: Pick<File, 'name' | 'size'> | null;
  /** One file is shown; whoever uses the field says what becomes of more, or of a folder. */
  readonly onGiven: (given: readonly GivenFile[]) => void;
  readonly onRemove: () => void;
}

/** Takes one file by button, by drop or by pasting it, and shows its name and size. */
export function FileField(props: FileFieldProps) {
  const { label, description, error, required, accept, value, onGiven, onRemove } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  // What is chosen already is not replaced by a picture that was meant for elsewhere.
  usePastedFiles((given) => value === null && onGiven(given), 'dialog');
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onGiven(givenIn(event.dataTransfer));
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <InputWrapper id={id} label={label} description={description} error={error} required={required} size="xs">
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDrop={onDrop}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
      >
        <input
          ref={input}
          id={id}
          type="file"
          className="visually-hidden"
          accept={accept}
          tabIndex={-1}
          onChange={(event) => {
            onGiven([...(event.currentTarget.files ?? [])]);
            // The same file can be chosen again after it was taken out.
            event.currentTarget.value = '';
          }}
        />
        {value ? (
          <Chosen file={value} onRemove={onRemove} />
        ) : (
          <>
            <Button
              variant="default"
              leftSection={<IconUpload size={16} aria-hidden />}
              onClick={() => input.current?.click()}
            >
              <Trans>Choose file</Trans>
            </Button>
            <span className={classes.hint}>
              <Trans>or drop or paste it here</Trans>
            </span>
          </>
        )}
      </div>
    </InputWrapper>
  );
}

function Chosen({ file, onRemove }: { file: Pick<File, 'name' | 'size'>; onRemove: () => void }) {
  const { t } = useLingui();
  return (
    <>
      <IconFile size={18} stroke={1.5} aria-hidden />
      <span className={classes.name}>{file.name}</span>
      <SizeText bytes={file.size} />
      <CloseButton size={24} aria-label={t`Remove ${file.name}`} onClick={onRemove} />
    </>
  );
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `2.4 MB`. */
function SizeText({ bytes }: { bytes: number }) {
  const locale = useFormatLocale();
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  });
  return <span className={classes.size}>{format.format(bytes / 1000 ** step)}</span>;
}
