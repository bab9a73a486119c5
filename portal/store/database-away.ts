/** The database cannot be reached, went away meanwhile or did not answer in time; whether a commit arrived is not known. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}
