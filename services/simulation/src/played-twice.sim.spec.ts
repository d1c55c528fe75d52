// The scenarios of test/played-twice.ts under virtual time; over the real broker and store they are played by
// deploy/proof/moved-clock.int.spec.ts. Seed 7; nothing is drawn.
import { officer } from '../test/officer';
import { PLAYED_TWICE, PLAYED_UNDER } from '../test/played-twice';

test.each(PLAYED_TWICE.map((scenario) => [scenario.name, scenario] as const))(
  '%s',
  async (_name, scenario) => {
    const town = await officer(scenario.at, PLAYED_UNDER);
    try {
      await scenario.play(town);
    } finally {
      await town.closes();
    }
  },
);
