// Finding an appeal by what the enterprise or the source holds in its hands (IN-7). A number that does not
// exist and a query code that is wrong are answered alike and after the same work.
import type { Appeal, TakenAppeal } from '../domain/appeal';
import { isAppealNumber } from '../domain/appeal-number';
import { readSource } from '../domain/submission';
import type { IntakePorts } from './ports';
import { queryCodeOf } from './submit-appeal';

/** An appeal by its number, for whoever knows the query code. */
export async function findByNumber(
  { number, queryCode }: { readonly number: string; readonly queryCode: string },
  ports: IntakePorts,
): Promise<{ appealId: string; status: string; submittedAt: number } | undefined> {
  const sought = number.trim().toUpperCase();
  const found = isAppealNumber(sought) ? await ports.appeals.byNumber(sought) : undefined;
  const taken = found && isTaken(found.appeal) ? found.appeal : undefined;
  const right = taken ? queryCodeOf(taken.core.words) : '';
  const same = ports.codes.same(queryCode.trim().toUpperCase(), right);
  if (!same || right === '' || !taken || !found) return undefined;
  return { appealId: found.id, status: taken.status, submittedAt: taken.core.submittedAt };
}

/** A push that is held, or was rejected, is no appeal yet. */
function isTaken(appeal: Appeal): appeal is Exclude<TakenAppeal, { status: 'held' | 'rejected' }> {
  return !['none', 'held', 'rejected'].includes(appeal.status);
}

/** An appeal by the number its source gave it. */
export async function findBySource(
  { channel, sourceNumber }: { readonly channel: string; readonly sourceNumber: string },
  ports: IntakePorts,
): Promise<{ appealId: string; number: string } | undefined> {
  const source = readSource({ channel, sourceNumber });
  const found =
    source && (await ports.appeals.get(ports.codes.appealId(source.channel, source.sourceNumber)));
  if (!found || !isTaken(found.appeal)) return undefined;
  return { appealId: found.id, number: found.appeal.core.number };
}
