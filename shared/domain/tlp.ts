import { z } from 'zod';

/** The labels of the Traffic Light Protocol 2.0 (FIRST, August 2022), from the narrowest audience to the widest. */
export const tlpLabels = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const;

export const tlpSchema = z.enum(tlpLabels);
