// What panels and joint meetings wrote, as facts of the case file.
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import type { EventRow } from '#platform/runtime/codec';
import type { CaseFact } from '../../domain/case-facts';
import { openWords } from '#contracts/sealed-words';
import { readRow } from '#platform/runtime/codec';

/** Rows of panels and meetings. */
export const sessionRows: Readonly<Record<string, EventRow<CaseFact>>> = {
  'zhitong.triage.v1.PanelConvened': readRow(
    'PanelConvened',
    triage.PanelConvened,
    ({ sealed, ...event }, open) => ({ type: 'PanelConvened', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.RecusalDeclared': readRow(
    'RecusalDeclared',
    triage.RecusalDeclared,
    ({ sessionNo, member: by, sealed }, open) => {
      return { type: 'RecusalDeclared', sessionNo, by, reason: openWords(sealed, open) };
    },
  ),
  'zhitong.triage.v1.VoteCast': readRow(
    'VoteCast',
    triage.VoteCast,
    ({ sessionNo, member: by, option, sealed }, open) => {
      return { type: 'VoteCast', sessionNo, by, option, reason: openWords(sealed, open) };
    },
  ),
  'zhitong.triage.v1.PanelRuled': readRow('PanelRuled', triage.PanelRuled, ({ concerned, ...event }) => {
    return { type: 'PanelRuled', ...event, ...(concerned.length > 0 && { concerned }) };
  }),
  'zhitong.triage.v1.SessionLapsed': readRow(
    'SessionLapsed',
    triage.SessionLapsed,
    ({ concerned, ...event }) => {
      return { type: 'SessionLapsed', ...event, ...(concerned.length > 0 && { concerned }) };
    },
  ),
  'zhitong.triage.v1.MeetingConvened': readRow(
    'MeetingConvened',
    triage.MeetingConvened,
    ({ sealed, ...event }, open) => ({ type: 'MeetingConvened', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.MeetingRecorded': readRow(
    'MeetingRecorded',
    triage.MeetingRecorded,
    ({ sealed, ...event }, open) => {
      return { type: 'MeetingRecorded', ...event, conclusion: openWords(sealed, open) };
    },
  ),
};
