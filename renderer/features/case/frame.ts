/*
 * What a family uses of the frame; the rest of this folder is the frame's own.
 */
export { ActionButton } from './action-button.tsx';
export { AmountField } from './amount-field.tsx';
export { AnswerAlert } from './answer-alert.tsx';
export { useCaseView, type CaseView } from './case-view.ts';
export { DecisionDialog } from './dialogs/decision-dialog.tsx';
export { draftKey } from './dialogs/draft-key.ts';
export { ReasonDialog } from './dialogs/reason-dialog.tsx';
export { RestoredNote } from './dialogs/restored-note.tsx';
export type { CaseDialog, DialogProps, Family, NextStep, Refused, TaskAction } from './family.ts';
export { DocumentPreview } from './files/document-preview.tsx';
export { OneFileField } from './files/one-file-field.tsx';
export { useAddDocuments } from './files/use-add-documents.ts';
export { useDocumentBytes } from './files/use-document-bytes.ts';
export { useKeptDocuments } from './files/use-kept-documents.ts';
export { forecast, forecastDialog } from './forecast.ts';
export { LogLines } from './log-lines.tsx';
export { LetterActions } from './letter-actions.tsx';
export { LimitMeter } from './limit-meter.tsx';
export { nextSteps } from './next/next-steps.ts';
export { stepsOfTasks } from './next/steps-of-tasks.ts';
export { Help } from './help.tsx';
export { OfficePicker } from './offices/office-picker.tsx';
export { moneyLock, noRole, ownTask, partLock, readRefusal } from './read-lock.ts';
export { SampledNote } from './sampled-note.tsx';
export { TargetBadge } from './target-badge.tsx';
export { ActionsOfTask } from './actions-of-task.tsx';
export { useCaseIssue } from './use-case-issue.ts';
export { useDraft, type Draft } from './use-draft.ts';
export { bothSeen, useSeen, useSeenItems, type Seen } from './use-seen.ts';
export { unconfirmed, waitingFor } from './waiting.ts';
export { WhyNot } from './why-not.tsx';
