// The list of outages put on a host: one document that takes down the gaps which heartbeats show and what
// people state, and what dockets know of it. They are told of a change before a card is looked at.
import type { ServiceHost } from '#platform/host-ports';
import { InfrastructureError } from '#platform/infrastructure-error';
import type { Heartbeat } from '#platform/journal/ports';
import type { Slice } from '#policy/office-hours';
import { outagesCodec } from './adapters/mapping/outages-wire';
import { CLOCK_WRITERS } from './adapters/out/journal-card-gate';
import type { OutageList } from './app/ports';
import { longestOutageMsOf } from './config';
import {
  OUTAGES_KEY,
  OUTAGES_WRITER,
  type OutagePolicy,
  type Outages,
  outagesDecider,
  outagesThatHold,
} from './domain/outages';

/** The list as the service uses it. */
export interface OutageParts {
  readonly outages: OutageList;
  /** When the platform was away, as known here. */
  readonly known: () => readonly Slice[];
  /** Learns the list as it stands; answers whether it is another than before. */
  readonly learn: () => Promise<boolean>;
  /** Takes down the gaps that heartbeats of the writers which stop clocks tell of. */
  readonly noteGaps: (board: ReadonlyMap<string, Heartbeat>) => Promise<void>;
}

/** What is done before a proof of the gate and after a command, and when what that set going is at rest. */
export interface LostTimeKeeper {
  readonly beforeProof: (board: ReadonlyMap<string, Heartbeat>) => Promise<void>;
  readonly afterCommand: () => Promise<void>;
  readonly atRest: () => Promise<void>;
}

/**
 * Keeps dockets in step with the list: whenever it is another, and once after every start, each docket is
 * looked at; where that failed it is done again with the next look.
 */
export function lostTimeKeeper(
  { noteGaps, learn }: OutageParts,
  putRight: () => Promise<unknown>,
  onTrouble: (error: unknown) => void,
): LostTimeKeeper {
  let owed = true;
  let working: Promise<void> | undefined;
  const work = async () => {
    owed = false;
    try {
      await putRight();
    } catch (error) {
      owed = true;
      onTrouble(error);
    } finally {
      working = undefined;
    }
  };
  const afterCommand = async () => {
    if (await learn()) owed = true;
    if (owed) working ??= work();
  };
  return {
    beforeProof: async (board) => {
      await noteGaps(board);
      await afterCommand();
    },
    afterCommand,
    atRest: async () => working,
  };
}

/** Puts the list on a host. */
export function outagesOn(host: ServiceHost): OutageParts {
  const policy: OutagePolicy = {
    packs: () => host.versions.packsInForce(),
    longestMs: longestOutageMsOf(host),
  };
  const aggregate = host.runtime.aggregate(
    {
      instance: host.instance,
      writer: OUTAGES_WRITER,
      decider: outagesDecider,
      own: outagesCodec,
      foreign: { types: [], encode: writtenByNobody, decode: () => undefined },
      policy: () => policy,
    },
    'outages',
  );
  const current = async (): Promise<Outages> =>
    (await aggregate.store.load([OUTAGES_KEY])).get(OUTAGES_KEY)?.state ?? outagesDecider.initial;
  let known: readonly Slice[] = [];
  const learn = async () => {
    const now = outagesThatHold(await current());
    const changed = JSON.stringify(now) !== JSON.stringify(known);
    known = now;
    return changed;
  };
  const noteGaps: OutageParts['noteGaps'] = async (board) => {
    const gaps = CLOCK_WRITERS.flatMap((source) =>
      (board.get(source)?.gaps ?? []).map((gap) => ({ source, ...gap })),
    );
    if (gaps.length === 0) return;
    const noted = new Set((await current()).list.map(({ id }) => id));
    for (const gap of gaps.filter(({ source, fromAt }) => !noted.has(`${source}/${fromAt}`)))
      await aggregate.execute({
        id: OUTAGES_KEY,
        command: { type: 'NoteGap', ...gap },
        actor: { role: 'system', id: 'supervision' },
      });
  };
  const outages: OutageList = {
    execute: async (order) => {
      if (!host.runtime.ready) throw new InfrastructureError('supervision has not read its journal yet');
      await host.vault.ensure(OUTAGES_KEY);
      return aggregate.execute({ ...order, id: OUTAGES_KEY });
    },
    list: async () => (await current()).list,
  };
  return { outages, known: () => known, learn, noteGaps };
}

function writtenByNobody(): never {
  throw new Error('Nobody else writes about outages');
}
