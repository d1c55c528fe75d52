// A working week of thirty appeals under every pack, with hours in which nobody reads the journal: all that
// was submitted is accounted for, what is stored is what the journal makes of it, and nobody was carded for
// those hours. Seed 5; where an appeal goes the desk decides.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS, startOfDay } from '#working-calendar/civil-day';
import { CardRevoked } from '#contracts/gen/zhitong/supervision/v1/events';
import { auditCards } from '../test/card-audit';
import { byText, oneFinder } from '../test/officer';
import { townUnder } from '../test/town';
import { arrivalsOf, daysOf } from './domain/arrivals';
import { appealsAt } from './domain/drawn-appeals';
import { drawsOf } from './domain/seeded-draws';
import { reportOf } from './report';
import { PARTITIONS, Simulation } from './simulation';

const PACKS = [...readdirSync(join(__dirname, '../../../deploy/packs')), '../proof/packs/sixth'];
const HOUR = 3_600_000;
const [FROM, TO] = ['2026-03-02', '2026-03-08'] as const;
const COUNT = 30;

async function week(name: string): Promise<Simulation> {
  const town = townUnder(name);
  const startAt = startOfDay(FROM);
  const simulation = await Simulation.start({
    ...town,
    seed: 5,
    startAt,
    train: byText,
    createFinder: oneFinder,
  });
  const draw = drawsOf(5);
  const days = daysOf(FROM, TO);
  const { journal } = simulation.town;
  const instants = arrivalsOf(COUNT, days, draw, town.calendar);
  const { training: told, register } = town.profile;
  const { doors, kinds } = town.pack;
  const supply = { told, register, doors: doors.map(({ id }) => id), kinds };
  for (const appeal of appealsAt(instants, supply, draw)) simulation.arrive(appeal);
  for (const [nth, day] of days.entries()) {
    const outageAt = startOfDay(day) + (9 + 3 * (nth % 3)) * HOUR;
    simulation.time.plan(outageAt, () => journal.hold());
    simulation.time.plan(outageAt + 4 * HOUR, () => journal.release());
  }
  await simulation.runTo(startOfDay(TO) + DAY_MS);
  return simulation;
}

test.each(PACKS)(
  '%s',
  async (name) => {
    const simulation = await week(name);
    const { town } = simulation;
    try {
      const report = await reportOf(simulation, { fromAt: startOfDay(FROM), toAt: startOfDay(TO) + DAY_MS });
      const ended = Object.values(report.byStatus).reduce((sum, count) => sum + count, 0);
      const refused = Object.values(report.refused).reduce((sum, count) => sum + count, 0);
      expect([report.submitted, ended + refused, report.sums]).toEqual([COUNT, COUNT, true]);
      for (const { runtime } of Object.values(town.hosts))
        expect((await runtime.compare()).flatMap(({ differing }) => differing)).toEqual([]);
      const items = Array.from({ length: PARTITIONS }, (_, at) => town.journal.partition(at)).flat();
      const audit = auditCards(items);
      expect(audit.broken).toEqual([]);
      // A programme whose shortest clock runs for days shows few in a week.
      expect(audit.cards).toBeGreaterThan(1);
      const revoked = items.flatMap((item) =>
        'type' in item && item.type.endsWith('.CardRevoked') ? [CardRevoked.decode(item.value).reason] : [],
      );
      expect(revoked.filter((reason) => reason === 'decided-in-time')).toEqual([]);
    } finally {
      await town.stop();
    }
  },
  600_000,
);
