// What must hold of one appeal whatever anybody does, whatever is broken meanwhile, and in whatever order the
// services hear of each other – under every pack of deploy/packs. Time is virtual and intake, triage,
// casework, supervision, notification and the gate before every card decide as shipped.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isFinished } from '#casework/domain/work-order';
import {
  EnterpriseContacted as contact,
  PreliminaryOpinionGiven as opinion,
} from '#contracts/gen/zhitong/casework/v1/events';
import * as wire from '#contracts/gen/zhitong/supervision/v1/events';
import { computeDeadline } from '#policy/deadline';
import type { Pack } from '#policy/pack';
import { ruleOf } from '#policy/rule';
import { runningOf } from '#supervision/domain/docket';
import { projectCalendars } from '#working-calendar/test-calendars';
import { anyCourse, asks, live } from '../test/any-course';
import { auditCards } from '../test/card-audit';
import type { OneAppeal } from '../test/one-appeal';
import { townUnder } from '../test/town';

const CALENDAR = projectCalendars().current;
const PACKS = readdirSync(join(__dirname, '../../../deploy/packs')).map((name) => townUnder(name).pack);
const SEED = 20260302;

/** Lives any courses under a pack and then says what must hold; the seed is fixed and said on failure. */
async function always(pack: Pack, holds: (appeal: OneAppeal) => void, numRuns = 60): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyCourse, async (course) => {
      const appeal = await live(pack, course);
      await appeal.settle();
      holds(appeal);
    }),
    { numRuns, seed: SEED },
  );
}

function ended({ parts }: OneAppeal): readonly boolean[] {
  const { intake, triage, casework, supervision } = parts;
  const gone = ['declined', 'joined', 'withdrawn', 'closed'];
  return [
    gone.includes(intake.state.status),
    triage.state.status === 'closed',
    casework.state.status === 'closed',
    supervision.state.status === 'over',
  ];
}

/** Why no clock runs on an appeal that is open; empty when there is no reason. */
function whyStill({ parts: { intake, casework } }: OneAppeal): string {
  if (intake.state.status !== 'admitted') return 'before admission no pack speaks; its stage is untimed';
  if (!isFinished(casework.state)) return '';
  const { reminderAt, rating, followUp, disputed } = casework.state.verdict;
  const discontent = rating?.value === 'dissatisfied' || disputed || followUp?.content === false;
  if (discontent) return 'an answer nobody is content with waits for a person';
  if (reminderAt === null) return 'the time to rate runs from a reminder, and none was delivered';
  return rating?.by === 'follow-up' ? 'content at the call; it ends with the time to rate' : '';
}

/** The pack with a clock that stands still from contact to opinion, as while the enterprise must act. */
function pausing(pack: Pack): Pack {
  const clocks = pack.clocks.map((clock) =>
    isMain(clock)
      ? { ...clock, pausesOn: ['contacted' as const], resumesOn: ['opinion-given' as const] }
      : clock,
  );
  return { ...pack, clocks };
}

const isMain = ({ appliesTo, stops, rule }: Pack['clocks'][number]) =>
  appliesTo === 'unit' && stops.includes('completed') && rule.startsWith('workingDays');

/** Of the events of a kind, what they say, with their times. */
function said<T>({ journal }: OneAppeal, type: string, { decode }: { decode: (value: Uint8Array) => T }) {
  return journal
    .filter((record) => record.type.endsWith(`.${type}`))
    .map(({ value, at }) => ({ ...decode(value), at }));
}

