// Lists requests for data (HD-8): those to a unit over all cases, the nearest due first, or those of one case
// with the log of who opened what was provided. What was provided is never in a list.
import type { Succession } from '#policy/succession';
import type { FiledRequest } from '../domain/case-data-requests';
import type {
  CaseFiles,
  DataReadingEntry,
  DataRequestIndex,
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
): Promise<readonly DataRequestView[]> {
  return query.appealId === '' ? overCases(query, ports) : ofOneCase(query, ports);
}

async function overCases(
  { unit, state, limit }: DataRequestQuery,
  { files, dataIndex, succession }: ListDataRequestsPorts,
): Promise<readonly DataRequestView[]> {
  const { codesOf, successorOf } = succession();
  const units = unit === '' ? [] : codesOf(successorOf(unit));
  const places = await dataIndex.find({ units, state, limit });
  const read = await files.byIds([...new Set(places.map(({ appealId }) => appealId))]);
  return places.flatMap(({ appealId, no }) => {
    const found = read.get(appealId);
    const request = found?.file.requests?.find((one) => one.no === no);
    return found && request ? [viewOf(found, request, [])] : [];
  });
}

async function ofOneCase(
  { appealId, unit, state, limit }: DataRequestQuery,
  { files, timeline, succession }: ListDataRequestsPorts,
): Promise<readonly DataRequestView[]> {
  const found = (await files.byIds([appealId])).get(appealId);
  if (found?.file.requests === undefined) return [];
  const { successorOf } = succession();
  const isOf = (code: string) => unit === '' || successorOf(code) === successorOf(unit);
  const log = await readingsOf(appealId, timeline);
  return found.file.requests
    .filter(({ ofUnit, fromUnit }) => isOf(ofUnit) || isOf(fromUnit))
    .filter(({ step, overdue }) => state === '' || (step === 'open' && (state === 'open' || overdue)))
    .slice(0, limit)
    .map((request) => viewOf(found, request, log.get(request.no) ?? []));
}

/** Who opened what, by the number of the request: each entry is a row of the course. */
async function readingsOf(
  appealId: string,
  timeline: Timeline,
): Promise<ReadonlyMap<number, readonly DataReadingEntry[]>> {
  const log = new Map<number, DataReadingEntry[]>();
  for (const { type, at, by, unit, fields } of await timeline.of(appealId)) {
    if (type !== 'DataRead') continue;
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
