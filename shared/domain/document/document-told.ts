/** The lines that what happens to documents leaves in the log. */
export const documentLines = ['document-added'] as const;
