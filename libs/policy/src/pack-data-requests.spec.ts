// What a pack lays down of requests for data (HD-8) and contradicts itself in, by its code, on the line where
// it stands.
import { type Edit, refuses } from '../test/edited-pack';

const ASKED = '{ id: t, title: { zh: 甲, en: a }, clause: c, legalBasis: l, within: "workingDays:3" }';
const DATA_REQUESTS = `dataRequests: { clause: HD-8, readBy: [], templates: [${ASKED}] }`;
const MAY_ASK: Edit = [' CompleteAppeal', ' CompleteAppeal, RequestData, ProvideData'];

test.each<[what: string, code: string, place: string, ...edits: Edit[]]>([
  [
    'data that nobody may ask for',
    'command-without-role',
    '- { role: clerk, clause: YC-5',
    [' CompleteAppeal', ' CompleteAppeal, ProvideData'],
    ['contact:\n', `${DATA_REQUESTS}\ncontact:\n`],
  ],
  [
    'data to be asked for without saying which',
    'command-without-setting',
    'may: [AcknowledgeDispatch',
    [' CompleteAppeal', ' CompleteAppeal, RequestData'],
  ],
  [
    'a template of data twice',
    'duplicate-id',
    'contact:\n',
    MAY_ASK,
    ['contact:\n', `${DATA_REQUESTS.replace('] }', `, ${ASKED}] }`)}\ncontact:\n`],
  ],
  [
    'a reminder of data before it is asked for',
    'near-before-start',
    'contact:\n',
    MAY_ASK,
    [
      'contact:\n',
      `${DATA_REQUESTS.replace('readBy: []', 'readBy: [], near: { before: "workingDays:3" }')}\ncontact:\n`,
    ],
  ],
  [
    'provided data opened by a role nobody knows',
    'unknown-role',
    'contact:\n',
    MAY_ASK,
    ['contact:\n', `${DATA_REQUESTS.replace('readBy: []', 'readBy: [duke]')}\ncontact:\n`],
  ],
])('%s', (_, code, place, ...edits) => refuses(edits, code, place));
