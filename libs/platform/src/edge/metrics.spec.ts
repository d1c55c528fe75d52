import { createMetricsRegistry, metricRows } from './metrics';

describe('metrics', () => {
  it('shows counters, gauges and histograms of several services with meaning and labels', async () => {
    const registry = createMetricsRegistry();
    const intake = registry.of('intake');
    intake.add('zt_refused_total', 2, { code: 'CLOSED' });
    intake.add('zt_refused_total', 1, { code: 'CLOSED' });
    registry.of('triage').add('zt_refused_total', 1, { code: 'CLOSED' });
    intake.record('zt_grpc_duration_ms', 7);
    let lag: number | undefined = 41;
    const stop = intake.observe('zt_journal_lag', () => lag, { group: 'intake' });
    const text = await registry.text();
    expect(text).toContain('# HELP zt_refused_total Requests or commands refused, by code');
    expect(text).toContain('# TYPE zt_refused_total counter');
    expect(text).toContain('zt_refused_total{service="intake",code="CLOSED"} 3');
    expect(text).toContain('zt_refused_total{service="triage",code="CLOSED"} 1');
    expect(text).toContain('zt_journal_lag{service="intake",group="intake"} 41');
    expect(text).toContain('zt_grpc_duration_ms_bucket{service="intake",le="5"} 0');
    expect(text).toContain('zt_grpc_duration_ms_bucket{service="intake",le="10"} 1');
    lag = undefined;
    expect(await registry.text()).not.toContain('zt_journal_lag{');
    lag = 3;
    stop();
    expect(await registry.text()).not.toContain('zt_journal_lag{');
  });

  it('names say unit and kind', () => {
    for (const [name, row] of Object.entries(metricRows)) {
      expect(name).toMatch(/^zt_[a-z_]+$/);
      expect(name.endsWith('_total')).toBe(row.kind === 'counter');
      expect(name.endsWith('_ms')).toBe(row.unit === 'ms');
    }
  });
});
