// 保护诉求 (HD-10): an enterprise may ask that nobody who works on its appeal learns who it is. What would tell
// is shown as this word to everybody; the platform opens it with a reason on record, and only the enterprise
// lifts the protection.

/** What stands in the place of whatever tells who a protected enterprise is. */
export const PROTECTED = '〔已保护〕';
