import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconHome } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { OfficeId, TaskId } from '../../../shared/domain/ids.ts';
import { allocationIn } from '../../../shared/domain/portal/allocation.ts';
import { taskOfficeCandidates } from '../../../shared/domain/task/office-candidates.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { taskTypeName } from '../../words/task-words.ts';
import {
  DecisionDialog,
  draftKey,
  forecast,
  forecastDialog,
  OfficePicker,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeenItems,
  type DialogProps,
} from '../case/frame.ts';
import { LeavingNote } from './leaving-note.tsx';
import { TasksToAllocate } from './tasks-to-allocate.tsx';
import { allocatable } from './to-allocate.ts';
import { unlistedWords } from './unlisted-words.ts';

const choiceSchema = z.object({ office: z.string().nullable() });

/** Gives tasks to a partner's office: the recommended ones or all of them, the same order for everybody (seed, right 2). */
export function PartnerDialog({ about, onClose }: DialogProps<'assign-partner'>) {
  const view = useCaseView();
  const { standing } = view.open;
  const { t } = useLingui();
  const issue = useCaseIssue();
  const all = allocatable(view.open.content.case);
  const [ticked, setTicked] = useState<readonly TaskId[]>(about.tasks);
  const chosen = all.filter(({ id }) => ticked.includes(id));
  const draft = useDraft(draftKey(view.open, `assign-partner/${about.tasks[0] ?? ''}`), { office: null }, choiceSchema);
  const types = useTypes(chosen);
  const candidates = useOffices(chosen, types);
  const office = candidates.eligible.find((each) => each.office.id === draft.value.office)?.office ?? null;
  const command = commandFor(chosen, office?.id ?? '');
  const seen = useSeenItems(commandFor(all, ''));
  const blocked = chosen.map((task) => commandFor([task], office?.id ?? '')).find((each) => forecast(view, each));
  const names = chosen.map(({ type }) => taskTypeName(type, standing.settings));
  const name = office?.name;
  return (
    <DecisionDialog
      title={about.tasks.length === 1 ? <Trans>Assign {names[0]} to a partner</Trans> : <Trans>Assign partner</Trans>}
      primary={name ? <Trans>Assign to {name}</Trans> : <Trans>Assign partner</Trans>}
      seen={seen}
      refusal={office ? forecast(view, command) : forecastDialog(view, command)}
      {...(office && blocked ? { command: blocked } : {})}
      missing={chosen.length === 0 ? t`Tick at least one task.` : office ? null : t`Choose an office first.`}
      width={720}
      onDecide={() => issue(command, seen.revisions)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <TasksToAllocate
        tasks={all}
        ticked={ticked}
        office={office}
        onTick={(id) => setTicked(ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id])}
      />
      <LeavingNote tasks={chosen} to={office} />
      <OfficePicker
        candidates={candidates}
        chosen={draft.value.office}
        onChoose={(id) => draft.change({ office: id })}
        within={allocationIn(standing.settings).recommendedKilometres}
        figure={({ company }) =>
          company === standing.company && (
            <>
              <IconHome size={14} aria-hidden />
              <Trans>Your company</Trans>
            </>
          )
        }
        taskTypes={types}
        whyNot={(each) => unlistedWords(each, chosen, standing.settings)}
      />
      {chosen.length > 1 && (
        <div>
          <Plural
            value={chosen.length}
            one="# task goes to one office, or none does."
            other="All # tasks go to one office, or none does: only offices that offer all of them are listed."
          />
        </div>
      )}
    </DecisionDialog>
  );
}

/** Each type once; the same value until it is another choice. */
function useTypes(chosen: readonly Task[]): readonly string[] {
  const types = [...new Set(chosen.map(({ type }) => type))].join('\n');
  return useMemo(() => (types === '' ? [] : types.split('\n')), [types]);
}

/** An office that has all of them already is none to choose. */
function useOffices(chosen: readonly Task[], types: readonly string[]) {
  const { directory, content } = useCaseView().open;
  const { position } = content.case.site;
  const [first, ...others] = new Set(chosen.map(({ office }) => office));
  const had = others.length === 0 ? first : null;
  return useMemo(() => {
    const { eligible, excluded } = taskOfficeCandidates(directory, position, types);
    return { eligible: eligible.filter(({ office }) => office.id !== had), excluded };
  }, [directory, position, types, had]);
}

function commandFor(tasks: readonly Task[], office: OfficeId): CaseCommand {
  const ids = tasks.map(({ id }) => id);
  const [task] = ids;
  return task !== undefined && ids.length === 1
    ? { name: 'allocate-task', input: { task, office } }
    : { name: 'allocate-tasks', input: { tasks: ids, office } };
}
