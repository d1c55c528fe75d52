// A town that lives through months in minutes: appeals arrive, people hear of them and act, the instance
// decides, counts time and shows cards. The same seed gives the same journal, byte by byte.
import type { Pack } from '#policy/pack';
import { packHash } from '#policy/pack-loader';
import type { Profile } from '#policy/profile';
import type { ReadItem } from '#platform/journal/record';
import { isUnreadable } from '#platform/journal/record';
import type { VersionBook } from '#platform/version-book';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { heardOf } from './adapters/mapping/heard-events';
import { refusalOf, requestOf, submissionOf, submittedOf } from './adapters/mapping/person-requests';
import { type Instance, type InstanceParts, startInstance } from './adapters/out/instance';
import { VirtualTime } from './adapters/out/virtual-time';
import type { Act } from './domain/acts';
import { type DrawnAppeal, storyOf } from './domain/drawn-appeals';
import { officesOf } from './domain/offices';
import { People } from './people';
import { drawsOf } from './domain/seeded-draws';
import { Tally } from './tally';

/** Where a simulation takes place. */
export interface Setting {
  readonly instance: string;
  readonly seed: number;
  readonly pack: Pack;
  readonly profile: Profile;
  readonly calendar: WorkingCalendar;
  /** When it begins (epoch ms). */
  readonly startAt: number;
  /** Another classifier than that of production, for scenarios that say themselves where an appeal goes. */
  readonly train?: InstanceParts['train'];
  /** Another finder of answers than that of production, for scenarios that build it once for many towns. */
  readonly createFinder?: InstanceParts['createFinder'];
  /** The account alone counts, nobody will look at a case. */
  readonly forgetful?: boolean;
}

/** Partitions of the journal; the one of an embedded instance has as many. */
export const PARTITIONS = 4;

/** A town in which appeals can be handed in and acts planned. */
export class Simulation {
  readonly tally = new Tally();
  private readonly people: People;

  private constructor(
    readonly time: VirtualTime,
    readonly town: Instance,
    readonly versions: VersionBook,
    private readonly setting: Setting,
  ) {
    const { seed, calendar, profile } = setting;
    const units = profile.units.map(({ code }) => code);
    const codes = new Set(profile.register.map(({ uscc }) => uscc));
    const offices = officesOf(setting.pack);
    const counties = profile.units.filter(({ tier }) => tier === 'county').map(({ code }) => code);
    const { experts, posts } = profile;
    const known = { draw: drawsOf(seed), calendar, units, experts, counties, posts, offices };
    this.people = new People(known, (uscc) => codes.has(uscc));
  }

  /** Starts the instance of a town. */
  static async start(setting: Setting): Promise<Simulation> {
    const time = new VirtualTime(setting.startAt);
    const versions = bookOf(setting);
    const { instance, seed, train, createFinder, forgetful = false } = setting;
    const shared = { instance, seed, versions, time, partitions: PARTITIONS, forgetful };
    const brought = { ...(train && { train }), ...(createFinder && { createFinder }) };
    const town = await startInstance({ ...shared, ...brought });
    return new Simulation(time, town, versions, setting).listening();
  }

  /** Plans that an appeal is handed in at its instant, and that everybody then behaves as they do. */
  arrive(appeal: DrawnAppeal): void {
    this.time.plan(appeal.at, () => this.submit(appeal));
  }

  /** Plans an act; done unless it is overtaken by then. */
  plan(act: Act): void {
    this.time.plan(act.at, () => (act.overtaken?.() ? undefined : this.perform(act)));
  }

  /** Hands an appeal in now; answers its id, or the code it is refused with. */
  async submit(appeal: DrawnAppeal, lived = true): Promise<{ id: string } | { refused: string }> {
    const answer = submittedOf(await this.town.call('intake', 'submit', submissionOf(appeal)));
    this.tally.submitted('refused' in answer ? answer.refused : '');
    const units = this.setting.profile.units.map(({ code }) => code);
    if ('id' in answer && lived) this.people.know(answer.id, storyOf(appeal, units));
    return answer;
  }

  /** Gives a command; answers the code it is refused with, empty when it is accepted. */
  async perform(act: Act): Promise<string> {
    const refused = refusalOf(await this.town.call(act.command.door, 'execute', requestOf(act)));
    this.tally.acted(act.command, refused);
    const instead = act.whenRefused?.[refused];
    if (instead) this.plan(instead);
    return refused;
  }

  /** Lets everything happen up to the instant (epoch ms). */
  async runTo(endAt: number): Promise<void> {
    await this.time.runTo(endAt, this.town);
  }

  private async listening(): Promise<this> {
    const reader = this.town.journal.open('people').reader('simulation.people');
    await reader.run({
      assigned: async () => 0,
      batch: async (_partition, items) => {
        for (const item of items) this.hear(item);
        return undefined;
      },
    });
    await this.town.settled();
    return this;
  }

  private hear(item: ReadItem): void {
    if (isUnreadable(item)) throw new Error(`unreadable: ${item.unreadable}`);
    this.tally.recorded(item.type);
    const heard = heardOf(item.type, item.value);
    if (heard === undefined) return;
    this.tally.heard(heard);
    for (const act of this.people.hear(item.key, item.at, heard)) this.plan(act);
  }
}

/** The versions of a town with one pack. */
export function bookOf({
  pack,
  profile,
  calendar,
}: Pick<Setting, 'pack' | 'profile' | 'calendar'>): VersionBook {
  const hash = packHash(pack);
  return {
    pack: (asked) => {
      if (asked !== hash) throw new Error(`A simulation knows one pack, not ${asked}`);
      return pack;
    },
    packFor: () => ({ pack, hash }),
    packsInForce: () => [pack],
    calendar: () => calendar,
    profile: () => profile,
  };
}
