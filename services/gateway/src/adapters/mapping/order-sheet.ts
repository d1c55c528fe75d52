// 督办单 as a page to print (SV-3): number, demand, deadline, answer and verdict, Chinese first. Plain HTML that
// needs nothing else, so that it can be filed as it is.
import type { Order } from '#contracts/gen/zhitong/supervision/v1/service';
import { ORDER_SHEET_WORDS } from '#contracts/sentences/order-sheet';
import type { Profile } from '#policy/profile';
import { nameOfUnit } from '#policy/succession';
import { isoOf } from './case-json';

const STYLE = `body{font-family:serif;max-width:42em;margin:2em auto;line-height:1.6}h1{text-align:center}
table{width:100%;border-collapse:collapse}
th,td{border:1px solid #000;padding:.5em;text-align:left;vertical-align:top}
th{width:9em;font-weight:normal}td{white-space:pre-wrap}small{display:block}
@media print{body{margin:0;max-width:none}}`;

/** The page of an order; what nobody has said yet is left blank to be filled in. */
export function orderSheet(order: Order, profile: Pick<Profile, 'title' | 'units'>): string {
  const { title } = profile;
  const unit = nameOfUnit(profile, order.unit) ?? order.unit;
  const { number, demand, issuedBy, answer, answeredBy, verdictReason, ruledBy } = order;
  const words = ORDER_SHEET_WORDS;
  const verdict = order.verdict === '' ? '' : `${wordOf(order.verdict)}\n${verdictReason}`;
  const late = order.late ? `\n${words.late.zh} ${words.late.en}` : '';
  const rows: readonly (readonly [keyof typeof words, string])[] = [
    ['number', number],
    ['unit', unit],
    ['demand', demand],
    ['issued', `${minute(order.issuedAt)} ${issuedBy}`],
    ['deadline', minute(order.deadlineAt)],
    ['answer', answer === '' ? '' : `${answer}\n${minute(order.answeredAt)} ${answeredBy}${late}`],
    ['verdict', order.ruledAt === 0 ? '' : `${verdict}\n${minute(order.ruledAt)} ${ruledBy}`],
  ];
  const body = rows.map(([word, text]) => {
    const { zh, en } = words[word];
    return `<tr><th>${zh}<small>${en}</small></th><td>${safe(text)}</td></tr>`;
  });
  const heading = `${words.title.zh}<small>${words.title.en}</small>`;
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${safe(number)}</title>
<style>${STYLE}</style><p>${safe(title.zh)}</p><h1>${heading}</h1><table>${body.join('')}</table></html>`;
}

function wordOf(verdict: string): string {
  const known: Readonly<Record<string, { zh: string; en: string }>> = ORDER_SHEET_WORDS;
  const word = known[verdict];
  return word === undefined ? verdict : `${word.zh} ${word.en}`;
}

function minute(at: number): string {
  return (isoOf(at) ?? '').slice(0, 16).replace('T', ' ');
}

function safe(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
