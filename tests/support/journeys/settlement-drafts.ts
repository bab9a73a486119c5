import type { OpenCase } from '../../../renderer/offline/offline-desk.ts';
import { customerAnswers, settlementsOf } from '../../../shared/domain/settlement/settlement.ts';
import { entered, settling } from '../settlements.ts';
import type { AnyDraft } from './any-draft.ts';

/** Everything that could be tried to give work items to the customer, and to take them back. */
export function settlementDrafts({ content, key, standing }: OpenCase, text: string): readonly AnyDraft[] {
  const around = { portal: key.portal, subject: { kind: 'case', id: key.case } } as const;
  const { workItems = [] } = content.case;
  const ids = workItems.filter(({ allocation }) => allocation === 'partner').map(({ id }) => id);
  const hours = ids.map((item) => ({ item, hours: 15_000 }));
  const typed = entered({
    deductible: 1000,
    hours,
    ageDeductions: ids.slice(0, 1).map((item) => ({ item, percent: 2500 })),
  });
  return [
    ...[ids.slice(0, 1), ids.slice(0, 3), ids.slice(-1)]
      .filter(({ length }) => length > 0)
      .flatMap((some) =>
        (['cashOffer', 'customerOwnWork'] as const).map((kind): AnyDraft => {
          const { name, input } = settling(content.case, standing, kind, some, typed);
          return { ...around, name, input };
        }),
      ),
    ...settlementsOf(content.case).flatMap((settlement): readonly AnyDraft[] => {
      const { id, revision, adds, currency, items } = settlement;
      const of = { settlement: id, revision };
      return [
        { ...around, name: 'bind-settlement', input: { ...of, money: { amount: adds, currency } }, seen: revision },
        {
          ...around,
          name: 'return-items',
          input: { ...of, items: items.slice(0, 1).map(({ item }) => item), reason: text },
          seen: revision,
        },
        ...customerAnswers.map((answer): AnyDraft => {
          return { ...around, name: 'record-customer-answer', input: { ...of, answer, note: text }, seen: revision };
        }),
      ];
    }),
  ];
}
