// Intake's own events and their bytes in the journal. Words of people travel sealed under the appeal's data
// key; where it was destroyed they come back as `erased` and everything else as it was.
import * as wire from '#contracts/gen/zhitong/intake/v1/events';
import { type EventCodec, eventCodec, type Open, rowsOf, type Seal } from '#platform/runtime/codec';
import type { AppealWords, CodedField, Unmapped } from '../../domain/appeal';
import type { AppealEvent, Material } from '../../domain/appeal-events';
import type { Attachment } from '../../domain/attachment';

const row = rowsOf<AppealEvent>();

/** The events of intake.appeal. */
export const appealCodec: EventCodec<AppealEvent> = eventCodec<AppealEvent>({
  'zhitong.intake.v1.AppealSubmitted': row(
    'AppealSubmitted',
    wire.AppealSubmitted,
    ({ type: _, words, tags, protect = false, receivedAt = 0, releasedBy = '', ...rest }, seal) => ({
      ...rest,
      ...{ protect, receivedAt, releasedBy },
      tags: [...tags],
      sealed: sealWords(words, seal),
    }),
    ({ sealed, protect, receivedAt, releasedBy, ...rest }, open) => ({
      type: 'AppealSubmitted',
      ...rest,
      ...(protect && { protect }),
      ...(receivedAt > 0 && { receivedAt, releasedBy }),
      words: openWords(sealed, open),
    }),
  ),
  'zhitong.intake.v1.PushHeld': row(
    'PushHeld',
    wire.PushHeld,
    ({ type: _, words, unmapped, ...rest }, seal) => ({
      ...rest,
      unmapped: Object.keys(unmapped),
      sealed: sealPush(words, unmapped, seal),
    }),
    ({ sealed, unmapped, ...rest }, open) => ({
      type: 'PushHeld',
      ...rest,
      ...openPush(sealed, unmapped as readonly CodedField[], open),
    }),
  ),
  'zhitong.intake.v1.PushRejected': row(
    'PushRejected',
    wire.PushRejected,
    ({ decidedBy, reason }, seal) => ({ decidedBy, sealed: sealSentence(reason, seal) }),
    ({ decidedBy, sealed }, open) => ({
      type: 'PushRejected',
      decidedBy,
      reason: openSentence(sealed, open),
    }),
  ),
  'zhitong.intake.v1.IdentityMatched': row(
    'IdentityMatched',
    wire.IdentityMatched,
    ({ type: _, tags, ...rest }) => ({ ...rest, tags: [...tags] }),
    (found) => ({ type: 'IdentityMatched', ...found }),
  ),
  'zhitong.intake.v1.IdentityQueried': row(
    'IdentityQueried',
    wire.IdentityQueried,
    ({ reason, candidates }) => ({ reason, candidates: [...candidates] }),
    (found) => ({ type: 'IdentityQueried', ...found }),
  ),
  'zhitong.intake.v1.IdentityFounding': row(
    'IdentityFounding',
    wire.IdentityFounding,
    ({ ruledBy }) => ({ ruledBy }),
    (found) => ({ type: 'IdentityFounding', ...found }),
  ),
  'zhitong.intake.v1.ScreeningHeld': row(
    'ScreeningHeld',
    wire.ScreeningHeld,
    ({ ground, words, score }) => ({ ground, words: [...words], score }),
    (found) => ({ type: 'ScreeningHeld', ...found }),
  ),
  'zhitong.intake.v1.AppealAdmitted': row(
    'AppealAdmitted',
    wire.AppealAdmitted,
    ({ type: _, tags, ...rest }) => ({ ...rest, tags: [...tags] }),
    (found) => ({ type: 'AppealAdmitted', ...found }),
  ),
  'zhitong.intake.v1.AppealDeclined': row(
    'AppealDeclined',
    wire.AppealDeclined,
    ({ ground, decidedBy, explanation }, seal) => ({
      ground,
      decidedBy,
      sealed: sealSentence(explanation, seal),
    }),
    ({ ground, decidedBy, sealed }, open) => ({
      type: 'AppealDeclined',
      ground,
      decidedBy,
      explanation: openSentence(sealed, open),
    }),
  ),
  'zhitong.intake.v1.AppealSentBack': row(
    'AppealSentBack',
    wire.AppealSentBack,
    ({ decidedBy, wanted }, seal) => ({ decidedBy, sealed: sealSentence(wanted, seal) }),
    ({ decidedBy, sealed }, open) => ({
      type: 'AppealSentBack',
      decidedBy,
      wanted: openSentence(sealed, open),
    }),
  ),
  'zhitong.intake.v1.AppealJoined': row(
    'AppealJoined',
    wire.AppealJoined,
    ({ type: _, ...rest }) => rest,
    (found) => ({ type: 'AppealJoined', ...found }),
  ),
  'zhitong.intake.v1.AppealReported': row(
    'AppealReported',
    wire.AppealReported,
    ({ type: _, words, ...rest }, seal) => ({
      ...rest,
      sealed: words === 'erased' ? NOTHING : seal(wire.AppealReportedPrivate.encode(words).finish()),
    }),
    ({ sealed, ...rest }, open) => {
      const plain = open(sealed);
      const words = plain === 'erased' ? plain : wire.AppealReportedPrivate.decode(plain);
      return { type: 'AppealReported', ...rest, words };
    },
  ),
  'zhitong.intake.v1.MaterialAdded': row(
    'MaterialAdded',
    wire.MaterialAdded,
    ({ material }, seal) => ({ sealed: sealMaterial(material, seal) }),
    ({ sealed }, open) => ({ type: 'MaterialAdded', material: openMaterial(sealed, open) }),
  ),
  'zhitong.intake.v1.AppealUrged': row(
    'AppealUrged',
    wire.AppealUrged,
    ({ count, note }, seal) => ({ count, sealed: sealSentence(note, seal) }),
    ({ count, sealed }, open) => ({ type: 'AppealUrged', count, note: openSentence(sealed, open) }),
  ),
  'zhitong.intake.v1.WithdrawalRequested': row(
    'WithdrawalRequested',
    wire.WithdrawalRequested,
    ({ reason }, seal) => ({ sealed: sealSentence(reason, seal) }),
    ({ sealed }, open) => ({ type: 'WithdrawalRequested', reason: openSentence(sealed, open) }),
  ),
  'zhitong.intake.v1.AppealWithdrawn': row(
    'AppealWithdrawn',
    wire.AppealWithdrawn,
    () => ({}),
    () => ({ type: 'AppealWithdrawn' }),
  ),
  'zhitong.intake.v1.ProtectedOpened': row(
    'ProtectedOpened',
    wire.ProtectedOpened,
    ({ by, reason }, seal) => ({ by, sealed: sealSentence(reason, seal) }),
    ({ by, sealed }, open) => ({ type: 'ProtectedOpened', by, reason: openSentence(sealed, open) }),
  ),
  'zhitong.intake.v1.ProtectionLifted': row(
    'ProtectionLifted',
    wire.ProtectionLifted,
    () => ({}),
    () => ({ type: 'ProtectionLifted' }),
  ),
});

