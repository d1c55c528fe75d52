// Somebody of a unit leaves: everything his unit works on that is in his hand goes to another, case by case,
// and each says what became of it (HD-9). What was never his is left out of the answer; so is what the unit
// may not act on now – objected to, or with its answer handed in – and what comes back of that is his still.
import { z } from 'zod';
import { successionIn } from '#policy/succession';
import { ANY_CASE } from '../case-rights';
import type { Edge } from '../edge';
import { type Asking, type Route, answered, route } from '../route';
import { WORKING } from '../../../../app/possible-acts';
import { giving } from '../../../../app/roles';

const PAGE = 200;
const NOT_HIS = 'NOT_IN_HAND_OF';

/** The row. */
export function handOverRoute(edge: Edge): Route {
  const text = z.string();
  return route({
    id: 'handOverUnit',
    method: 'POST',
    path: '/api/v1/units/own/hand-over',
    enter: giving('AssignInside'),
    tag: 'case',
    summary: { zh: '人员变动时批量移交', en: 'Hand everything of one person over to another' },
    body: z.strictObject({ fromHandler: text.min(1), toHandler: text.min(1) }),
    replies: {
      200: z.strictObject({
        results: z
          .array(z.strictObject({ number: text, appealId: text, code: text.describe('empty: handed over') }))
          .describe('one for each case the unit works on that was in his hand'),
      }),
    },
    handle: async ({ body, asking }) => {
      const cases = await openOf(edge, asking.actor.unit);
      const results = [];
      for (const one of cases) {
        const code = await handOver(edge, one, body, asking);
        if (code !== NOT_HIS) results.push({ number: one.number, appealId: one.appealId, code });
      }
      return answered(200, { results });
    },
  });
}

type Line = Awaited<ReturnType<Edge['peers']['casework']['listCases']>>['cases'][number];

/** What the unit leads and works on, or one that became part of it did, page by page. */
async function openOf({ peers, versions }: Edge, unit: string): Promise<readonly Line[]> {
  const { same } = successionIn(versions.profile());
  const found: Line[] = [];
  for (const status of WORKING) {
    let cursor = '';
    do {
      const page = await peers.casework.listCases({
        ...{ ...ANY_CASE, scopes: [] },
        ...{ status, unit, limit: PAGE, cursor },
      });
      found.push(...page.cases.filter(({ lead }) => same(lead, unit)));
      cursor = page.nextCursor;
    } while (cursor !== '');
  }
  return found;
}

/** The code of the refusal, empty when it went over; a repeat of the request answers the same. */
async function handOver(
  { peers }: Edge,
  { appealId, dispatchNo }: Line,
  people: { readonly fromHandler: string; readonly toHandler: string },
  { actor, commandId }: Asking,
): Promise<string> {
  const meta = { appealId, actor, commandId: `${commandId}/${appealId}`, expectedSeq: undefined };
  const command = { $case: 'handOverInside', value: { dispatchNo, ...people } } as const;
  const { outcome } = await peers.casework.execute({ meta, command });
  return outcome?.$case === 'rejected' ? outcome.value.code : '';
}
