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
      '7': 'Erosion, building demolished',
      '8': 'Erosion, building removed',
      '9': 'Earth movement, landslide, subsidence or sinkhole',
      A: 'Closed basin lake',
      B: 'Expedited claim without inspection of the site',
      C: 'Expedited claim, site inspected afterwards',
      D: 'Expedited claim, adjusted remotely',
    },
    above: { from: 10, word: 'Other causes' },
    notReported: 'Not reported',
  },
  cityStyle: 'community',
  description: [
    { column: 'floodEvent', text: '{}.' },
    { column: 'waterDepth', text: 'Water {} inches deep.', as: 'number', unless: '0', from: 0 },
    {
      column: 'occupancyType',
      text: '{}.',
      words: {
        codes: {
          '1': 'Single family home',
          '2': 'Building of two to four units',
          '3': 'Building of more than four units',
          '4': 'Non-residential building',
          '6': 'Business building',
          '11': 'Single family home',
          '12': 'Building of two to four units',
          '13': 'Building of more than four units',
          '14': 'Mobile home',
          '15': 'Building of a condominium association',
          '16': 'Residential unit in a building of several',
          '17': 'Non-residential mobile home',
          '18': 'Non-residential building',
          '19': 'Non-residential unit in a building of several',
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
