/** Whose rights in which case, as it stands in the address; what is left out is the reader's own, or still to be chosen. */
export interface RightsSearch {
  readonly portal?: string;
  readonly member?: string;
  readonly case?: string;
}

/** Reads an address that anybody may have typed. */
export function parseRightsSearch(search: Readonly<Record<string, unknown>>): RightsSearch {
  const text = (key: keyof RightsSearch) => {
    const value = search[key];
    return typeof value === 'string' && value !== '' ? { [key]: value.slice(0, 200) } : {};
  };
  return { ...text('portal'), ...text('member'), ...text('case') };
}
