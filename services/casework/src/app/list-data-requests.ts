// Lists requests for data (HD-8): those to a unit over all cases, the nearest due first, or those of one case
// with the log of who opened what was provided. What was provided is never in a list; what it is for is, of a
// protected appeal, to the unit alone that is to answer, unless it has the case too (HD-10).
import type { Succession } from '#policy/succession';
import type { FiledRequest } from '../domain/case-data-requests';
import { shownRequest, shownRow } from '../domain/protected-case';
import type {
  CaseFiles,
  DataReadingEntry,
  DataRequestIndex,
  DataRequestPage,
  DataRequestQuery,
  DataRequestView,
  ReadCase,
  Timeline,
} from './ports';

/** What listing reads. */
export interface ListDataRequestsPorts {
  readonly files: CaseFiles;
  readonly timeline: Timeline;
  readonly dataIndex: DataRequestIndex;
  readonly succession: () => Succession;
}

/** The requests asked for. */
export async function listDataRequests(
  query: DataRequestQuery,
  ports: ListDataRequestsPorts,
): Promise<DataRequestPage> {
  if (query.appealId === '') return overCases(query, ports);
  return { requests: await ofOneCase(query, ports), nextCursor: '' };
}

async function overCases(
  { unit, ownUnit, state, limit, cursor }: DataRequestQuery,
  { files, dataIndex, succession }: ListDataRequestsPorts,
): Promise<DataRequestPage> {
  const { codesOf, successorOf } = succession();
  const units = unit === '' ? [] : codesOf(successorOf(unit));
  const { places, nextCursor } = await dataIndex.find({ units, state, limit, cursor });
  const read = await files.byIds([...new Set(places.map(({ appealId }) => appealId))]);
  const requests = places.flatMap(({ appealId, no }) => {
    const found = read.get(appealId);
    const request = found?.file.requests?.find((one) => one.no === no);
    if (!found || !request) return [];
    return [viewOf(found, shownTo(ownUnit, found, request, succession()), [])];
  });
  return { requests, nextCursor };
}

async function ofOneCase(
  { appealId, unit, ownUnit, state, limit }: DataRequestQuery,
  { files, timeline, succession }: ListDataRequestsPorts,
): Promise<readonly DataRequestView[]> {
  const found = (await files.byIds([appealId])).get(appealId);
  if (found?.file.requests === undefined) return [];
  const successors = succession();
  const { successorOf } = successors;
  const isOf = (code: string) => unit === '' || successorOf(code) === successorOf(unit);
  const log = await readingsOf(found, timeline);
  return found.file.requests
    .filter(({ ofUnit, fromUnit }) => isOf(ofUnit) || isOf(fromUnit))
    .filter(({ step, overdue }) => state === '' || (step === 'open' && (state === 'open' || overdue)))
    .slice(0, limit)
    .map((request) => viewOf(found, shownTo(ownUnit, found, request, successors), log.get(request.no) ?? []));
}

/** The request as people of that unit may read it; empty: somebody of none. */
function shownTo(
  ownUnit: string,
  { file: { intake, triage } }: ReadCase,
  request: FiledRequest,
  { successorOf }: Succession,
): FiledRequest {
  if (intake.protect !== true) return request;
  const isOwn = (code: string) => code !== '' && successorOf(code) === successorOf(ownUnit);
  const worksOnIt = [triage.lead, ...triage.assist].some(isOwn);
  return isOwn(request.ofUnit) && !worksOnIt ? request : shownRequest(request);
}

/** Who opened what, by the number of the request: each entry is a row of the course. */
async function readingsOf(
  { appealId, file }: ReadCase,
  timeline: Timeline,
): Promise<ReadonlyMap<number, readonly DataReadingEntry[]>> {
  const log = new Map<number, DataReadingEntry[]>();
  for (const row of await timeline.of(appealId)) {
    if (row.type !== 'DataRead') continue;
    const { at, by, unit, fields } = file.intake.protect === true ? shownRow(row) : row;
    const { requestNo = '', role = '', purpose = '' } = fields;
    const entries = log.get(Number(requestNo)) ?? [];
    log.set(Number(requestNo), [...entries, { at, unit, role, by, purpose }]);
  }
  return log;
}

function viewOf(
  { appealId, file }: ReadCase,
  { no: requestNo, provided: _words, ...said }: FiledRequest,
  log: readonly DataReadingEntry[],
): DataRequestView {
  return { appealId, number: file.intake.number, requestNo, ...said, log };
}
