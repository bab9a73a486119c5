import { Spotlight } from '@mantine/spotlight';
import { useLingui } from '@lingui/react/macro';
import { IconFolder, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseRow } from '../../../shared/domain/case/list-row.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { hasWords, searchText, type RowFacts } from '../../../shared/domain/case/list-filter.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import classes from './palette.module.css';
import { useCommands, type DeskCommand } from './use-commands.ts';

const most = 8;

/** Search and commands in one field: cases by any of their words, pages, lists and acts by name. */
export function Palette() {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      // Opened by our own keys, so that the same keys never toggle it twice.
      shortcut={null}
      attributes={{ content: { 'aria-label': t`Search or command` } }}
      scrollable
      maxHeight={440}
      radius="md"
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
    >
      <Spotlight.Search
        placeholder={t`Case number, place, claim, or a command`}
        aria-label={t`Search or command`}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {/* At once, never deferred: Spotlight selects the first of what stands there when the query changes. */}
        <Found query={query.trim()} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Found({ query }: { query: string }) {
  const { t } = useLingui();
  const rows = useOffline((state) => state.rows);
  const commands = useCommands().filter(({ label }) => matches(label, query));
  const cases = query.length < 2 ? [] : firstCases(rows, query);
  if (commands.length + cases.length === 0) return <Spotlight.Empty>{t`Nothing is called that`}</Spotlight.Empty>;
  return (
    <>
      {cases.length > 0 && (
        <Spotlight.ActionsGroup label={t`Cases`} className={classes.group}>
          {cases.map((facts) => (
            <FoundCase key={`${facts.row.portal}/${facts.row.id}`} facts={facts} />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {commands.length > 0 && (
        <Spotlight.ActionsGroup label={t`Go to and do`} className={classes.group}>
          {commands.map((command) => (
            <FoundCommand key={command.id} command={command} />
          ))}
        </Spotlight.ActionsGroup>
      )}
    </>
  );
}

function FoundCase({ facts: { row, standing } }: { facts: RowFacts }) {
  const navigate = useNavigate();
  return (
    <Spotlight.Action
      label={row.number}
      description={[[row.street, row.city].filter(Boolean).join(', '), row.claimNumber, standing.portalName].join(
        ' · ',
      )}
      leftSection={<IconFolder size={18} stroke={1.6} aria-hidden />}
      className={classes.action}
      onClick={() => void navigate({ to: '/cases/$portal/$case', params: { portal: row.portal, case: row.id } })}
    />
  );
}

function FoundCommand({ command: { label, icon: Sign, keys, run } }: { command: DeskCommand }) {
  return (
    <Spotlight.Action
      label={label}
      leftSection={<Sign size={18} stroke={1.6} aria-hidden />}
      rightSection={keys && <KeyHint keys={keys.replaceAll(' ', '+')} />}
      className={classes.action}
      onClick={run}
    />
  );
}

function firstCases(rows: readonly RowFacts[], query: string): readonly RowFacts[] {
  const found: RowFacts[] = [];
  const wanted = foldText(query);
  for (const facts of rows) {
    if (hasWords(textOf(facts.row), wanted)) found.push(facts);
    if (found.length === most) break;
  }
  return found;
}

// Typing asks for every row's words at each letter.
const texts = new WeakMap<CaseRow, string>();

function textOf(row: CaseRow): string {
  const text = texts.get(row) ?? searchText(row);
  texts.set(row, text);
  return text;
}

function matches(label: string, query: string): boolean {
  return hasWords(foldText(label), query);
}
