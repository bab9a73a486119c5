import { columnMappingSchema } from './column-mapping.ts';

/** The ready mapping for OpenFEMA's "FIMA NFIP Redacted Claims". Dates of construction lie before 1970 at times. */
export const nfipColumns = columnMappingSchema.parse({
  name: 'FIMA NFIP Redacted Claims',
  currency: 'USD',
  country: 'US',
  notReported: ['NA', 'Currently Unavailable'],
  columns: {
    claimNumber: 'id',
    lossDate: 'dateOfLoss',
    cause: 'causeOfDamage',
    postalCode: 'reportedZipCode',
    city: 'nfipCommunityName',
    region: 'state',
    latitude: 'latitude',
    longitude: 'longitude',
    insuredSum: 'totalBuildingInsuranceCoverage',
    buildingDamage: 'buildingDamageAmount',
    contentsDamage: 'contentsDamageAmount',
  },
  causes: {
    codes: {
      '0': 'Other flooding',
      '1': 'Tidal or coastal overflow',
      '2': 'Stream or river overflow',
      '3': 'Alluvial fan overflow',
      '4': 'Accumulation of rain or snowmelt',
      '7': 'Erosion',
    },
    above: { from: 8, word: 'Other causes' },
  },
  cityStyle: 'community',
  description: [
    { column: 'floodEvent', text: '{}.' },
    { column: 'waterDepth', text: 'Water {} inches deep.', as: 'number', unless: '0' },
    {
      column: 'occupancyType',
      text: '{}.',
      words: {
        codes: {
          '1': 'Single family home',
          '2': 'Building of two to four units',
          '3': 'Building of more than four units',
          '4': 'Non-residential building',
        },
        above: { from: 5, word: 'Building' },
      },
    },
    { column: 'numberOfFloorsInTheInsuredBuilding', text: 'Floors: {}.', as: 'number' },
    { column: 'originalConstructionDate', text: 'Built {}.', as: 'year' },
  ],
});

/** The mappings that need not be sent: named instead. */
export const readyMappings = { nfip: nfipColumns } as const;
