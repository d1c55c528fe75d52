// Requests for data as the public JSON shows them: times in ISO 8601, the template in full.
import type { DataRequestView } from '#contracts/gen/zhitong/casework/v1/service';
import type { Pack } from '#policy/pack';
import type { DataTemplate } from '#policy/pack-data-requests';
import { isoOf } from './case-json';

/** A template of the pack. */
export function templateJson({ fields = [], ...template }: DataTemplate) {
  return { ...template, fields };
}

/** A request; its template is null where its pack has it no more. */
export function dataRequestJson(view: DataRequestView, pack: Pack) {
  const { log: _log, packHash: _hash, template: id, askedAt, dueAt, endedAt, ...said } = view;
  const found = pack.dataRequests?.templates.find((one) => one.id === id);
  return {
    ...said,
    template: found === undefined ? null : templateJson(found),
    ...{ askedAt: isoOf(askedAt), dueAt: isoOf(dueAt), endedAt: isoOf(endedAt) },
  };
}

/** The log of who opened what was provided. */
export function readingsJson({ log }: DataRequestView) {
  return log.map((reading) => ({ ...reading, at: isoOf(reading.at) }));
}
