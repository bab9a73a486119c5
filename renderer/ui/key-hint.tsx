import classes from './key-hint.module.css';

const mac = /mac/i.test(navigator.platform);

/** Keys as they are labelled on this machine: `<KeyHint keys="Mod+K" />` is Ctrl K, or ⌘K on a Mac. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={classes.key}>
          {label(key)}
        </kbd>
      ))}
    </span>
  );
}

function label(key: string): string {
  if (key === 'Mod') return mac ? '⌘' : 'Ctrl';
  return key === 'Alt' && mac ? '⌥' : key;
}
