import { z } from 'zod';
import { ROLES } from '../../../kernel/identity/index.ts';

/** A path of this node. */
export const resource = z
  .string()
  .trim()
  .max(500)
  .regex(/^\/[^\s/?#][^\s?#]*[^\s/?#]$/)
  .optional();
export const role = z.enum(ROLES);
