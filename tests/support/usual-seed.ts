import fc from 'fast-check';

/**
 * Properties try the same examples in each run, so that what fails was changed by the change; PARTNER_DESK_SEEDS has
 * them try others, PARTNER_DESK_SEED exactly the ones that were printed.
 */
const usual = 20261123;
const seed = process.env['PARTNER_DESK_SEED'] ?? (process.env['PARTNER_DESK_SEEDS'] === undefined ? usual : undefined);
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
