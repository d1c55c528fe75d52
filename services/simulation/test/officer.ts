// Scenarios in an officer's words: at such an hour an appeal comes, a unit does this, and then such a card is
// shown. Nobody acts by himself here; where an appeal goes stands in its text, 【tax】 for instance, and
// without that it goes to the desk. The words are the same over the instance under virtual time and over a
// real one whose clock the test moves.
import { createAnswerFinder } from '#knowledge/adapters/out/retrieval/answer-finder';
import type { AnswerFinder, LibraryMaterial } from '#knowledge/app/answer-port';
import { natureOf } from '#policy/kinds';
import type { Pack } from '#policy/pack';
import type { Classification, UnitClassifier } from '#triage/app/classifier-port';
import type { Act, Command, Person } from '../src/domain/acts';
import type { DrawnAppeal } from '../src/domain/drawn-appeals';
import { Simulation } from '../src/simulation';
import { townUnder } from './town';

/** Where scenarios are played: an instance, its clock, and its doors. */
export interface Stage {
  readonly now: () => number;
  /** Lets happen whatever happens up to the instant (epoch ms). */
  readonly runTo: (at: number) => Promise<void>;
  readonly call: <Answer>(service: string, method: string, request: unknown) => Promise<Answer>;
  /** Hands an appeal in; answers its id or the code of the refusal. */
  readonly submit: (appeal: DrawnAppeal) => Promise<{ id: string } | { refused: string }>;
  /** Gives a command; answers the code of the refusal, empty when it is accepted. */
  readonly perform: (act: Act) => Promise<string>;
}

/** What may be said of an appeal beside its text. */
export interface Particulars {
  readonly channel?: string;
  readonly kind?: string;
  readonly title?: string;
  /** Whose appeal it is: the nth enterprise of the register; another for each appeal when not given. */
  readonly of?: number;
  /** The code as it was told, when it is not the enterprise's. */
  readonly uscc?: string;
}

/** Epoch ms of `2026-04-30 09:00` in Asia/Shanghai. */
export function instant(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
}

/** `2026-04-30 09:00` of an instant. */
function told(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Names the unit that stands in the text; a court in it is litigation, a stoppage urgent. */
export function byText(): UnitClassifier {
  return {
    learn: () => undefined,
    classify: ({ content }): Classification => {
      const unit = /【([a-z]+)】/.exec(content)?.[1];
      const reasons = [{ words: ['职责'], source: 'duty' as const, ref: 'duty', weight: 1 }];
      const candidates = unit === undefined ? [] : [{ unit, score: 0.99, reasons }];
      const urgent = content.includes('停产');
      const proposed = content.includes('法院') && ({ proposed: 'decline-litigation' } as const);
      const found = { candidates, topic: 'tax', assist: [], sure: unit !== undefined, urgent };
      return { ...found, ...proposed, modelVersion: 'text' };
    },
  };
}

let finder: AnswerFinder | undefined;

/** The library as shipped, as of 1 March 2026 in every scenario: to read it takes longer than to play one. */
export function oneFinder(material: LibraryMaterial): AnswerFinder {
  finder ??= createAnswerFinder({ ...material, asOf: '2026-03-01' });
  return finder;
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
    readonly summary: {
      readonly status: string;
      readonly urgent: boolean;
      readonly rating: string;
      readonly urged: number;
      readonly lead: string;
      readonly answerVerdict: string;
    };
    readonly timeline: readonly {
      readonly at: number;
      readonly type: string;
      readonly fields: Record<string, string>;
    }[];
    readonly joinedToNumber: string;
    readonly screeningGround: string;
  };
}

interface Letters {
  readonly messages: readonly {
    readonly messageId: string;
    readonly template: string;
    readonly recipient: string;
    readonly unit: string;
    readonly text: string;
  }[];
}

interface Opened {
  readonly outcome?:
    | { readonly $case: 'data'; readonly value: { readonly fields: Record<string, string> } }
    | { readonly $case: 'rejected'; readonly value: { readonly code: string } };
}

