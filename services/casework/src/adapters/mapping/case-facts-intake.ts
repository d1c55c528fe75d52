// Intake's events as facts of the case file.
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import type { EventRow, Open } from '#platform/runtime/codec';
import type { CaseFact, SubmittedWords } from '../../domain/case-facts';
import { openWords } from '#contracts/sealed-words';
import { readRow } from '#platform/runtime/codec';

function openSubmitted(sealed: Uint8Array, open: Open): SubmittedWords {
  const plain = open(sealed);
  if (plain === 'erased') return 'erased';
  const { title, content, enterpriseName, contactName, contactPhone } =
    intake.AppealSubmittedPrivate.decode(plain);
  return { title, content, enterpriseName, contactName, contactPhone };
}

function openMaterial(
  sealed: Uint8Array,
  open: Open,
): { readonly text: string; readonly attachments: number | 'erased' } {
  const plain = open(sealed);
  if (plain === 'erased') return { text: 'erased', attachments: 'erased' };
  const { text, attachments } = intake.MaterialAddedPrivate.decode(plain);
  return { text, attachments: attachments.length };
}

/** Rows of intake. */
export const intakeRows: Readonly<Record<string, EventRow<CaseFact>>> = {
  'zhitong.intake.v1.AppealSubmitted': readRow('AppealSubmitted', intake.AppealSubmitted, (event, open) => {
    const { number, channel, sourceNumber, kind, topic, uscc, region } = event;
    const words = {
      words: openSubmitted(event.sealed, open),
      ...(event.protect && { protect: true as const }),
      ...(event.receivedAt > 0 && { receivedAt: event.receivedAt, by: event.releasedBy }),
    };
    return { type: 'AppealSubmitted', number, channel, sourceNumber, kind, topic, uscc, region, ...words };
  }),
  'zhitong.intake.v1.IdentityMatched': readRow(
    'IdentityMatched',
    intake.IdentityMatched,
    ({ uscc, domicileRegion, industry, nameDiffers, ruledBy }) => ({
      type: 'IdentityMatched',
      uscc,
      region: domicileRegion,
      industry,
      nameDiffers,
      by: ruledBy,
    }),
  ),
  'zhitong.intake.v1.IdentityQueried': readRow('IdentityQueried', intake.IdentityQueried, ({ reason }) => ({
    type: 'IdentityQueried',
    reason,
  })),
  'zhitong.intake.v1.IdentityFounding': readRow(
    'IdentityFounding',
    intake.IdentityFounding,
    ({ ruledBy }) => ({ type: 'IdentityFounding', by: ruledBy }),
  ),
  'zhitong.intake.v1.ScreeningHeld': readRow(
    'ScreeningHeld',
    intake.ScreeningHeld,
    ({ ground, words, score }) => ({ type: 'ScreeningHeld', ground, found: words, score }),
  ),
  'zhitong.intake.v1.AppealAdmitted': readRow('AppealAdmitted', intake.AppealAdmitted, (event) => {
    const { pack, packHash, kind, topic, region, uscc, decidedBy } = event;
    return { type: 'AppealAdmitted', pack, packHash, kind, topic, region, uscc, by: decidedBy };
  }),
  'zhitong.intake.v1.AppealDeclined': readRow(
    'AppealDeclined',
    intake.AppealDeclined,
    ({ ground, decidedBy, sealed }, open) => ({
      type: 'AppealDeclined',
      ground,
      by: decidedBy,
      explanation: openWords(sealed, open),
    }),
  ),
  'zhitong.intake.v1.AppealSentBack': readRow(
    'AppealSentBack',
    intake.AppealSentBack,
    ({ decidedBy, sealed }, open) => ({
      type: 'AppealSentBack',
      by: decidedBy,
      wanted: openWords(sealed, open),
    }),
  ),
  'zhitong.intake.v1.AppealJoined': readRow(
    'AppealJoined',
    intake.AppealJoined,
    ({ joinedTo, joinedToNumber, similarity }) => ({
      type: 'AppealJoined',
      joinedTo,
      joinedToNumber,
      similarity,
    }),
  ),
  'zhitong.intake.v1.AppealReported': readRow('AppealReported', intake.AppealReported, (event, open) => {
    const { number, channel, sourceNumber, kind, uscc, region, pack, packHash, unit, period } = event;
    const { receivedAt, closedAt, satisfaction, sameAsNumber, reportedBy: by, sealed } = event;
    const plain = open(sealed);
    const words = plain === 'erased' ? plain : intake.AppealReportedPrivate.decode(plain);
    const said = { number, channel, sourceNumber, kind, uscc, region, pack, packHash, unit, period };
    const told = { receivedAt, closedAt, satisfaction, joinedToNumber: sameAsNumber, by, words };
    return { type: 'AppealReported', ...said, ...told };
  }),
  'zhitong.intake.v1.MaterialAdded': readRow('MaterialAdded', intake.MaterialAdded, ({ sealed }, open) => ({
    type: 'MaterialAdded',
    ...openMaterial(sealed, open),
  })),
  'zhitong.intake.v1.AppealUrged': readRow('AppealUrged', intake.AppealUrged, ({ count, sealed }, open) => ({
    type: 'AppealUrged',
    count,
    note: openWords(sealed, open),
  })),
  'zhitong.intake.v1.WithdrawalRequested': readRow(
    'WithdrawalRequested',
    intake.WithdrawalRequested,
    ({ sealed }, open) => ({ type: 'WithdrawalRequested', reason: openWords(sealed, open) }),
  ),
  'zhitong.intake.v1.AppealWithdrawn': readRow('AppealWithdrawn', intake.AppealWithdrawn, () => ({
    type: 'AppealWithdrawn',
  })),
  'zhitong.intake.v1.ProtectedOpened': readRow(
    'ProtectedOpened',
    intake.ProtectedOpened,
    ({ by, sealed }, open) => ({ type: 'ProtectedOpened', by, reason: openWords(sealed, open) }),
  ),
  'zhitong.intake.v1.ProtectionLifted': readRow('ProtectionLifted', intake.ProtectionLifted, () => ({
    type: 'ProtectionLifted',
  })),
};
