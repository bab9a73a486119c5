import classes from './typed-list.module.css';

/** What was entered: label and value, several lines kept. */
export function TypedList({ parts }: { parts: readonly { readonly label: string; readonly value: string }[] }) {
  if (parts.length === 0) return null;
  return (
    <dl className={classes.list}>
      {parts.map(({ label, value }) => (
        <div key={label} className={classes.part}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
