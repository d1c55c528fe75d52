import { infrastructurePorts, planPorts, portSpan, servicePorts } from './port-plan';
import { serviceRows } from './services';

const all = (base: number) => {
  const plan = planPorts(base);
  return [...infrastructurePorts(plan), ...servicePorts(plan)].map(({ port }) => port);
};

describe('port plan', () => {
  it('gives every port of an instance once, within its span', () => {
    const ports = all(7100);
    expect(new Set(ports).size).toBe(ports.length);
    expect(ports).toHaveLength(4 + 2 * serviceRows.length);
    expect(Math.min(...ports)).toBe(7100);
    expect(Math.max(...ports)).toBeLessThan(7100 + portSpan);
  });

  it('keeps two instances one span apart from each other', () => {
    const first = new Set(all(7100));
    expect(all(7100 + portSpan).filter((port) => first.has(port))).toEqual([]);
  });

  it('puts the doors where the operator expects them', () => {
    const plan = planPorts(7100);
    expect(plan).toMatchObject({ http: 7100, broker: 7101, controller: 7102, store: 7103 });
    expect(plan.services['intake']).toEqual({ grpc: 7110, ops: 7130 });
  });
});