interface Asked {
  readonly requests: readonly {
    readonly requestNo: number;
    readonly fromUnit: string;
    readonly ofUnit: string;
    readonly dueAt: number;
    readonly step: string;
    readonly overdue: boolean;
    readonly log: readonly { readonly by: string; readonly purpose: string }[];
  }[];
}

function spoken(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

/**
 * Who is meant: the enterprise, `caller` who follows up, a role of the pack, somebody of the unit of that
 * code, or the person of an id in it, `tax:tax-3`.
 */
function personOf(who: string, { roles, scopes, followUp }: Pack): Person {
  if (who === 'enterprise') return { role: who, id: who };
  const role = who === 'caller' ? followUp.by : who;
  if (roles.some(({ id }) => id === role)) return { role, id: `${role}-1` };
  const inUnits = scopes.find(({ on, may }) => on === 'own-unit' && may.includes('CompleteAppeal'));
  if (inUnits === undefined) throw new Error('Nobody of a unit may complete an appeal under this pack');
  const [unit = '', id = `${inUnits.role}-${unit}`] = who.split(':');
  return { role: inUnits.role, id, unit };
}

/** What is done in a scenario, over a stage under a pack. */
function doings({ now, runTo, submit, perform }: Stage, pack: string) {
  const town = townUnder(pack);
  const enterprises = town.profile.register.filter(({ status }) => status === 'active');
  const [door] = town.pack.doors;
  const usual = town.pack.kinds.find(({ id }) => natureOf(town.pack, id) === 'help');
  let count = 0;
  const handIn = async (content: string, given: Particulars = {}) => {
    count += 1;
    const { name, uscc, region, tags } = enterprises[given.of ?? count] as (typeof enterprises)[number];
    const contact = { name: '陈明', phone: '19900001234' };
    const { channel = door?.id ?? '', kind = usual?.id ?? '', title = `诉求第${count}件` } = given;
    const enterprise = { name, uscc: given.uscc ?? uscc, region, tags };
    const words = { id: `S${count}`, channel, kind, topic: 'tax', title, content, contact, enterprise };
    const answer = await submit({ sourceNumber: `S${count}`, at: now(), enterprise, told: words });
    await runTo(now() + 5000);
    return answer;
  };
  return {
    /** Everything up to the hour happens. */
    until: (hour: string) => runTo(instant(hour)),
    /** An enterprise hands in an appeal with this text now; answers its id. */
    appeal: async (content: string, given?: Particulars): Promise<string> => {
      const answer = await handIn(content, given);
      if ('refused' in answer) throw new Error(answer.refused);
      return answer.id;
    },
    /** An appeal that the door does not take; answers the code of the refusal, empty if it was taken. */
    refused: async (content: string, given: Particulars): Promise<string> => {
      const answer = await handIn(content, given);
      return 'refused' in answer ? answer.refused : '';
    },
    /** Somebody – a unit's handler by the unit's code – does something now; answers the code of a refusal. */
    does: async (who: string, appealId: string, act: string, fields: object = {}): Promise<string> => {
      const [to, name] = act.split('.') as [Command['door'], string];
      const command = { door: to, name, fields: { ...fields } };
      const refused = await perform({ at: now(), appealId, by: personOf(who, town.pack), command });
      await runTo(now() + 5000);
      return refused;
    },
  };
}

/** What is asked in a scenario. */
function questions({ call }: Stage) {
  const docket = (appealId: string) => call<Docket>('supervision', 'getDocket', { appealId });
  const file = async (appealId: string) => {
    const question = { appealId, number: '', view: 'staff', covering: '' };
    const found = (await call<Case>('casework', 'getCase', question)).case;
    if (!found) throw new Error(`No case ${appealId}`);
    return found;
  };
  const happened = async (appealId: string, type: string) =>
    (await file(appealId)).timeline.filter((entry) => entry.type === type);
  return {
    file,
    happened,
    /** `yellow contact tax 2026-04-30 11:00`, with `revoked` where it was taken back. */
    cards: async (appealId: string): Promise<readonly string[]> =>
      (await docket(appealId)).cards.map(({ colour, clock, unit, issuedAt, revoked }) =>
        spoken(colour, clock, unit, told(issuedAt), revoked ? 'revoked' : ''),
      ),
    /** `contact tax 2026-04-30 11:00` of the clocks that run. */
    running: async (appealId: string): Promise<readonly string[]> =>
      (await docket(appealId)).clocks
        .filter(({ status }) => status === 'running')
        .map(({ clock, unit, deadlineAt }) => spoken(clock, unit, told(deadlineAt))),
    status: async (appealId: string) => (await file(appealId)).summary.status,
    /** Short messages of a template: their recipients, units by their codes. */
    letters: async (appealId: string, template: string): Promise<readonly string[]> =>
      (await call<Letters>('notification', 'listMessages', { appealId, limit: 200 })).messages
        .filter((letter) => letter.template === template)
        .map(({ recipient, unit }) => unit || recipient),
    /** The same by whom they are for: `tax` its contact, `tax/tax-1` one person of it. */
    letteredTo: async (appealId: string, template: string): Promise<readonly string[]> =>
      (await call<Letters>('notification', 'listMessages', { appealId, limit: 200 })).messages
        .flatMap(({ messageId }) => messageId.split(`#${template}#`).slice(1))
        .sort(),
  };
}

/** What is said and asked of data that one unit asks of another (HD-8). */
function aboutData({ call, now, runTo }: Stage, pack: string) {
  const town = townUnder(pack);
  const list = async (appealId: string, unit: string) =>
    (
      await call<Asked>('casework', 'listDataRequests', {
        appealId,
        unit,
        ownUnit: unit,
        state: '',
        limit: 0,
      })
    ).requests;
  let openings = 0;
  return {
    /** `1 tax→wtr open 2026-04-30 00:00`, with `overdue`; of a unit over all cases where no case is named. */
    requests: async (appealId: string, unit = ''): Promise<readonly string[]> =>
      (await list(appealId, unit)).map(({ requestNo, fromUnit, ofUnit, step, dueAt, overdue }) =>
        spoken(String(requestNo), `${fromUnit}→${ofUnit}`, step, told(dueAt), overdue ? 'overdue' : ''),
      ),
    /** Who opened what was provided in a case, and what for. */
    readings: async (appealId: string, unit = ''): Promise<readonly string[]> =>
      (await list(appealId, unit)).flatMap(({ log }) => log.map(({ by, purpose }) => spoken(by, purpose))),
    /** Somebody opens what was provided; answers its fields, or the code of the refusal. */
    opens: async (who: string, appealId: string, requestNo: number, purpose: string) => {
      openings += 1;
      const actor = { unit: '', ...personOf(who, town.pack) };
      const meta = { commandId: `open-${openings}`, appealId, actor, expectedSeq: undefined };
      const { outcome } = await call<Opened>('casework', 'readData', { meta, requestNo, purpose });
      await runTo(now() + 5000);
      return outcome?.$case === 'data' ? outcome.value.fields : (outcome?.value.code ?? '');
    },
  };
}

/** The officer's words over a stage under a pack. */
export function wordsOver(stage: Stage, pack: string) {
  return { ...doings(stage, pack), ...questions(stage), ...aboutData(stage, pack) };
}

/** What can be said and asked in a scenario. */
export type Officer = ReturnType<typeof wordsOver>;

/**
 * Opens the town at an hour, under Yicheng's pack when no other is named, as shipped unless something in it
 * is changed.
 */
export async function officer(at: string, pack = 'yicheng', changed = (pack: Pack): Pack => pack) {
  const shipped = townUnder(pack);
  const simulation = await Simulation.start({
    ...shipped,
    pack: changed(shipped.pack),
    seed: 7,
    startAt: instant(at),
    train: byText,
    createFinder: oneFinder,
  });
  const { town, time } = simulation;
  const stage: Stage = {
    now: time.now,
    runTo: (end) => simulation.runTo(end),
    call: town.call,
    submit: (appeal) => simulation.submit(appeal, false),
    perform: (act) => simulation.perform(act),
  };
  return { ...wordsOver(stage, pack), simulation, closes: () => town.stop() };
}
