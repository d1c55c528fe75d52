// What an event of the course says, in words: names for fields and codes, times as times. What only programs need
// is left out.
import { fieldTitle, isTold, labelOf, moment, t } from './words.js';

const UNITS = 'assist attended fromUnit ofUnit proposed proposedUnit toUnit units withoutUnits complainedOf cleared from to';
/** Groups of names by field. */
const GROUPS = {
  ...Object.fromEntries(UNITS.split(' ').map((name) => [name, 'units'])),
  ...{ channel: 'channels', clock: 'clocks', completionType: 'completionTypes', ground: 'grounds' },
  ...{ kind: 'kinds', region: 'regions', role: 'roles', topic: 'topics' },
};
/** Fields that may hold a code no pack names; all others are words of people and shown as they are. */
const CODED = 'answerVerdict channel colour countsAs ground option outcome question rating reason recipient verdict why'.split(' ');
const TIME = /At$/;
const DAY = /^\d{4}-\d\d-\d\dT/;
/** What a role that sees states alone is shown instead of words. */
const MASKED = '…';

/** A value by the names of its group, then by those of the product; words of people stay as they are. */
function named(name, value) {
  const group = GROUPS[name];
  const found = group ? value.split(', ').map((code) => labelOf(group, code)).join('、') : value;
  return found === value && CODED.includes(name) ? labelOf('codes', value) : found;
}

function candidate(text) {
  const [unit, score] = text.split(' ');
  return `${labelOf('units', unit)} ${Math.round(Number(score) * 100)}%`;
}

/** A member of a panel without a vote: his unit, why, and whether he had voted. */
function standingAside(text) {
  const [member, unit, ...codes] = text.split(' ');
  const why = codes.map((code) => labelOf('codes', code)).join(' · ');
  return `${member}（${labelOf('units', unit)}${t('colon')}${why}）`;
}

function valueName(name, value) {
  if (value === 'true') return t('yes');
  if (value === 'false') return t('no');
  if (TIME.test(name) && DAY.test(value)) return moment(value);
  if (name === 'candidates') return value.split(', ').map(candidate).join('、');
  if (name === 'concerned') return value.split(', ').map(standingAside).join('、');
  return named(name, value);
}

/** The fields of an entry that are told, as one line. */
export function saidOf({ fields }) {
  return Object.entries(fields)
    .filter(([name, value]) => isTold(name) && value !== '' && value !== MASKED && value !== '0')
    .map(([name, value]) => `${fieldTitle(name)}${t('colon')}${valueName(name, value)}`)
    .join(' · ');
}

/** Who did it; a rule and the enterprise have names too. */
export const byName = (by) => labelOf('codes', by);