const NOTHING = new Uint8Array(0);

function sealSentence(text: string, seal: Seal): Uint8Array {
  return text === '' ? NOTHING : seal(wire.Words.encode({ text }).finish());
}

function openSentence(sealed: Uint8Array, open: Open): string {
  const plain = open(sealed);
  return plain === 'erased' ? 'erased' : wire.Words.decode(plain).text;
}

function sealWords(words: AppealWords, seal: Seal): Uint8Array {
  if (words === 'erased') return NOTHING;
  return seal(
    wire.AppealSubmittedPrivate.encode({ ...words, attachments: filesWire(words.attachments) }).finish(),
  );
}

function filesWire(attachments: readonly Attachment[]): wire.Attachment[] {
  return attachments.map(({ fileId = '', digest = '', ...named }) => ({ ...named, fileId, digest }));
}

function openWords(sealed: Uint8Array, open: Open): AppealWords {
  const plain = open(sealed);
  if (plain === 'erased') return plain;
  return wordsOf(wire.AppealSubmittedPrivate.decode(plain));
}

function wordsOf({ attachments, ...said }: wire.AppealSubmittedPrivate): AppealWords {
  return { ...said, attachments: attachments.map(fileOf) };
}

/** A link has neither id nor digest. */
function fileOf({ fileId, digest, ...named }: wire.Attachment): Attachment {
  return fileId === '' ? named : { ...named, fileId, digest };
}

function sealPush(words: AppealWords, unmapped: Unmapped, seal: Seal): Uint8Array {
  if (words === 'erased') return NOTHING;
  const said = { ...words, attachments: filesWire(words.attachments) };
  return seal(wire.PushHeldPrivate.encode({ words: said, codes: { ...unmapped } }).finish());
}

function openPush(
  sealed: Uint8Array,
  fields: readonly CodedField[],
  open: Open,
): { readonly words: AppealWords; readonly unmapped: Unmapped } {
  const plain = open(sealed);
  const { words, codes } =
    plain === 'erased' ? { words: undefined, codes: {} } : wire.PushHeldPrivate.decode(plain);
  const unmapped: Unmapped = Object.fromEntries(
    fields.map((field) => [field, (codes as Unmapped)[field] ?? '']),
  );
  return { words: words ? wordsOf(words) : 'erased', unmapped };
}

function sealMaterial(material: Material, seal: Seal): Uint8Array {
  if (material === 'erased') return NOTHING;
  const { text, attachments } = material;
  return seal(wire.MaterialAddedPrivate.encode({ text, attachments: filesWire(attachments) }).finish());
}

function openMaterial(sealed: Uint8Array, open: Open): Material {
  const plain = open(sealed);
  if (plain === 'erased') return plain;
  const { text, attachments } = wire.MaterialAddedPrivate.decode(plain);
  return { text, attachments: attachments.map(fileOf) };
}
