// Where reports are drawn from: analytics and casework behind their contracts.
import type { Peers } from './peers.grpc';
import type { ReportSources } from '../../app/report-sources';

/** The questions a report asks. */
type Asked = {
  readonly analytics: Pick<Peers['analytics'], 'getFigures' | 'rank' | 'listReportCases'>;
  readonly casework: Pick<Peers['casework'], 'describeCases'>;
};

/** Sources over the services; the simulation hands in its own, which are called directly. */
export function reportSources({ analytics, casework }: Asked): ReportSources {
  return {
    cases: (asked) => analytics.listReportCases(asked),
    words: async (appealIds) => (await casework.describeCases({ appealIds: [...appealIds] })).cases,
    figures: async (asked) => {
      const { rows, refused } = await analytics.getFigures({ ...asked, covering: '' });
      if (refused) throw new Error(`analytics refuses the figures of a report: ${refused.code}`);
      return rows;
    },
    ranking: async (asked) => {
      const { units, refused } = await analytics.rank({ ...asked, period: '', covering: '' });
      if (refused) throw new Error(`analytics refuses the ranking of a report: ${refused.code}`);
      return units;
    },
  };
}
