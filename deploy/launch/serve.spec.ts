import { environmentOf } from './serve';
import { crateProgress } from './setup-store-server';
import { restartDelayMs } from './kept-program';
import { entryOf } from './setup-bundles';

describe('composition of services', () => {
  const env = { ZT_COMPACT_PORTS: 'intake=7110/7130,triage=7111/7131', ZT_INSTANCE: 'demo' };

  it('gives each service of one process its own ports', () => {
    expect(environmentOf('triage', env)).toEqual({
      ZT_GRPC_PORT: '7111',
      ZT_OPS_PORT: '7131',
      ZT_INSTANCE: 'demo',
    });
  });

  it('leaves the environment of a process of its own as it is', () => {
    const own = { ZT_GRPC_PORT: '7110' };
    expect(environmentOf('intake', own)).toEqual(own);
  });

  it('imports every service once, in start order', () => {
    expect(entryOf(['identity', 'intake']).split('\n')).toEqual([
      "import { serve } from './deploy/launch/serve';",
      "import { service as s0 } from './services/identity/src/main';",
      "import { service as s1 } from './services/intake/src/main';",
      'void serve([s0, s1], process.env);',
    ]);
  });
});

describe('restart delay', () => {
  it('doubles from half a second to ten seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(restartDelayMs)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });
});

describe('progress of the store build', () => {
  it('is read from the bar that cargo prints', () => {
    expect(
      crateProgress(
        '\r    Building [====>      ] 12/312: serde\r    Building [=====>  ] 45/312: bson, tokio',
      ),
    ).toBe('45/312');
    expect(crateProgress('   Compiling serde v1.0.1')).toBeUndefined();
  });
});
