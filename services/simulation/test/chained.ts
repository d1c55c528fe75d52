// Yicheng with signatures inside the units (HD-9), which none of the programmes prescribes: the handler
// drafts within two days, the head of the section reads it within four working hours, the leader signs.
import type { Pack } from '#policy/pack';

const title = (zh: string, en: string) => ({ zh, en });

/** The pack with a chain, its rights, and the text that says when a step took too long. */
export function chained(pack: Pack): Pack {
  const rights = ['AssignInside', 'SignDraft'] as const;
  const [first] = pack.messages;
  if (first === undefined) throw new Error('A pack without texts');
  const text = title(
    '{number} 内部步骤“{step}”应于 {deadline} 前完成。',
    '{number}: {step} was due {deadline}.',
  );
  const steps = [
    { id: 'draft', title: title('拟稿', 'draft'), by: 'handler' as const, within: 'hours:48' },
    { id: 'section', title: title('审核', 'check'), by: 'section-head' as const, within: 'workingHours:4' },
    { id: 'leader', title: title('签发', 'sign'), by: 'unit-leader' as const },
  ];
  return {
    ...pack,
    unitChain: { clause: 'HD-9', steps },
    scopes: pack.scopes.map((scope) =>
      scope.on === 'own-unit' && scope.may.includes('CompleteAppeal')
        ? { ...scope, may: [...scope.may, ...rights] }
        : scope,
    ),
    messages: [...pack.messages, { ...first, id: 'inside-overdue', on: 'inside-overdue', to: 'unit', text }],
  };
}
