import { Spotlight } from '@mantine/spotlight';
import { useLingui } from '@lingui/react/macro';
import { IconFolder, IconFolders, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseRow } from '../../../shared/domain/case/list-row.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { hasWords, searchText, type RowFacts } from '../../../shared/domain/case/list-filter.ts';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useRows } from '../../bindings/use-offline.ts';
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
  const portal = useInsurerFilter((filter) => filter.portal);
  const rows = useRows();
  const commands = useCommands().filter(({ label }) => matches(label, query));
  const cases = query.length < 2 ? [] : casesWith(rows, query, portal);
  if (commands.length + cases.length === 0) return <Spotlight.Empty>{t`Nothing is called that`}</Spotlight.Empty>;
  return (
    <>
      {cases.length > 0 && (
        <Spotlight.ActionsGroup label={t`Cases`} className={classes.group}>
          {cases.slice(0, most).map((facts) => (
            <FoundCase key={`${facts.row.portal}/${facts.row.id}`} facts={facts} />
          ))}
          {cases.length > most && <AllCases count={cases.length} query={query} />}
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

/** The list with the same words: exactly the cases that were counted. */
function AllCases({ count, query }: { count: number; query: string }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const shown = i18n.number(count);
  return (
    <Spotlight.Action
      label={t`Show all ${shown}`}
      leftSection={<IconFolders size={18} stroke={1.6} aria-hidden />}
      className={classes.action}
      onClick={() => void navigate({ to: '/cases', search: { text: query } })}
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

/** As the case list finds them, of the insurer that was chosen for every page. */
function casesWith(rows: readonly RowFacts[], query: string, portal: string | null): readonly RowFacts[] {
  const wanted = foldText(query);
  return rows.filter(({ row }) => (!portal || row.portal === portal) && hasWords(textOf(row), wanted));
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
