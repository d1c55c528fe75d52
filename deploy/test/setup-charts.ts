/**
 * The programs and schemas with which the chart is checked are got once per user, beside the other steps of
 * the set-up. Without them everything else is tested all the same; the gate `charts` then says what is
 * missing.
 */
import { chartToolsReady, prepareChartTools } from '../check/charts-tools';
import type { Step } from '../launch/step-runner';

/** Gets the tools of the chart's check; see `prepareChartTools`. */
export function chartToolsStep(): Step {
  return {
    id: 'chart-tools',
    title: {
      zh: '图表检查工具(每位用户一次,约五分钟)',
      en: 'tools that check the chart (once per user, about five minutes)',
    },
    after: ['packages'],
    optional: true,
    done: async () => chartToolsReady(),
    run: async (note) => {
      await prepareChartTools(note);
    },
  };
}
