// Three of Chaozhou's scenarios over the real broker and store, by a clock that is moved. The same scenarios
// are played under virtual time by services/simulation/src/played-twice.sim.spec.ts.
import { freshDataDir } from '../test/data-dir';
import { type Infrastructure, startInfrastructure } from '../launch/infrastructure';
import { bookOf } from '#simulation/simulation';
import {
  refusalOf,
  requestOf,
  submissionOf,
  submittedOf,
} from '#simulation/adapters/mapping/person-requests';
import { type Officer, type Stage, instant, wordsOver } from '../../services/simulation/test/officer';
import { PLAYED_TWICE, PLAYED_UNDER } from '../../services/simulation/test/played-twice';
import { townUnder } from '../../services/simulation/test/town';
import { type MovedClock, openMovedClock } from './moved-clock';

jest.setTimeout(300_000);

const INSTANCE = 'moved';
let infrastructure: Infrastructure;
let clock: MovedClock;
let town: Officer;

function stageOf(moved: MovedClock): Stage {
  return {
    now: () => moved.now(),
    runTo: (at) => moved.runTo(at),
    call: (service, method, request) => moved.call(service, method, request),
    submit: async (appeal) => submittedOf(await moved.call('intake', 'submit', submissionOf(appeal))),
    perform: async (act) => refusalOf(await moved.call(act.command.door, 'execute', requestOf(act))),
  };
}

beforeAll(async () => {
  const dataDir = freshDataDir('moved-clock');
  infrastructure = await startInfrastructure({ dataDir, portBase: 0, instance: INSTANCE });
  const versions = bookOf({ ...townUnder(PLAYED_UNDER) });
  const startAt = instant(PLAYED_TWICE[0]?.at ?? '');
  clock = await openMovedClock({ infrastructure, instance: INSTANCE, versions, dataDir, startAt });
  town = wordsOver(stageOf(clock), PLAYED_UNDER);
});
afterAll(async () => {
  await clock?.stop();
  await infrastructure?.stop();
}, 60_000);

describe('over the real broker and store', () => {
  it.each(PLAYED_TWICE.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      await town.until(scenario.at);
      await scenario.play(town);
    },
  );
});
