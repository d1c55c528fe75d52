// A unit's appraisal sheet 考评表 (SV-6, AN-2, HD-11), as JSON or as a workbook. Whoever reads as one of a unit
// is shown his unit's; whoever reads a sector, the cases of his sector.
import { Readable } from 'node:stream';
import { WORKBOOK_TYPE } from '#platform/edge/workbook';
import { readPeriod } from '#policy/civil-period';
import type { Pack } from '#policy/pack';
import { reading } from '../../../../app/roles';
import { type AppraisalSources, sheetItems, standingPoints } from '../../../../app/appraisal-sheet';
import { type AppraisalSheet, appraisalJson, appraisalWorkbook } from '../../../mapping/appraisal-forms';
import type { Peers } from '../../../out/peers.grpc';
import { ofSeenCases, ownUnitOf } from '../case-rights';
import type { Edge } from '../edge';
import * as schema from '../appraisal-schemas';
import { unknownCodes } from '../known-codes';
import { answered, type Refused, type Route, route, streamed } from '../route';
import { instantOr, malformed, notAnswered } from './figures';

const CASES_AT_ONCE = 200;

/** The row. */
export function appraisalRoute(edge: Edge): Route {
  return route({
    id: 'getAppraisal',
    method: 'GET',
    path: '/api/v1/appraisal',
    tag: 'reference',
    enter: reading('words'),
    summary: { zh: '单位考评表（JSON 或 XLSX）', en: 'The appraisal sheet of a unit as JSON or XLSX' },
    query: schema.appraisalQuery,
    replies: { 200: schema.appraisal },
    handle: async ({ query: { unit: asked, period, cutOff, pack: named = '', as }, asking }) => {
      const own = ownUnitOf(edge, asking);
      const unit = own || asked;
      const packs = edge.versions.packsInForce().filter(({ id }) => named === '' || id === named);
      const wrong = unknownCodes(edge, { unit }) ?? unknownPack(packs, edge);
      if (wrong) return wrong;
      const read = readPeriod(period);
      if (!read.ok) return notAnswered({ code: 'PERIOD_UNREADABLE', field: 'period', params: {} });
      const cutOffAt = instantOr(cutOff, Math.min(edge.now(), read.value.toAt - 1));
      if (cutOffAt === undefined) return malformed(['cutOff']);
      const [pack] = packs as [Pack];
      const { fromAt, toAt } = read.value;
      const times = { fromAt, toAt, cutOffAt };
      const found = await edge.peers.analytics.appraise({ unit, pack: pack.id, ...times });
      if (found.refused) return notAnswered(found.refused);
      const seen = own === '' ? await ofSeenCases(edge, asking, found.items, 'words') : found.items;
      const sheet: AppraisalSheet = {
        ...{ pack: pack.id, unit, unitName: nameOf(unit, edge), period, ...times },
        running: cutOffAt < toAt - 1,
        points: standingPoints(seen),
        figures: await figuresOf(unit, pack, times, edge),
        items: await sheetItems(seen, pack, sourcesOver(edge.peers)),
        ...{ asOf: found.asOf, stale: found.stale },
      };
      const book = (as ?? (asking.accept.includes(WORKBOOK_TYPE) ? 'xlsx' : 'json')) === 'xlsx';
      if (!book) return answered(200, appraisalJson(sheet));
      const name = encodeURIComponent(`${sheet.unitName} 考评表 ${period}.xlsx`);
      const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` };
      return streamed(Readable.from(appraisalWorkbook(sheet)), WORKBOOK_TYPE, headers);
    },
  });
}

function unknownPack(packs: readonly Pack[], { versions }: Edge): Refused | undefined {
  if (packs.length > 0) return undefined;
  const known = versions
    .packsInForce()
    .map(({ id }) => id)
    .join(', ');
  return notAnswered({ code: 'CODE_UNKNOWN', field: 'pack', params: { field: 'pack', known } });
}

function nameOf(code: string, { versions }: Edge): string {
  return versions.profile().units.find((unit) => unit.code === code)?.name ?? code;
}

async function figuresOf(
  unit: string,
  pack: Pack,
  times: { readonly fromAt: number; readonly toAt: number; readonly cutOffAt: number },
  { peers }: Edge,
): Promise<AppraisalSheet['figures']> {
  const asked = { ...times, by: 'unit', pack: pack.id, covering: '' };
  const { rows } = await peers.analytics.getFigures(asked);
  const figures = rows.find(({ group }) => group === unit)?.figures ?? [];
  return figures.map((figure) => {
    const title = pack.figures.find(({ id }) => id === figure.name)?.title.zh ?? figure.name;
    return { ...figure, title };
  });
}

function sourcesOver({ casework, supervision }: Pick<Peers, 'casework' | 'supervision'>): AppraisalSources {
  return {
    numbers: async (appealIds) => {
      const numbers = new Map<string, string>();
      for (let from = 0; from < appealIds.length; from += CASES_AT_ONCE) {
        const some = appealIds.slice(from, from + CASES_AT_ONCE);
        const { cases } = await casework.describeCases({ appealIds: some });
        for (const { appealId, number } of cases) numbers.set(appealId, number);
      }
      return numbers;
    },
    reasons: async (appealId) => {
      const { contests } = await supervision.getOversight({ appealId });
      return new Map(contests.map(({ contestNo, reason }) => [contestNo, reason]));
    },
  };
}
