import { Modal } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useDialogs } from './dialogs.ts';
import classes from './key-sheet.module.css';

/** Every shortcut there is. */
export function KeySheet() {
  const { t } = useLingui();
  const { open, close } = useDialogs();
  const groups = [
    {
      name: t`Everywhere`,
      keys: [
        ['Mod+K', t`Search or command`],
        ['G+D', t`Dashboard`],
        ['G+C', t`Cases`],
        ['Alt+←', t`Back`],
        ['Alt+→', t`Forward`],
        ['Mod+B', t`Fold or unfold the navigation`],
        ['?', t`This sheet`],
        ['Esc', t`Close what is on top`],
      ],
    },
    {
      name: t`In the case list`,
      keys: [
        ['/', t`Filter`],
        ['Mod+F', t`Filter, while typing too`],
        ['↑+↓', t`Another case`],
        ['Home+End', t`First and last case`],
        ['Enter', t`Open the case`],
        ['Space', t`Peek into the case`],
        ['X', t`Select the case, or let it go`],
        ['Shift+X', t`Select all cases up to this one`],
        ['Mod+A', t`Select all cases of the list`],
        ['U', t`Assign a user to the selected cases`],
      ],
    },
    {
      name: t`In a case`,
      keys: [
        ['J', t`Next case of the list`],
        ['K', t`Previous case of the list`],
        ['Alt+PageDown', t`Next case, while typing too`],
        ['Alt+PageUp', t`Previous case, while typing too`],
      ],
    },
    { name: t`In a form`, keys: [['Mod+Enter', t`Do what the main button says`]] },
  ] as const;
  return (
    <Modal
      opened={open === 'keys'}
      onClose={close}
      title={t`Keyboard shortcuts`}
      size={520}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {groups.map(({ name, keys }) => (
        <section key={name} className={classes.group}>
          <h3 className={classes.heading}>{name}</h3>
          <dl className={classes.keys}>
            {keys.map(([combination, words]) => (
              <div key={combination} className={classes.key}>
                <dt>{words}</dt>
                <dd>
                  <KeyHint keys={combination} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className={classes.foot}>{t`Shortcuts of single keys can be turned off in the settings.`}</p>
    </Modal>
  );
}
