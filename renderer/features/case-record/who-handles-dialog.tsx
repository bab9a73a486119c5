import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { handlerExclusion } from '../../../shared/domain/case/change-who-handles.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { revisionOf } from '../../../shared/domain/who-changed.ts';
import { OptionList } from '../../ui/option-list.tsx';
import { DecisionDialog, forecast, forecastDialog, useCaseIssue, useCaseView, useSeen } from '../case/frame.ts';

/** So many people are looked through without a field to find them in. */
const fewPeople = 8;

/** Names another internal case handler, of the insurer's people. */
export function HandlerDialog({ onClose }: { onClose: () => void }) {
  const view = useCaseView();
  const { open } = view;
  const { t } = useLingui();
  const issue = useCaseIssue();
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const { handler } = open.content.case;
  const people = usePeople();
  const listed = people.filter(({ name, email }) => foldText(`${name} ${email}`).includes(foldText(text.trim())));
  const member = people.find(({ id }) => id === chosen) ?? null;
  const command: CaseCommand = { name: 'change-handler', input: { member: member?.id ?? '' } };
  const seen = useSeen(revisionOf(open.content.case, command));
  const name = member?.name;
  const before = handler?.name;
  return (
    <DecisionDialog
      title={<Trans>Change the case handler</Trans>}
      primary={name ? <Trans>Make {name} the case handler</Trans> : <Trans>Change case handler</Trans>}
      seen={seen}
      command={command}
      refusal={member ? forecast(view, command) : forecastDialog(view, command)}
      missing={member ? null : t`Choose somebody first.`}
      onDecide={() => issue(command, seen.revision)}
      onDone={onClose}
      onClose={onClose}
    >
      <p>
        {before ? (
          <Trans>{before} is the internal case handler now. Both are told.</Trans>
        ) : (
          <Trans>Nobody is the internal case handler now. Whoever is chosen is told.</Trans>
        )}
      </p>
      {people.length > fewPeople && (
        <TextInput
          label={t`Find somebody`}
          placeholder={t`Name or e-mail`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <OptionList
        label={t`People of the insurer`}
        chosen={member?.id ?? null}
        onChoose={setChosen}
        empty={people.length > 0 ? t`Nobody is called that.` : t`Nobody else of the insurer is active.`}
        options={listed.map((each) => ({ id: each.id, title: each.name, detail: each.email }))}
      />
    </DecisionDialog>
  );
}

/** Everybody who can be it and is not. */
function usePeople() {
  const { open } = useCaseView();
  const { directory, content } = open;
  const handler = content.case.handler?.member;
  return useMemo(
    () =>
      directory.members
        .filter((member) => member.id !== handler && handlerExclusion(directory, member) === null)
        .toSorted((one, other) => one.name.localeCompare(other.name)),
    [directory, handler],
  );
}
