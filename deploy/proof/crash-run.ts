/**
 * Crash proof: appeals are pushed and handled while services, broker and store are killed; then the
 * broker's and the store's directory are put back to an older copy. After each the promises are looked up
 * one by one, in the journal, in every service's documents and at the web door. Everything random comes
 * from the seed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { InstanceOptions } from '../launch/instance';
import { inParallel } from '../zt/replay';
import { type Appeal, type Receipt, manyAppeals, push } from './appeals';
import { type CaseState, caseStates, changes } from './case-states';
import { keepCopy, putBack } from './copies';
import { type Ground, differences, insist, quiet, raise } from './ground';
import { auditJournal } from './journal-audit';
import { readJournal } from './raw-journal';

/** How large a run is. */
export interface CrashPlan {
  readonly dataDir: string;
  readonly appeals: number;
  /** How often the whole row of kills is gone through. */
  readonly rounds: number;
  readonly seed: number;
  readonly options?: Partial<InstanceOptions>;
  readonly tell: (line: string) => void;
}

/** What a run found; no problem, no finding. */
export interface CrashFindings {
  readonly problems: readonly string[];
  readonly accepted: number;
  /** Answered 201 while the broker was down. */
  readonly acceptedWithoutBroker: number;
  readonly kills: number;
  readonly records: number;
  readonly repeats: number;
  readonly clocks: number;
  /** Commands of people answered while things were killed. */
  readonly acts: number;
}

const IN_FLIGHT = 8;
const SETTLE_MS = 240_000;
/** Services killed, each in its turn. */
const VICTIMS = ['intake', 'triage', 'casework', 'supervision', 'knowledge', 'identity', 'gateway'];

/** One run; see the head of this file. */
export async function crashRun(plan: CrashPlan): Promise<CrashFindings> {
  const run = new CrashRun(plan);
  try {
    return await run.all();
  } finally {
    await run.end();
  }
}

interface Accepted {
  readonly appeal: Appeal;
  readonly receipt: Receipt;
}

class CrashRun {
  private readonly accepted: Accepted[] = [];
  private readonly acts: string[] = [];
  private readonly problems: string[] = [];
  private readonly random: () => number;
  private up: Ground | undefined;
  private withoutBroker = 0;
  private kills = 0;
  private last = { records: 0, repeats: 0, clocks: 0 };

  constructor(private readonly plan: CrashPlan) {
    this.random = randomOf(plan.seed);
  }

  async all(): Promise<CrashFindings> {
    const { dataDir, tell } = this.plan;
    const appeals = manyAppeals(this.plan.appeals);
    const third = Math.ceil(appeals.length / 3);
    tell(`seed ${this.plan.seed}, ${appeals.length} appeals, ${this.plan.rounds} round(s)`);
    await this.start();
    await this.pushAll(appeals.slice(0, third));
    await this.prove('before any crash', []);
    await this.end();
    for (const part of ['kafka', 'store'] as const) keepCopy(dataDir, part, 'older');

    await this.start();
    await this.killInTurn(appeals.slice(third));
    const states = await this.prove('after the kills', []);
    await this.end();

    putBack(dataDir, 'kafka', 'older');
    await this.start();
    await this.prove('with an older copy of the journal', states);
    await this.end();

    putBack(dataDir, 'store', 'older');
    await this.start();
    await this.prove('with an older copy of the store', states);
    await this.pushAgain(appeals);
    await this.prove('after every push came a second time', states);
    const { accepted, problems, withoutBroker, kills, acts } = this;
    const counts = {
      accepted: accepted.length,
      acceptedWithoutBroker: withoutBroker,
      kills,
      acts: acts.length,
    };
    return { problems, ...counts, ...this.last };
  }

  async end(): Promise<void> {
    const { up } = this;
    this.up = undefined;
    await up?.instance.stop();
  }

  private get ground(): Ground {
    if (!this.up) throw new Error('The instance is down');
    return this.up;
  }

  private async start(): Promise<void> {
    const since = Date.now();
    this.up = await raise(this.plan.dataDir, this.plan.options);
    this.plan.tell(`up in ${((Date.now() - since) / 1000).toFixed(1)} s`);
  }

  private async pushAll(appeals: readonly Appeal[]): Promise<number> {
    let created = 0;
    await inParallel(appeals, IN_FLIGHT, async (appeal) => {
      const { status, body } = await push(this.ground, appeal);
      if (status !== 201 && status !== 200) {
        this.problems.push(`${appeal.id} was refused with ${status}: ${JSON.stringify(body)}`);
        return;
      }
      if (status === 201) created += 1;
      this.accepted.push({ appeal, receipt: body });
    });
    return created;
  }

