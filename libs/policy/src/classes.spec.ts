// A classification that contradicts itself is refused when the pack is loaded (IN-3). Every row gives the
// pack of Yicheng, whose document prescribes no classes, one.
import { type Edit, refuses } from '../test/edited-pack';

const NONE = 'classification: { clause: IN-3 默认（文件未规定分类） }';
const TEMPLATE =
  'templates: [{ id: t, title: { zh: 甲, en: a }, clause: c, kind: help, class: money, ' +
  'hint: { zh: 丙, en: c }, fields: [{ id: f, title: { zh: 乙, en: b }, required: true }] }]';
const two = (one: string, other: string): Edit => [
  NONE,
  `classification: { clause: c, classes: [{ ${one}, title: { zh: 甲, en: a }, ` +
    `classes: [{ ${other}, title: { zh: 乙, en: b } }] }] }`,
];

test.each<[what: string, code: string, place: string, ...edits: Edit[]]>([
  ['a template of an unknown class', 'unknown-class', 'templates:', ['templates: []', TEMPLATE]],
  ['a class that stands twice', 'class-twice', 'classification:', two('id: money', 'id: money')],
  [
    'a topic of two classes',
    'topic-of-two-classes',
    'classification:',
    two('id: a, topics: [tax]', 'id: b, topics: [tax]'),
  ],
])('%s', (_, code, place, ...edits) => refuses(edits, code, place));
