// Refusals that no domain decides but the platform itself: what a command meets before or after the rules.

/** Sentences by code. */
export const PLATFORM_SENTENCES = {
  CHANGED_MEANWHILE: {
    zh: '您看到的内容已被他人更新,请刷新后再操作。',
    en: 'Somebody changed this after you opened it. Load it again and decide anew.',
  },
  OUTBOX_FULL: {
    zh: '总线中断已久,该诉求暂不能再接受操作;恢复后请重试,已提交的内容不会丢失。',
    en: 'The bus has been away for long and this appeal takes no more commands for now. Nothing is lost; try again later.',
  },
  EVENT_TOO_LARGE: {
    zh: '内容过长(上限 64 kB),请缩短或改为附件。',
    en: 'The text is too long (64 kB at most). Shorten it or attach a file.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
