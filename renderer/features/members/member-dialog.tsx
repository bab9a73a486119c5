import { Button, Group, Modal } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PortalState } from '../../offline/offline-desk.ts';
import foot from '../../ui/dialog-foot.module.css';
import { KeyHint } from '../../ui/key-hint.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { EffectNote } from './effect-note.tsx';
import { MarkFields } from './mark-fields.tsx';
import classes from './member-dialog.module.css';
import type { MemberLine } from './member-lines.ts';
import { MemberLog } from './member-log.tsx';
import { TermsFields } from './terms-fields.tsx';
import { useMemberForm, type MemberForm } from './use-member-form.ts';

interface MemberDialogProps {
  readonly state: PortalState;
  readonly line: MemberLine;
  readonly onClose: () => void;
}

/** Everything that is kept of a member, each part changed by who may; what a change does is said before it is saved. */
export function MemberDialog({ state, line, onClose }: MemberDialogProps) {
  const { t } = useLingui();
  const form = useMemberForm(state, line, onClose);
  const onKeyDown = useDecidingKeys();
  useFocusBack();
  const { name, email } = line.member;
  const { portalName } = state.standing;
  return (
    <Modal
      opened
      // One layer at a time: what is asked is taken back first.
      onClose={form.confirming ? form.notYet : onClose}
      title={<Trans>Edit {name}</Trans>}
      size={900}
      centered
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form saves */}
      <form onSubmit={(event) => void form.save(event)} onKeyDown={onKeyDown} noValidate className={classes.form}>
        <p className={classes.lead}>
          {[...new Set([email, line.company, line.office ?? line.company, portalName])].join(' · ')}
        </p>
        {form.waiting && <WaitingMark since={form.waiting} />}
        <div className={classes.parts}>
          <div className={classes.fields}>
            <MarkFields form={form} standing={state.standing} />
            <TermsFields form={form} state={state} side={line.side} />
          </div>
          <section className={classes.log} aria-label={t`What was set when`}>
            <h3>
              <Trans>What was set when</Trans>
            </h3>
            <MemberLog state={state} line={line} />
          </section>
        </div>
        <div className={foot.foot}>
          <EffectNote form={form} state={state} line={line} />
          <Objections form={form} />
          <Deeds form={form} onClose={onClose} />
        </div>
      </form>
    </Modal>
  );
}

function Objections({ form }: { readonly form: MemberForm }) {
  if (form.changedMeanwhile)
    return (
      <div className={classes.objection} role="alert">
        <Trans>This member was changed meanwhile, and nothing you entered is saved yet.</Trans>{' '}
        <Button variant="default" size="compact-xs" onClick={form.lookAgain}>
          <Trans>Begin again with what is there now</Trans>
        </Button>
      </div>
    );
  return form.objection ? (
    <p className={classes.objection} role="alert">
      {form.objection}
    </p>
  ) : null;
}

function Deeds({ form, onClose }: { readonly form: MemberForm; readonly onClose: () => void }) {
  const { confirming, effect } = form;
  return (
    <div className={foot.deeds}>
      <span className={foot.keys}>
        <KeyHint keys="Mod+Enter" /> <Trans>confirms</Trans>
      </span>
      <Group gap={8}>
        <Button variant="default" onClick={confirming ? form.notYet : onClose}>
          {confirming ? <Trans>Back</Trans> : <Trans>Cancel</Trans>}
        </Button>
        <ReasonButton
          type="submit"
          reason={form.held}
          color={confirming ? 'red.8' : undefined}
          loading={form.busy}
          onClick={() => undefined}
        >
          {confirming ? (
            <Plural value={effect.roles} one="End the role in # case" other="End the role in # cases" />
          ) : (
            <Trans>Save changes</Trans>
          )}
        </ReasonButton>
      </Group>
    </div>
  );
}
