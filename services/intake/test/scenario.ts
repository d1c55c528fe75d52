// Given, when, then for appeals at intake: events in, a command, events or a refusal out, under the pack of
// Yicheng.
import { join } from 'node:path';
import type { Actor } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { loadPack } from '#policy/pack-loader';
import type { Profile } from '#policy/profile';
import { loadProfile } from '#policy/profile-loader';
import { projectCalendars } from '#working-calendar/test-calendars';
import type { Appeal } from '../src/domain/appeal';
import type { AppealCommand, AppealPolicy } from '../src/domain/appeal-commands';
import { appealDecider } from '../src/domain/appeal-decider';
import type { AppealCause, AppealEvent } from '../src/domain/appeal-events';
import type { RegisteredEnterprise } from '../src/domain/register-finding';
import type { Submission } from '../src/domain/submission';

/** Monday 2026-03-02 09:00 in Shanghai. */
export const MORNING = Date.UTC(2026, 2, 2, 1);

function loaded<T>(read: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** A pack as shipped. */
export const packOf = (name: string): Pack =>
  loaded(loadPack(join(__dirname, '../../../deploy/packs', name)));

/** The pack of Yicheng as shipped. */
export const YICHENG: Pack = packOf('yicheng');

/** The demonstration profile as shipped. */
export const demoProfile = (): Profile =>
  loaded(loadProfile(join(__dirname, '../../../deploy/profiles/demo')));

/** The calendar of the project. */
export const CALENDAR = projectCalendars().current;

/** A policy, by default that of Yicheng. */
export function policyOf(pack: Pack = YICHENG): AppealPolicy {
  return { packFor: () => ({ pack, hash: 'hash-of-pack' }), calendar: CALENDAR };
}

/** People. */
export const PEOPLE = {
  door: { role: 'door', id: 'web' },
  enterprise: { role: 'enterprise', id: 'enterprise' },
  clerk: { role: 'clerk', id: 'wang' },
  supervisor: { role: 'supervisor', id: 'zhou' },
  handler: { role: 'handler', id: 'li', unit: 'tax' },
  system: { role: 'system', id: 'intake' },
} as const satisfies Record<string, Actor>;

/** A registered enterprise and its submission. */
export const YIHUI: RegisteredEnterprise = {
  uscc: '91320585XNMLW3NY0L',
  name: '太仓市奕辉新能源充换电有限公司',
  region: 'taicang',
  industry: 'energy',
  tags: ['sme'],
  status: 'active',
};
export const SUBMISSION: Submission = {
  channel: 'web',
  sourceNumber: 'W-1',
  kind: 'help',
  topic: 'construction',
  title: '储能集装箱站防雷归口不清',
  content: '设计单位认定为易燃易爆场所，请明确由哪个部门审核。',
  enterpriseName: YIHUI.name,
  uscc: YIHUI.uscc,
  region: 'gusu',
  tags: [],
  contactName: '殷慧澄',
  contactPhone: '+8619900006305',
  attachments: [],
  ...{ template: '', filled: {} },
};

/** Commands as the doors and the worker give them. */
export const submit = (submission: Submission = SUBMISSION): AppealCommand => ({
  type: 'SubmitAppeal',
  submission,
  number: 'ZT260302000000017',
  queryCode: 'ABCD2345',
});
export const NOTHING_AGAINST = { ground: '', words: [], score: 0 };
export const REGISTERED = { found: 'registered', enterprise: YIHUI, nameDiffers: false } as const;

/** The state that events make, a minute apart from the morning on. */
export function stateAfter(past: readonly (AppealEvent | AppealCause)[]): Appeal {
  return past.reduce<Appeal>((state, event, index) => {
    const at = MORNING + index * 60_000;
    return appealDecider.evolve(state, { event, at, id: `e${index}`, writer: 'w', seq: index + 1 });
  }, appealDecider.initial);
}

/** What a command leads to. */
export interface Reply {
  readonly events: readonly AppealEvent[];
  readonly types: readonly string[];
  readonly refused: string;
}

/** Given these events, when somebody commands this. */
export function when(
  past: readonly (AppealEvent | AppealCause)[],
  actor: Actor,
  command: AppealCommand,
  policy: AppealPolicy = policyOf(),
): Reply {
  const decision = { at: MORNING + past.length * 60_000, commandId: 'c', actor };
  const answer = appealDecider.decide(command, stateAfter(past), policy, decision);
  if (!answer.ok) return { events: [], types: [], refused: answer.error.code };
  return { events: answer.value, types: answer.value.map(({ type }) => type), refused: '' };
}

/** The events of commands one after the other; a refused one throws. */
export function happened(...steps: readonly (readonly [Actor, AppealCommand])[]): readonly AppealEvent[] {
  return steps.reduce<readonly AppealEvent[]>((past, [actor, command]) => {
    const reply = when(past, actor, command);
    if (reply.refused !== '') throw new Error(`${command.type} refused: ${reply.refused}`);
    return [...past, ...reply.events];
  }, []);
}

/** Pasts by the status they lead to. */
export const GIVEN = {
  submitted: happened([PEOPLE.door, submit()]),
  admitted: happened(
    [PEOPLE.door, submit()],
    [PEOPLE.system, { type: 'TakeOnAppeal', finding: REGISTERED, screening: NOTHING_AGAINST }],
  ),
  screening: happened(
    [PEOPLE.door, submit()],
    [
      PEOPLE.system,
      {
        type: 'TakeOnAppeal',
        finding: REGISTERED,
        screening: { ground: 'litigation', words: ['法院'], score: 0.9 },
      },
    ],
  ),
  review: happened(
    [PEOPLE.door, submit()],
    [
      PEOPLE.system,
      { type: 'TakeOnAppeal', finding: { found: 'doubt', reason: 'code-unknown', candidates: [] } },
    ],
  ),
  joined: happened(
    [PEOPLE.door, submit()],
    [
      PEOPLE.system,
      {
        type: 'TakeOnAppeal',
        finding: REGISTERED,
        twin: { id: 'first', number: 'ZT260301000000023', similarity: 0.8 },
      },
    ],
  ),
} as const;
