// One simulation from its first day to its last, with the appeals it is told to take; twice under two packs
// when somebody asks what another pack would have made of the same appeals and the same people.
import type { Pack } from '#policy/pack';
import type { Profile } from '#policy/profile';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { type CivilDay, DAY_MS, startOfDay } from '#working-calendar/civil-day';
import type { OnReport } from './adapters/out/figures.grpc';
import { arrivalsOf, daysOf } from './domain/arrivals';
import { type ToldAppeal, appealsAt } from './domain/drawn-appeals';
import { drawsOf } from './domain/seeded-draws';
import { type Report, reportOf } from './report';
import { type Setting, Simulation } from './simulation';

/** What is to be simulated; both days are included. */
export interface SimulationOrder {
  readonly instance: string;
  readonly seed: number;
  readonly pack: Pack;
  readonly profile: Profile;
  readonly calendar: WorkingCalendar;
  readonly fromOn: CivilDay;
  readonly toOn: CivilDay;
  readonly count: number;
  readonly appeals: readonly ToldAppeal[];
  /** Another classifier and another finder of answers than those of production. */
  readonly brought?: Pick<Setting, 'train' | 'createFinder'>;
  /** Told after every simulated day. */
  readonly onDay?: (day: CivilDay, simulation: Simulation) => void;
  /** Told of every report of the pack that is a table, for every whole period of its length. */
  readonly onReport?: OnReport['write'];
  /** Shown the town when all is over and before it ends. */
  readonly onEnd?: (simulation: Simulation) => Promise<void>;
}

/** Runs it and reports. */
export async function simulate(order: SimulationOrder): Promise<Report> {
  const { instance, seed, pack, profile, calendar, fromOn, toOn, count, appeals } = order;
  const startAt = startOfDay(fromOn);
  const simulation = await Simulation.start({
    instance,
    seed,
    pack,
    profile,
    calendar,
    startAt,
    forgetful: true,
    ...order.brought,
  });
  const draw = drawsOf(seed);
  const days = daysOf(fromOn, toOn);
  const doors = pack.doors.map(({ id }) => id);
  const supply = { told: appeals, register: profile.register, doors, kinds: pack.kinds };
  const instants = arrivalsOf(count, days, draw, calendar);
  for (const appeal of appealsAt(instants, supply, draw)) simulation.arrive(appeal);
  try {
    for (const day of days) {
      await simulation.runTo(startOfDay(day) + DAY_MS);
      order.onDay?.(day, simulation);
    }
    const period = { fromAt: startAt, toAt: startOfDay(toOn) + DAY_MS };
    const report = await reportOf(simulation, period, order.onReport);
    await order.onEnd?.(simulation);
    return report;
  } finally {
    await simulation.town.stop();
  }
}
