// Every refusal a rule can make names its rule and has a sentence in both languages: read out of the rules
// themselves, so that a new refusal without them is noticed here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentenceOf } from '#contracts/render-sentence';
import { projectRoot } from '../launch/cache';

interface Refusal {
  readonly service: string;
  readonly file: string;
  readonly code: string;
  readonly rule: string;
}

const services = join(projectRoot, 'services');

function refusalsOf(service: string): readonly Refusal[] {
  const folder = join(services, service, 'src', 'domain');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return [...text.matchAll(/\breject(?:<[^>]*>)?\(\s*'([A-Z_]+)'(?:,\s*'([^']*)')?/g)].map((match) => {
      return { service, file, code: match[1] ?? '', rule: match[2] ?? '' };
    });
  });
}

const refusals = ['intake', 'triage', 'casework', 'supervision'].flatMap(refusalsOf);

describe('a refusal', () => {
  it('is looked for where rules refuse', () => {
    const codes = new Set(refusals.map(({ code }) => code));
    for (const code of ['GROUND_UNKNOWN', 'PING_PONG_STOPPED', 'ALREADY_ACKNOWLEDGED', 'EXTENSION_USED'])
      expect(codes).toContain(code);
  });

  it('names its rule', () => {
    const rule = /^(?:[A-Z]{2}-\d+|[A-Z]{2} \S+)$/;
    const without = refusals.filter((one) => !rule.test(one.rule));
    expect(without.map(({ service, file, code }) => `${service}/${file} ${code}`)).toEqual([]);
  });

  it('has a sentence of its service in both languages', () => {
    const silent = refusals.filter(({ service, code }) => {
      const said = sentenceOf(service, code);
      return said === undefined || !/[\u4e00-\u9fff]/.test(said.zh) || said.en === '';
    });
    expect(silent.map(({ service, file, code }) => `${service}/${file} ${code}`)).toEqual([]);
  });
});
