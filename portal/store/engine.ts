/** The two SQL engines (design.md §4). */
export type Engine = 'sqlite' | 'postgres';
