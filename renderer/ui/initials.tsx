import classes from './initials.module.css';

/** First letters of a name on a disc; a decoration, the name stands beside it. */
export function Initials({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <span
      className={classes.disc}
      style={{ width: size, height: size }}
      // Drawn by the style sheet: text here would belong to the name of the button around it.
      data-initials={initialsOf(name)}
      aria-hidden
    />
  );
}

export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase();
}
