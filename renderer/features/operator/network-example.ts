/** A small network to begin with: one insurer's portal, one partner with an office, and two people. */
export const networkExample = {
  companies: [
    { id: 'example-insurance', name: 'Example Insurance', side: 'insurer' },
    { id: 'example-drying', name: 'Example Drying', side: 'partner' },
  ],
  offices: [
    {
      id: 'example-drying-helsinki',
      company: 'example-drying',
      name: 'Example Drying, Helsinki',
      street: 'Harbour Street 1',
      postalCode: '00100',
      city: 'Helsinki',
      position: { latitude: 60.17, longitude: 24.94 },
    },
  ],
  members: [
    {
      id: 'ines-insurer',
      name: 'Ines Insurer',
      email: 'ines@insurance.example.com',
      company: 'example-insurance',
      office: null,
    },
    {
      id: 'petra-partner',
      name: 'Petra Partner',
      email: 'petra@drying.example.com',
      company: 'example-drying',
      office: 'example-drying-helsinki',
    },
  ],
  portals: [
    {
      id: 'example-portal',
      name: 'Example Insurance',
      settings: {
        currency: 'EUR',
        timeZone: 'Europe/Helsinki',
        externalCaseHandler: {
          enabled: true,
          rights: ['tasks.allocate', 'budget.approve'],
          defaultLimit: 500_000,
          limitBasis: 'cumulative',
          ownCompany: false,
        },
        projectManagerRights: [],
        inspectorRights: [],
        workPlans: false,
        decisionGate: 'none',
        taskTypes: [
          { code: 'inspection', name: 'Inspection', kind: 'inspection', responsibles: 'one', budget: 'none' },
          { code: 'drying', name: 'Drying', kind: 'repair', responsibles: 'several', budget: 'required' },
        ],
        targetHours: { role: 8 },
      },
      companies: ['example-insurance', 'example-drying'],
      offices: [
        { office: 'example-drying-helsinki', available: true, inNetwork: true, services: ['inspection', 'drying'] },
      ],
      members: [
        { member: 'ines-insurer', level: 5 },
        {
          member: 'petra-partner',
          level: 4,
          marked: true,
          limit: { kind: 'default' },
          certified: ['inspection', 'drying'],
          budgetPermission: true,
        },
      ],
    },
  ],
};
