// A town under a pack with its web door: the gateway is asked over HTTP, the services behind it directly;
// only time and stores are the simulation's.
import { createGateway } from '#gateway/service';
import { memoryHost } from '#testkit/memory-host';
import { ask, tokenOf } from '../../services/gateway/test/world';
import { officer } from '../../services/simulation/test/officer';

const METHODS = {
  intake: [
    ...(['submit', 'receive', 'execute', 'findByNumber', 'listHeldPushes', 'listIdentityReviews'] as const),
    ...(['listFiles', 'linkFile', 'readFile', 'listDoors', 'getTable', 'getRegisterImport'] as const),
  ],
  casework: [
    'execute',
    'getCase',
    'listCases',
    'countCases',
    'checkCompletion',
    'describeCases',
    'listDataRequests',
    'readData',
  ],
  triage: ['execute', 'rank'],
  supervision: ['execute', 'listCards', 'getOversight', 'listRegister', 'listOrders', 'listOutages'],
  notification: ['listMessages', 'listDeliveries'],
  knowledge: ['search'],
} as const;

/** Who asks. */
export interface Who {
  readonly role: string;
  readonly id: string;
  readonly unit?: string;
}

/** What is asked, beside who and where. */
export interface Sent {
  readonly payload?: object | undefined;
  readonly version?: number | undefined;
}

/** The town with its door, under Yicheng where no other pack is named. */
export async function townWithDoor(pack = 'yicheng') {
  const said = await officer('2026-03-02 09:00', pack);
  const town = said.simulation;
  const peers = Object.fromEntries(
    Object.entries(METHODS).map(([service, methods]) => {
      const handler = (method: string) => (request: never) => town.town.call(service, method, request);
      return [service, Object.fromEntries(methods.map((method) => [method, handler(method)]))];
    }),
  );
  const { journal, vault } = town.town;
  const shared = { instance: 'demo', journal, vault, versions: town.versions, now: town.time.now };
  const roleOf = (token: string) => /^token-of-(.+)-0123456789$/.exec(token)?.[1];
  const gateway = createGateway(memoryHost({ ...shared, service: 'gateway', peers }), roleOf);
  const send = (method: string, url: string, who: Who, { payload, version }: Sent = {}) => {
    const headers = {
      ...{ authorization: `Bearer ${tokenOf(who.role)}`, 'x-actor': who.id, 'x-unit': who.unit ?? '' },
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    };
    return ask(gateway, { method, url, headers, ...(payload && { payload }) });
  };
  /** All at once, while time goes on. */
  const atOnce = async <T>(...works: readonly Promise<T>[]): Promise<T[]> => {
    let done = false;
    const all = Promise.all(works).finally(() => {
      done = true;
    });
    while (!done) {
      await town.runTo(town.time.now() + 50);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return all;
  };
  return { said, gateway, send, atOnce };
}
