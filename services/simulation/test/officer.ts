// Scenarios in an officer's words: at such an hour an appeal comes, a unit does this, and then such a card is
// shown. Nobody acts by himself here; where an appeal goes stands in its text, 【tax】 for instance, and
// without that it goes to the desk.
import type { Classification, UnitClassifier } from '#triage/app/classifier-port';
import type { Command, Person } from '../src/domain/acts';
import { Simulation } from '../src/simulation';
import { TOWN } from './town';

/** Epoch ms of `2026-04-30 09:00` in Asia/Shanghai. */
export function instant(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
}

/** `2026-04-30 09:00` of an instant. */
function told(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function byText(): UnitClassifier {
  return {
    learn: () => undefined,
    classify: ({ content }): Classification => {
      const unit = /【([a-z]+)】/.exec(content)?.[1];
      const reasons = [{ words: ['职责'], source: 'duty' as const, ref: 'duty', weight: 1 }];
      const candidates = unit === undefined ? [] : [{ unit, score: 0.99, reasons }];
      const urgent = content.includes('停产');
      return { candidates, topic: 'tax', assist: [], sure: unit !== undefined, urgent, modelVersion: 'text' };
    },
  };
}

interface Docket {
  readonly clocks: readonly { clock: string; unit: string; status: string; deadlineAt: number }[];
  readonly cards: readonly {
    clock: string;
    unit: string;
    colour: string;
    issuedAt: number;
    revoked: boolean;
  }[];
}

interface Case {
  readonly case?: {
    readonly summary: { readonly status: string; readonly urgent: boolean; readonly rating: string };
    readonly timeline: readonly { readonly type: string; readonly fields: Record<string, string> }[];
  };
}

const PEOPLE: Readonly<Record<string, Person>> = {
  clerk: { role: 'clerk', id: 'wang' },
  supervisor: { role: 'supervisor', id: 'zhou' },
  caller: { role: 'followup', id: 'sun' },
  enterprise: { role: 'enterprise', id: 'enterprise' },
};

/** Opens the town at an hour. */
export async function officer(at: string) {
  const simulation = await Simulation.start({ ...TOWN, seed: 7, startAt: instant(at), train: byText });
  const { town, time } = simulation;
  let count = 0;
  const docket = (appealId: string) => town.call<Docket>('supervision', 'getDocket', { appealId });
  const file = async (appealId: string) => {
    const question = { appealId, number: '', view: 'staff', covering: '' };
    const found = (await town.call<Case>('casework', 'getCase', question)).case;
    if (!found) throw new Error(`No case ${appealId}`);
    return found;
  };
  return {
    simulation,
    /** Everything up to the hour happens. */
    until: (hour: string) => simulation.runTo(instant(hour)),
    /** An enterprise hands in an appeal with this text now; answers its id. */
    appeal: async (content: string): Promise<string> => {
      const { name, uscc, region, tags } = TOWN.profile.register.filter(({ status }) => status === 'active')[
        count++
      ] as (typeof TOWN.profile.register)[number];
      const contact = { name: '陈明', phone: '19900001234' };
      const words = {
        channel: 'web',
        kind: 'help',
        topic: 'tax',
        title: `诉求第${count}件`,
        content,
        contact,
      };
      const enterprise = { name, uscc, region, tags };
      const appeal = { sourceNumber: `S${count}`, at: time.now(), enterprise };
      const answer = await simulation.submit(
        { ...appeal, told: { ...words, id: `S${count}`, enterprise } },
        false,
      );
      if ('refused' in answer) throw new Error(answer.refused);
      await simulation.runTo(time.now() + 5000);
      return answer.id;
    },
    /** Somebody – a unit's handler by the unit's code – does something now; answers the code of a refusal. */
    does: async (who: string, appealId: string, act: string, fields: object = {}): Promise<string> => {
      const by = PEOPLE[who] ?? { role: 'handler', id: `handler-${who}`, unit: who };
      const [door, name] = act.split('.') as [Command['door'], string];
      const command = { door, name, fields: { ...fields } };
      const refused = await simulation.perform({ at: time.now(), appealId, by, command });
      await simulation.runTo(time.now() + 5000);
      return refused;
    },
    /** `yellow contact tax 2026-04-30 11:00`, with `revoked` where it was taken back. */
    cards: async (appealId: string): Promise<readonly string[]> =>
      (await docket(appealId)).cards.map(({ colour, clock, unit, issuedAt, revoked }) =>
        [colour, clock, unit, told(issuedAt), revoked ? 'revoked' : ''].join(' ').trim().replace('  ', ' '),
      ),
    /** `contact tax 2026-04-30 11:00` of the clocks that run. */
    running: async (appealId: string): Promise<readonly string[]> =>
      (await docket(appealId)).clocks
        .filter(({ status }) => status === 'running')
        .map(({ clock, unit, deadlineAt }) => `${clock} ${unit} ${told(deadlineAt)}`.replace('  ', ' ')),
    file,
    status: async (appealId: string) => (await file(appealId)).summary.status,
    happened: async (appealId: string, type: string) =>
      (await file(appealId)).timeline.filter((entry) => entry.type === type),
    closes: () => town.stop(),
  };
}
