import type { LogFields } from './log';
import { createLog, scrub } from './log';

function lines(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const written: string[] = [];
  write(createLog({ service: 'intake', destination: { write: (line) => void written.push(line) } }));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

// Put together here, so that no number that could be somebody's stands in the repository.
const mobile = ['138', '1234', '5678'];
const phones = [
  mobile.join(''),
  '19900001234',
  `+86${mobile.join('')}`,
  `86${mobile.join('')}`,
  mobile.join('-'),
  mobile.join(' '),
];
const landline = ['0512', '67341234'].join('-');
const resident = ['320502', '19900101', '1234'].join('');
const residentWithX = `${resident.slice(0, -1)}X`;

describe('log', () => {
  it.each([...phones, landline, resident, residentWithX])('blanks %s wherever it stands', (seed) => {
    const told = JSON.stringify(
      lines((log) => {
        log.info(`call.${seed}`, { reason: `tel:${seed};`, key: seed, number: `x${seed}` });
        log.error('sms.failed', new Error(`cannot reach ${seed}`), { address: seed });
        log.warn('number', { count: Number(seed) });
      }),
    );
    expect(told).not.toContain(seed);
    expect(told).not.toContain('1381234567');
  });

  it('keeps ids, codes, instants and numbers', () => {
    const fields: LogFields = {
      appealId: '7c9e6679-7425-5de1-a44b-13812345678f',
      eventId: 'demo/7c9e6679-7425-5de1-a44b-e07fc1f90ae7/intake.appeal/3',
      number: 'YC202611220000017',
      at: 1795300000000,
      durationMs: 12.5,
      ok: true,
    };
    expect(lines((log) => log.info('appeal.submitted', fields))[0]).toMatchObject({
      service: 'intake',
      level: 'info',
      event: 'appeal.submitted',
      ...fields,
    });
  });

  it('drops what is not listed or not a scalar and says which', () => {
    const unlisted = { title: '路灯坏了', name: 'Wang', count: { $gt: '' }, lag: 3 } as unknown as LogFields;
    const [line] = lines((log) => log.info('x', unlisted));
    expect(line).toMatchObject({ lag: 3, dropped: 'title,name,count' });
    expect(JSON.stringify(line)).not.toMatch(/路灯|Wang/);
  });

  it('tells of an error where it happened, not whom it concerns', () => {
    const [line] = lines((log) => log.error('failed', new TypeError('Unexpected token 张三丰 in JSON')));
    expect(line).toMatchObject({ level: 'error', error: 'TypeError', message: 'Unexpected token … in JSON' });
    expect(line?.['frames']).toContain('log.spec.ts');
  });

  it('cuts long texts', () => {
    expect(scrub('a'.repeat(5000))).toHaveLength(300);
  });
});
