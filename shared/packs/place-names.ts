import { z } from 'zod';
import pack from './place-names.json' with { type: 'json' };

const packSchema = z.object({ meta: z.object({ source: z.string() }), cities: z.string(), counties: z.string() });
const { cities, counties } = packSchema.parse(pack);

/** The cities of the second level of mainland China by their full names (石家庄市), without those of the first level. */
export const cityNames: readonly string[] = cities.split(' ');

/** The districts and counties of mainland China by their full names of three characters or more (西湖区). */
export const countyNames: readonly string[] = counties.split(' ');
