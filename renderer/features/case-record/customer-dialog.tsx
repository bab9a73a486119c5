import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { revisionOf } from '../../../shared/domain/who-changed.ts';
import {
  DecisionDialog,
  draftKey,
  forecast,
  RestoredNote,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
} from '../case/frame.ts';
import classes from './case-record.module.css';
import { customerDraftSchema, customerFault, customerOf, type CustomerFault } from './customer-draft.ts';

/** Corrects who the customer is and how they are reached. */
export function CustomerDialog({ onClose }: { onClose: () => void }) {
  const view = useCaseView();
  const { open } = view;
  const { t } = useLingui();
  const issue = useCaseIssue();
  const { customer } = open.content.case;
  const { name = '', phone = '', email = '' } = customer ?? {};
  const draft = useDraft(draftKey(open, 'correct-customer'), { name, phone, email }, customerDraftSchema);
  const input = customerOf(draft.value);
  const command: CaseCommand = { name: 'correct-customer', input };
  const seen = useSeen(revisionOf(open.content.case, command));
  const fault = customerFault(draft.value);
  const same = input.name === name && input.phone === phone && input.email === email;
  const faults: Readonly<Record<CustomerFault, string>> = {
    name: t`Enter the name.`,
    phone: t`A telephone number has up to 100 characters, in one line.`,
    email: t`Check the e-mail address.`,
  };
  const field = (part: CustomerFault) => ({
    value: draft.value[part],
    error: fault === part && draft.value[part] !== '' ? faults[part] : null,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      draft.change({ [part]: event.currentTarget.value }),
    onBlur: draft.keep,
  });
  return (
    <DecisionDialog
      title={<Trans>Correct the customer</Trans>}
      primary={<Trans>Save the correction</Trans>}
      seen={seen}
      command={command}
      refusal={forecast(view, command)}
      missing={fault ? faults[fault] : same ? t`Nothing is different yet.` : null}
      width={480}
      onDecide={() => issue(command, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <p>
        <Trans>
          Everybody who sees the customer in this case sees the correction, and how it was before. Nobody is told of it.
        </Trans>
      </p>
      <div className={classes.fields}>
        <TextInput label={t`Name`} required data-autofocus maxLength={200} {...field('name')} />
        <TextInput label={t`Phone`} type="tel" maxLength={100} {...field('phone')} />
        <TextInput label={t`E-mail`} type="email" maxLength={200} {...field('email')} />
      </div>
      <RestoredNote draft={draft} />
    </DecisionDialog>
  );
}
