/** What a window is filled with before its page has painted: `--desk-frame` of renderer/ui/tokens.css, which a test compares. */
export const frameColours = { light: '#f5f7f9', dark: '#0f1418' } as const;
