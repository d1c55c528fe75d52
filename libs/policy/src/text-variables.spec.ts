// A text that says to somebody what he must not have, or what nobody knows when it is sent, is refused when
// the pack is loaded, on its own line, with a remedy in both languages. Every row breaks the texts of
// Yicheng.
import { type Edit, refuses } from '../test/edited-pack';

test.each<[what: string, code: string, place: string, ...edits: Edit[]]>([
  [
    'the query code told to a unit',
    'query-code-told',
    'zh: 【峄企速办】新工单{number}',
    ['新工单{number}', '新工单{number}（{queryCode}）'],
    ['New order {number}', 'New order {number} ({queryCode})'],
  ],
  [
    'the query code told to a role, in the text of the enterprise',
    'query-code-told',
    'zh: 【峄企速办】您的诉求已收到',
    ['to: enterprise', 'to: clerk'],
  ],
  [
    'an opinion told when an order is recalled',
    'variable-untold',
    'zh: 【峄企速办】工单{number}已撤回',
    ['无需办理。原因：{reason}', '无需办理。原因：{opinion}'],
    ['be done. Reason: {reason}', 'be done. Reason: {opinion}'],
  ],
  [
    'a deadline told where none begins',
    'deadline-untold',
    'zh: 【峄企速办】工单{number}已撤回',
    ['无需办理。原因：{reason}', '无需办理，{deadline}'],
    ['be done. Reason: {reason}', 'be done: {deadline}'],
  ],
])('%s', (_, code, place, ...edits) => refuses(edits, code, place, 'messages'));
