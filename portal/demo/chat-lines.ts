/** What people say in the demo's chats. */
export const chatLines = {
  insurer: [
    'Please keep the customer informed about when you come.',
    'The customer asks whether the kitchen can be used meanwhile.',
    'Thank you, that is what I needed.',
    'Could you add the moisture readings before you start?',
    'The cover for contents is settled, please go on with the building.',
  ],
  handler: [
    'I was on site this morning: the rear wall is worse than the photos show.',
    'I will look at the budget today.',
    'Please coordinate the start with the drying team.',
    'The floor has to come up in the hall as well.',
    'Access is through the side gate, the code is with the customer.',
  ],
  office: [
    'We can start on Monday.',
    'Dehumidifiers are running, next measurement in three days.',
    'The material is delayed by two days.',
    'We need a decision on the skirting before we close the wall.',
    'Done with the ground floor, the report follows.',
  ],
} as const;
