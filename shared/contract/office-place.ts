import { z } from 'zod';
import { textSchema } from './parts.ts';

/** A place on the globe that there is. */
const positionSchema = z
  .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
  .meta({ description: 'In degrees, WGS 84.', example: { latitude: 62.89, longitude: 27.68 } });

/** A postal code as it is written; where it is not known it is left empty. */
export const postalCodeSchema = textSchema.trim().max(20);

/** Where an office is, as one portal keeps it. */
export const officePlaceSchema = z.strictObject({ postalCode: postalCodeSchema, position: positionSchema });

/** `GET /places/{portal}?postalCode=`: where a postal code lies, as far as the sites tell that the reader sees. */
export const proposedPlaceSchema = z.strictObject({
  proposed: z
    .strictObject({
      position: positionSchema,
      /** How many sites it is the middle of, and how far the furthest of them is. */
      sites: z.int().min(1),
      kilometres: z.number().min(0),
      /** What their postal codes begin with: the whole code, or the longest part of it that any site has. */
      beginning: z.string(),
      country: z.string(),
    })
    .nullable(),
});

/** A place that is proposed for a postal code. */
export type ProposedPlace = NonNullable<z.infer<typeof proposedPlaceSchema>['proposed']>;
