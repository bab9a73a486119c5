/** How far a long piece of work has come; told now and then. */
export type Progress = (at: { readonly done: number; readonly total: number }) => void;
