// 行业领域: which matters a bureau or an office oversees where a pack lets a role read those of its sector (CR
// 二-6 会同五部门). The pack says that there are sectors; which topics and industries make one is
// known in the jurisdiction alone, so the profile says it.
import { z } from 'zod';

const code = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/);

/**
 * A sector: its topics and industries, and whose it is – a role's, a unit's, or of the people of that role in
 * that unit.
 */
export const sectorSchema = z
  .strictObject({
    role: code.optional(),
    unit: code.optional(),
    topics: z.array(code).min(1).optional(),
    industries: z.array(code).min(1).optional(),
  })
  .refine(({ role, unit }) => role !== undefined || unit !== undefined, { error: 'sector-of-nobody' })
  .refine(({ topics, industries }) => topics !== undefined || industries !== undefined, {
    error: 'sector-of-nothing',
  });

/** A sector 行业领域 with whose it is. */
export type Sector = z.infer<typeof sectorSchema>;

/** The sectors of somebody: a row holds for him when all it names of him is so. */
export function sectorsOf(
  sectors: readonly Sector[] | undefined,
  { role, unit }: { readonly role: string; readonly unit: string },
): readonly Sector[] {
  return (sectors ?? []).filter(
    (one) => (one.role ?? role) === role && (one.unit === undefined || one.unit === unit),
  );
}
