import { Button, Radio, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import type { ServerChoice } from '../../../shared/contract/desk-api.ts';
import { demoAddress, ownAddress } from '../../../shared/contract/desk-places.ts';
import { useDesk } from '../../bindings/contexts.ts';
import classes from './connection.module.css';
import { ServerAnswer } from './server-answer.tsx';
import { useServerCheck } from './use-server-check.ts';

type Kind = 'remote' | typeof ownAddress | typeof demoAddress;

interface ServerFormProps {
  readonly choice: ServerChoice;
  /** Whoever has just said that it is to be one elsewhere. */
  readonly remote?: boolean;
  readonly onChosen: (choice: ServerChoice) => void;
}

/** Which portal server: one of the two inside the app, or an address that is checked before it is kept. */
export function ServerForm({ choice, remote = false, onChosen }: ServerFormProps) {
  const desk = useDesk();
  const { t } = useLingui();
  const check = useServerCheck();
  const current = kindOf(choice.address);
  const [kind, setKind] = useState<Kind>(remote ? 'remote' : current);
  const [typed, setTyped] = useState(current === 'remote' ? choice.address : '');
  const address = kind === 'remote' ? typed : kind;
  const keep = async () => {
    // Nobody answers there before it is set up, which is what comes next.
    if (kind === ownAddress) return onChosen(await desk.server.choose(kind));
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
          setKind(kindOf(value));
        }}
      >
        <div className={classes.choices}>
          <Radio
            value="remote"
            label={t`At a portal server`}
            description={t`Your insurer, the operator or your company gave you its address.`}
          />
          <Radio
            value={ownAddress}
            label={t`Set up on this computer`}
            description={t`Inside Partner Desk, with a portal of your own: for one office, or a trial with your people.`}
          />
          <Radio
            value={demoAddress}
            label={t`The demo on this computer`}
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
        {kind !== ownAddress && (
          <Button variant="default" loading={check.busy} onClick={() => void check.run(address)}>
            <Trans>Check</Trans>
          </Button>
        )}
        <Button type="submit" disabled={check.busy}>
          <Trans>Use this server</Trans>
        </Button>
      </div>
    </form>
  );
}

function kindOf(address: string): Kind {
  return address === demoAddress || address === ownAddress ? address : 'remote';
}
