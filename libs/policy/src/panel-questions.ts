// What a programme puts before a panel 专家研判 (KB-5, HD-5): each question may be put on the grounds its pack
// names.
import type { Pack } from './pack';

type PanelGround = NonNullable<Pack['panel']>['when'][number];

/** What a panel is asked: whose duty it is, whether the answer holds, what is advised. */
export const PANEL_QUESTIONS = ['responsibility', 'result', 'advice'] as const;
/** One of `PANEL_QUESTIONS`. */
export type PanelQuestion = (typeof PANEL_QUESTIONS)[number];

const GROUNDS_OF: Readonly<Record<PanelQuestion, readonly PanelGround[]>> = {
  responsibility: ['unclear-duty', 'several-units', 'complicated'],
  result: ['result-in-doubt', 'complicated'],
  advice: ['seat-asks'],
};

/** The questions the pack puts before a panel; none where it knows no panel. */
export function panelQuestionsOf({ panel }: Pick<Pack, 'panel'>): readonly PanelQuestion[] {
  const when = panel?.when ?? [];
  return PANEL_QUESTIONS.filter((question) => GROUNDS_OF[question].some((ground) => when.includes(ground)));
}
