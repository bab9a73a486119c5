import type { SetUp } from '../../shared/contract/set-up.ts';

/** A portal server of one's own, as the wizard asks for it. */
export function aSetUp(): SetUp {
  return {
    operator: { company: 'Own IT', name: 'Olle Operator', email: 'olle@x.example', password: 'a rainy day in May' },
    portal: {
      insurer: 'Nordisk Försäkring',
      currency: 'SEK',
      timeZone: 'Europe/Stockholm',
      taskTypes: ['inspection', 'drying'],
      defaultLimit: 2_500_000,
    },
    senior: { name: 'Sara Lund', email: 'sara@nordic.example' },
    partners: [
      {
        name: 'Kuivaus Oy',
        street: 'Kauppakatu 3',
        postalCode: '70100',
        city: 'Kuopio',
        people: [
          { name: 'Aino Laine', email: 'aino@kuivaus.example', level: 3, marked: true },
          { name: 'Pekka Virta', email: 'pekka@kuivaus.example', level: 1, marked: false },
        ],
      },
    ],
  };
}
