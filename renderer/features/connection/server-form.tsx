import { Button, Radio, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import type { ServerChoice } from '../../../shared/contract/desk-api.ts';
import { useDesk } from '../../bindings/contexts.ts';
import classes from './connection.module.css';
import { ServerAnswer } from './server-answer.tsx';
import { useServerCheck } from './use-server-check.ts';

const embedded = 'embedded';

interface ServerFormProps {
  readonly choice: ServerChoice;
  readonly onChosen: (choice: ServerChoice) => void;
}

/** Which portal server: the one inside the app, or an address that is checked before it is kept. */
export function ServerForm({ choice, onChosen }: ServerFormProps) {
  const desk = useDesk();
  const { t } = useLingui();
  const check = useServerCheck();
  const [kind, setKind] = useState<'embedded' | 'remote'>(choice.address === embedded ? 'embedded' : 'remote');
  const [typed, setTyped] = useState(choice.address === embedded ? '' : choice.address);
  const address = kind === 'embedded' ? embedded : typed;
  const keep = async () => {
    const answer = await check.run(address);
    if (answer?.ok) onChosen(await desk.server.choose(answer.address));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void keep();
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <Radio.Group
        label={t`Where do you work?`}
        value={kind}
        onChange={(value) => {
          check.clear();
          setKind(value === embedded ? 'embedded' : 'remote');
        }}
      >
        <div className={classes.choices}>
          <Radio
            value="remote"
            label={t`At a portal server`}
            description={t`Your insurer, the operator or your company gave you its address.`}
          />
          <Radio
            value="embedded"
            label={t`On this computer`}
            description={t`Inside Partner Desk, with demo portals: for looking around and trying things out.`}
          />
        </div>
      </Radio.Group>
      {kind === 'remote' && (
        <TextInput
          label={t`Address`}
          placeholder="portal.example.com"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="url"
          required
          withAsterisk={false}
          value={typed}
          onChange={(event) => {
            check.clear();
            setTyped(event.currentTarget.value);
          }}
        />
      )}
      <ServerAnswer check={check} address={address} onAccepted={() => void keep()} />
      <div className={classes.buttons}>
        <Button variant="default" loading={check.busy} onClick={() => void check.run(address)}>
          <Trans>Check</Trans>
        </Button>
        <Button type="submit" disabled={check.busy}>
          <Trans>Use this server</Trans>
        </Button>
      </div>
    </form>
  );
}
