// What may be done next about requests for data of a case (HD-8): what the pack that governs it gives the
// role (TR-2), as far as there is something to do it on. It only tells people where to go; casework decides
// again.
import type { Pack } from '#policy/pack';
import { type AskedCommand, reachOf } from '#policy/scopes';
import { UNSETTLED, WORKING } from './possible-acts';
import type { Actor } from './roles';

/** The acts, each with the command packs hand out for it. */
export const DATA_ACTS = {
  'request-data': 'RequestData',
  'provide-data': 'ProvideData',
  'refuse-data': 'ProvideData',
  'withdraw-data-request': 'RequestData',
  'read-data': 'ReadData',
} as const satisfies Readonly<Record<string, AskedCommand>>;

/** Name of an act, as it stands in its address. */
export type DataAct = keyof typeof DATA_ACTS;

/** Of a case and a request, what decides on the acts; codes of units as they are now. */
interface CaseOfRequests {
  readonly status: string;
  readonly lead: string;
  /** Who the enterprise is is not for whoever asks (HD-10). */
  readonly hidden: boolean;
}
interface RequestAtHand {
  readonly fromUnit: string;
  readonly ofUnit: string;
  readonly step: string;
}
type Who = Pick<Actor, 'role' | 'unit'>;

/** Statuses after which only roles the pack names open what was provided. */
const ENDED: readonly string[] = ['closed', 'withdrawn', 'declined', 'joined'];

/** Whether somebody may ask for data from this case now. */
export function mayRequestData(
  pack: Pack,
  { role, unit }: Who,
  { status, lead, hidden }: CaseOfRequests,
): boolean {
  if (pack.dataRequests === undefined || hidden) return false;
  const reach = reachOf(pack, role, 'RequestData');
  if (reach === 'all') return UNSETTLED.some((one) => one === status);
  return reach === 'own-unit' && unit === lead && WORKING.some((one) => one === status);
}

/** Acts open to somebody on one request. */
export function possibleDataActs(
  pack: Pack,
  { role, unit }: Who,
  { status, hidden }: CaseOfRequests,
  { fromUnit, ofUnit, step }: RequestAtHand,
): readonly DataAct[] {
  const reach = reachOf(pack, role, 'RequestData');
  const asks = fromUnit === '' ? reach === 'all' : reach !== 'none' && unit === fromUnit;
  const answers = unit !== '' && unit === ofUnit && reachOf(pack, role, 'ProvideData') !== 'none';
  const named = pack.dataRequests?.readBy.includes(role) === true;
  const mayRead = !hidden && (named || (asks && !ENDED.includes(status)));
  const [open, provided] = [step === 'open', step === 'provided'];
  return [
    ...(open && answers ? (['provide-data', 'refuse-data'] as const) : []),
    ...(open && asks ? (['withdraw-data-request'] as const) : []),
    ...(provided && mayRead ? (['read-data'] as const) : []),
  ];
}
