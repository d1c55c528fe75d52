import { join } from 'node:path';
import { loadPack } from '#policy/pack-loader';
import { SUBMISSION } from '../../test/scenario';
import type { IntakePorts } from './ports';
import { submitAppeal } from './submit-appeal';

function packOf(name: string) {
  const loaded = loadPack(join(__dirname, '../../../../deploy/packs', name));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}
const [rest, ofComplaints] = [packOf('yicheng'), packOf('chaozhou')];

/** A door where complaints are governed by another pack than the rest; nothing is stored behind it. */
const ports = {
  packFor: (_door: string, kind: string) => (kind === 'complaint' ? ofComplaints : rest),
  lists: () => ({
    channels: ['web'],
    kinds: rest.kinds.map(({ id }) => id),
    ...{ topics: ['permit', SUBMISSION.topic], regions: [SUBMISSION.region] },
    phone: (text: string) => text,
  }),
  isShut: () => false,
  identity: () => ({ regionPrefixes: ['3205'], places: [], nameDiffers: 'flag' }),
  register: { byCode: async () => ({}) },
  codes: { appealId: () => 'id', queryCode: () => 'Q' },
  appeals: {
    get: async () => undefined,
    admitKey: async () => {
      throw new Error('taken in');
    },
  },
} as unknown as IntakePorts;

const { enterpriseName: name, uscc, region, contactName, contactPhone, ...said } = SUBMISSION;
const who = {
  enterprise: { name, uscc, region, tags: [] },
  contact: { name: contactName, phone: contactPhone },
};
const submit = (over: object) =>
  submitAppeal({ ...said, ...who, kind: '', topic: '', ...over }, ports).catch(
    (error: Error) => error.message,
  );
const PERMIT = { template: 'permit', fields: { matter: '环评' } };

describe('问题模板 at a door with two packs (IN-3)', () => {
  test('a template is found without its kind, which it decides', async () => {
    await expect(submit(PERMIT)).resolves.toBe('taken in');
  });
  test('with another kind it is none of that pack', async () => {
    const refused = { outcome: 'refused', problems: [{ code: 'TEMPLATE_UNKNOWN', field: 'template' }] };
    await expect(submit({ ...PERMIT, kind: 'help' })).resolves.toMatchObject(refused);
  });
});