  /**
   * A part of the appeals for every kill: it falls somewhere into their pushing, and the people work on
   * meanwhile.
   */
  private async killInTurn(appeals: readonly Appeal[]): Promise<void> {
    const running = VICTIMS.filter((name) => name in this.ground.instance.services);
    const row = [...running, 'broker', 'store'];
    const victims = Array.from({ length: this.plan.rounds }, () => row).flat();
    const size = Math.ceil(appeals.length / victims.length);
    for (const [index, victim] of victims.entries()) {
      const part = appeals.slice(index * size, (index + 1) * size);
      const [created] = await Promise.all([this.pushAll(part), this.acknowledgeSome(3), this.kill(victim)]);
      if (victim === 'broker') this.withoutBroker += created;
      if (victim === 'broker') await this.ground.instance.infrastructure.restartBroker();
      this.kills += 1;
    }
  }

  private async kill(victim: string): Promise<void> {
    const { services, infrastructure } = this.ground.instance;
    const afterMs = victim === 'broker' ? 0 : Math.floor(this.random() * 250);
    await sleep(afterMs);
    this.plan.tell(`kill -9 ${victim} ${afterMs} ms into the pushing`);
    if (victim === 'broker') await infrastructure.killBroker();
    else if (victim === 'store') {
      await infrastructure.killStore();
      await sleep(500);
      await infrastructure.restartStore();
    } else await services[victim]?.kill9();
  }

  /** Handlers take orders on: each command has a key and is repeated until it is answered. */
  private async acknowledgeSome(count: number): Promise<void> {
    interface Listed {
      readonly cases: readonly { appealId: string; lead: string; dispatchNo: number }[];
    }
    const path = `/api/v1/cases?status=dispatched&limit=${count}`;
    const { body } = await insist<Listed>(this.ground, { path, role: 'clerk', actor: 'proof' });
    await inParallel(body.cases ?? [], count, async ({ appealId, lead, dispatchNo }) => {
      const by = {
        role: 'handler',
        actor: 'proof-handler',
        unit: lead,
        key: `ack-${appealId}-${dispatchNo}`,
      };
      const { status, eventId } = await insist(this.ground, {
        ...by,
        path: `/api/v1/cases/${appealId}/acknowledge`,
        body: { dispatchNo },
      });
      if (status === 200 && eventId !== '') this.acts.push(eventId);
    });
  }

  /** A second push of everything is answered 200 with the first answer and writes nothing. */
  private async pushAgain(appeals: readonly Appeal[]): Promise<void> {
    const first = new Map(this.accepted.map(({ appeal, receipt }) => [appeal.id, receipt]));
    await inParallel(appeals, IN_FLIGHT, async (appeal) => {
      const { status, body } = await push(this.ground, appeal);
      const before = first.get(appeal.id);
      const same =
        body.id === before?.id && body.number === before?.number && body.queryCode === before?.queryCode;
      if (status !== 200) this.problems.push(`second push of ${appeal.id} was answered ${status}`);
      else if (!same) this.problems.push(`second push of ${appeal.id} has another answer than the first`);
    });
  }

  private async prove(when: string, before: readonly CaseState[]): Promise<readonly CaseState[]> {
    const since = Date.now();
    const { ground, accepted } = this;
    const ids = accepted.map(({ receipt }) => receipt.id);
    const found: string[] = [];
    await quiet(ground, SETTLE_MS).catch((error: Error) => found.push(error.message));
    const states = await caseStates(
      ground,
      accepted.map(({ receipt }) => receipt),
      found,
    );
    const { brokers } = ground.instance.infrastructure;
    const raw = await readJournal(brokers, 'proof');
    const audit = auditJournal(raw.map(({ item }) => item));
    found.push(...audit.problems, ...changes(before, states));
    for (const id of ids)
      if (!audit.appeals.has(id)) found.push(`${id} was answered 201 and is not in the journal`);
    const known = new Set(ids);
    for (const id of audit.appeals)
      if (!known.has(id)) found.push(`${id} is in the journal and was never answered`);
    for (const id of this.acts)
      if (!audit.events.has(id)) found.push(`${id} was answered and is not in the journal`);
    found.push(...(await differences(ground)));
    this.last = { records: audit.records, repeats: audit.repeats, clocks: audit.clocks };
    this.problems.push(...found.map((sentence) => `${when}: ${sentence}`));
    const took = ((Date.now() - since) / 1000).toFixed(1);
    this.plan.tell(
      `${when}: ${audit.records} records, ${audit.repeats} repeats, ${found.length} problems, ${took} s`,
    );
    return states;
  }
}

/** A deterministic generator 0..1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