describe.each(PACKS.map((pack) => [pack.id, pack] as const))(
  'one appeal under %s, seed 20260302',
  (_id, pack) => {
    test('is what the journal makes of it, at every service', async () => {
      await always(pack, ({ all, journal }) => {
        for (const part of all)
          expect([part.writer, part.rebuilt(journal)]).toEqual([part.writer, part.state]);
      });
    }, 120_000);

    test('open, it has a running clock or a reason to have none; over, it has none', async () => {
      await always(pack, (appeal) => {
        const running = runningOf(appeal.parts.supervision.state);
        if (ended(appeal)[0]) expect(running).toEqual([]);
        else if (running.length === 0) expect(whyStill(appeal)).not.toBe('');
      });
    }, 120_000);

    test('once admitted, ends at every service or at none', async () => {
      await always(pack, (appeal) => {
        const { intake, triage, casework, supervision } = appeal.parts;
        const states = [intake, triage, casework, supervision].map(({ state }) => state.status);
        if (supervision.state.status !== 'waiting')
          expect([states, new Set(ended(appeal)).size]).toEqual([states, 1]);
      });
    }, 120_000);

    test('is let go as soon as its enterprise wishes; clocks stop when a thing was done', async () => {
      let wishes = 0;
      await always(
        pack,
        (appeal) => {
          const { journal } = appeal;
          if (journal.some(({ type }) => type.endsWith('.WithdrawalRequested'))) {
            wishes += 1;
            expect(ended(appeal)).toEqual([true, true, true, true]);
          }
          const doneAt = new Map(journal.map(({ id, at }) => [id, at]));
          for (const { cause, stoppedAt } of said(appeal, 'ClockStopped', wire.ClockStopped))
            expect(stoppedAt).toBe(doneAt.get(cause));
        },
        120,
      );
      expect(wishes).toBeGreaterThan(4);
    }, 120_000);

    test('gets each card once and in order, and none that late word of it takes back', async () => {
      let cards = 0;
      await always(
        pack,
        (appeal) => {
          const audit = auditCards(appeal.journal);
          cards += audit.cards;
          const revoked = said(appeal, 'CardRevoked', wire.CardRevoked).map(({ reason }) => reason);
          expect([audit.broken, revoked.filter((reason) => reason !== 'objection-upheld')]).toEqual([[], []]);
        },
        120,
      );
      expect(cards).toBeGreaterThan(40);
    }, 120_000);

    test('is red only when the pack’s time after the yellow notice has passed', async () => {
      let reds = 0;
      await always(pack, (appeal) => {
        const yellow = said(appeal, 'YellowCardIssued', wire.YellowCardIssued);
        for (const { clock, clockId, at } of said(appeal, 'RedCardIssued', wire.RedCardIssued)) {
          reds += 1;
          const red = ruleOf(pack.clocks.find(({ id }) => id === clock)?.red ?? '');
          const startAt = yellow.find((card) => card.clockId === clockId)?.at ?? Number.NaN;
          const { officeHours } = pack;
          const { deadlineAt } = computeDeadline({ rule: red, startAt, calendar: CALENDAR, officeHours });
          expect(at).toBeGreaterThanOrEqual(deadlineAt ?? Number.NaN);
        }
      });
      expect(reds).toBeGreaterThan(4);
    }, 120_000);

    test('paused, gets no card for the time in which it stood still', async () => {
      const [clock] = pack.clocks.filter(isMain);
      let [paused, cards] = [0, 0];
      await always(
        pausing(pack),
        (appeal) => {
          const moved = said(appeal, 'DeadlineRecomputed', wire.DeadlineRecomputed);
          paused += moved.filter(({ reason }) => reason === 'pause').length;
          for (const card of said(appeal, 'YellowCardIssued', wire.YellowCardIssued)) {
            if (card.clock !== clock?.id) continue;
            cards += 1;
            expect(card.deadlineAt).toBe(deadlineOf(card.clockId, appeal, card.at));
          }
        },
        120,
      );
      expect([paused, cards].map((count) => count > 5)).toEqual([true, true]);
    }, 120_000);

    test('over, takes nothing but a reopening', async () => {
      let over = 0;
      await always(
        pack,
        (appeal) => {
          if (!ended(appeal).every((end) => end)) return;
          over += 1;
          const before = appeal.journal.length;
          for (const who of ['lead', 'clerk', 'caller', 'enterprise', 'leader'])
            for (const asked of EVERYTHING) asks(appeal, who, asked);
          for (const part of appeal.all) part.publish(appeal.journal);
          expect(appeal.journal.slice(before).map(({ type }) => type)).toEqual([]);
        },
        120,
      );
      expect(over).toBeGreaterThan(10);
    }, 120_000);
  },
);

/**
 * The deadline counted anew from what happened by then: start, contacts and opinions of that dispatch and
 * unit.
 */
function deadlineOf(clockId: string, appeal: OneAppeal, by: number): number {
  const started = said(appeal, 'ClockStarted', wire.ClockStarted).find((clock) => clock.clockId === clockId);
  if (started === undefined) throw new Error(`${clockId} was never started`);
  const contacts = said(appeal, 'EnterpriseContacted', contact).filter(
    ({ outcome, satisfies }) => outcome === 'reached' || satisfies,
  );
  const opinions = said(appeal, 'PreliminaryOpinionGiven', opinion);
  const marks = [
    ...contacts.map(({ at, unit }) => ({ at, unit, stands: true })),
    ...opinions.map(({ at, unit }) => ({ at, unit, stands: false })),
  ]
    .filter(({ at, unit }) => at >= started.startAt && at < by && unit === started.unit)
    .sort((one, other) => one.at - other.at);
  const pauses: { fromAt: number; untilAt?: number }[] = [];
  for (const { at, stands } of marks) {
    const open = pauses.at(-1)?.untilAt === undefined ? pauses.at(-1) : undefined;
    if (stands && open === undefined) pauses.push({ fromAt: at });
    if (!stands && open !== undefined) open.untilAt = at;
  }
  const { officeHours } = appeal.pack;
  const { rule, startAt } = started;
  const input = { rule: ruleOf(rule), startAt, calendar: CALENDAR, officeHours, pauses };
  return computeDeadline(input).deadlineAt ?? 0;
}

const EVERYTHING: readonly Parameters<typeof asks>[2][] = [
  { of: 'intake', command: { type: 'UrgeAppeal', note: '' } },
  { of: 'intake', command: { type: 'WithdrawAppeal', reason: '' } },
  { of: 'intake', command: { type: 'AdmitAppeal' } },
  { of: 'triage', command: { type: 'DispatchAppeal', lead: 'wtr', assist: [], why: '' } },
  { of: 'triage', command: { type: 'AnswerAppeal', articleId: 'K001' } },
  { of: 'triage', command: { type: 'RecallDispatch', dispatchNo: 0, reason: '派错' } },
  { of: 'triage', command: { type: 'RuleObjection', dispatchNo: 0, upheld: true, toUnit: '', note: '' } },
  { of: 'casework', command: { type: 'AcknowledgeDispatch', dispatchNo: 0 } },
  { of: 'casework', command: { type: 'GivePreliminaryOpinion', dispatchNo: 0, text: '意见' } },
  { of: 'casework', command: { type: 'RateAppeal', rating: 'dissatisfied', comment: '' } },
  { of: 'casework', command: { type: 'DisputeAnswer', reason: '未解决' } },
  { of: 'casework', command: { type: 'CloseAppeal', why: 'ruled', reason: '' } },
  {
    of: 'casework',
    command: { type: 'FollowUpAppeal', contacted: true, solved: true, satisfied: true, reasons: '' },
  },
];
