import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Command } from '../../../shared/contract/commands.ts';
import type { CommandContext } from '../../bindings/use-command-context.ts';
import { useTryAnew } from '../../bindings/use-try-anew.ts';
import type { IssueAnswer, OutboxItem } from '../../offline/offline-desk.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { ItemList } from '../../ui/item-list.tsx';
import { TypedList } from '../../ui/typed-list.tsx';
import { commandWords } from '../../words/command-words.ts';
import { notIssuedWords } from '../../words/not-issued-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { itemLine } from '../../words/item-words.ts';
import { typedWords } from '../../words/typed-words.ts';
import { OutboxState } from './outbox-state.tsx';
import classes from './outbox.module.css';

interface OutboxEntryProps {
  readonly item: OutboxItem;
  readonly context: CommandContext;
  readonly onRetry: () => Promise<IssueAnswer>;
  readonly onDiscard: () => void;
}

/** One command: what it is, what was entered, where it stands, and what can be done with it. */
export function OutboxEntry({ item, context, onRetry, onDiscard }: OutboxEntryProps) {
  const { t } = useLingui();
  const { command, state } = item;
  const [retried, setRetried] = useState<IssueAnswer | null>(null);
  const held = state === 'blocked' || state === 'attention';
  const label = command ? commandWords(command.name).label : t`From another version of Partner Desk`;
  return (
    <li className={classes.entry} data-state={state}>
      <div className={classes.what}>
        <div className={classes.line}>
          <strong className={classes.label}>{label}</strong>
          <CaseLink item={item} context={context} />
          {command && (
            <span className={classes.dimmed}>
              <MomentText moment={command.at} />
            </span>
          )}
        </div>
        {command ? (
          <What item={item} command={command} context={context} />
        ) : (
          <pre className={classes.raw}>{JSON.stringify(item.raw, null, 2)}</pre>
        )}
        <Remark item={item} context={context} />
        {retried && !retried.ok && <NotRetried answer={retried} context={context} />}
      </div>
      <OutboxState item={item} />
      <div className={classes.buttons}>
        {held && command && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => void onRetry().then(setRetried)}
          >
            <Trans>Try again</Trans>
          </Button>
        )}
        {state !== 'carried-out' && !item.cancelling && (
          <Button variant="subtle" color="gray" onClick={onDiscard} aria-label={t`Discard: ${label}`}>
            <Trans>Discard…</Trans>
          </Button>
        )}
      </div>
    </li>
  );
}

/** What was entered; of what is made of items what each of them is, and what became of it. */
function What({ item, command, context }: WhatProps) {
  const standing = context.portal?.standing;
  const { tryAnew, objection } = useTryAnew(item.position, standing);
  if (item.items.length === 0) return <TypedList parts={typedWords(command, known(context))} />;
  const place = { ...known(context), subject: command.subject.id };
  const lines = item.items.map((each) => itemLine(each, standing, place));
  return <ItemList items={lines} onTryAnew={tryAnew} objection={objection} />;
}

interface WhatProps extends Pick<OutboxEntryProps, 'item' | 'context'> {
  readonly command: Command;
}

function CaseLink({ item: { caseNumber, command }, context: { row } }: Pick<OutboxEntryProps, 'item' | 'context'>) {
  if (!caseNumber) return null;
  if (!row || !command) return <span className={classes.dimmed}>{caseNumber}</span>;
  return (
    <Link to="/cases/$portal/$case" params={{ portal: row.portal, case: row.id }} className={classes.case}>
      {caseNumber}
    </Link>
  );
}

/** Why it stands where it stands, in plain words. */
function Remark({ item, context }: Pick<OutboxEntryProps, 'item' | 'context'>) {
  const { t } = useLingui();
  if (item.command === null) {
    return (
      <p className={classes.remark}>
        {t`This version cannot read it. It is kept as it is; you can export it, or discard it when it is not needed.`}
      </p>
    );
  }
  if (item.state === 'blocked') {
    return (
      <p
        className={classes.remark}
      >{t`It comes after something that was not carried out. Look at the case, then offer it again.`}</p>
    );
  }
  if (item.state === 'attention' && item.trouble) {
    return (
      <p className={classes.remark}>
        {item.trouble.tries > 0 && (
          <>
            <Plural value={item.trouble.tries} one="Tried once." other="Tried # times." />{' '}
          </>
        )}
        {item.trouble.detail}
      </p>
    );
  }
  if (item.forecast && context.portal) {
    const { sentence } = refusalWords(item.forecast, context.portal.standing);
    return <p className={classes.remark}>{t`The portal will probably refuse this: ${sentence}`}</p>;
  }
  return null;
}

/** Offered again and said no to on the spot: why, so that it can be discarded with open eyes. */
function NotRetried({ answer, context: { portal } }: { answer: NotKept; context: CommandContext }) {
  return (
    <p className={classes.remark} role="alert">
      {notIssuedWords(answer, portal?.standing)}
    </p>
  );
}

type NotKept = Extract<IssueAnswer, { ok: false }>;

function known({ portal, row }: CommandContext) {
  return { directory: portal?.directory, settings: portal?.standing.settings, row };
}
