import { randomBytes } from 'node:crypto';
import { freshDataDir } from '../test/data-dir';
import { type Appeal, push, sampleAppeals } from './appeals';
import { type Ground, eventually, raise } from './ground';
import { PEOPLE, act, untilStatus } from './one-appeal';
import { type CollectedSpan, type SpanCollector, collectSpans, orphans, wayTo } from './span-collector';

jest.setTimeout(240_000);

const ENDPOINT = 'OTEL_EXPORTER_OTLP_ENDPOINT';

let collector: SpanCollector;
let ground: Ground;
let trace: readonly CollectedSpan[];
const traceId = randomBytes(16).toString('hex');
const rootId = randomBytes(8).toString('hex');

beforeAll(async () => {
  collector = await collectSpans();
  process.env[ENDPOINT] = collector.endpoint;
  ground = await raise(freshDataDir('trace'));
}, 240_000);
afterAll(async () => {
  delete process.env[ENDPOINT];
  await ground?.instance.stop();
  await collector?.stop();
}, 60_000);

describe('one trace', () => {
  it('begins at the web door and lasts until the last effect', async () => {
    const sample = sampleAppeals().find(
      ({ label, channel }) => label.disposition === 'dispatch' && channel === 'web',
    );
    const traceparent = `00-${traceId}-${rootId}-01`;
    const { status, body } = await push(ground, sample as Appeal, { traceparent });
    expect(status).toBe(201);
    const { status: routed } = await untilStatus(ground, body.id, ['dispatched', 'desk']);
    if (routed === 'desk') await act(ground, body.id, PEOPLE.clerk, 'dispatch', { lead: 'met' });
    await untilStatus(ground, body.id, ['dispatched']);
    const last = ['supervision', 'notification', 'casework'];
    trace = await eventually('spans of the last effects', 60_000, async () => {
      const spans = collector.spans.filter((span) => span.traceId === traceId);
      const reached = last.every((service) => spans.some((span) => span.service === service));
      return reached ? spans : undefined;
    }).catch((error: Error) => {
      const seen = collector.spans.filter((span) => span.traceId === traceId);
      throw new Error(
        `${error.message}; seen: ${seen.map(({ service, name }) => `${service} ${name}`).join('; ')}`,
      );
    });
  });

  it('has no gap: every span hangs on another of the trace', async () => {
    // What is still being sent comes within the batch's five seconds.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    trace = collector.spans.filter((span) => span.traceId === traceId);
    const loose = orphans(trace, rootId).map(({ service, name }) => `${service} ${name}`);
    expect(loose).toEqual([]);
  });

  it.each([
    ['intake', /IntakeService\/Submit/],
    ['triage', /^triage\.routing zhitong\.intake\.v1\.AppealAdmitted/],
    ['knowledge', /^knowledge\.answering zhitong\.intake\.v1\.AppealAdmitted/],
    ['supervision', /^supervision\.docket zhitong\.intake\.v1\.AppealAdmitted/],
    ['casework', /^casework\.workorder zhitong\.intake\.v1\.AppealAdmitted/],
    ['notification', /^notification\.messages zhitong\.intake\.v1\.AppealSubmitted/],
  ])('leads from the gateway to %s', (service, name) => {
    const end = trace.find((span) => span.service === service && name.test(span.name));
    const all = trace.map((span) => `${span.service} ${span.name}`);
    expect({ found: end?.name ?? all }).toEqual({ found: expect.stringMatching(name) });
    const way = wayTo(trace, end as CollectedSpan);
    expect(way[0]).toMatch(/^gateway POST/);
    if (service !== 'intake') expect(way.join(' > ')).toMatch(/gateway .*Submit > intake .*Submit > /);
  });
});
