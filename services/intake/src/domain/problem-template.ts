// 问题模板 (IN-3, CR 二-1): an enterprise that chose a template has its appeal classed by it and is asked what
// the template asks. What it filled in becomes part of its words, line by line, so that everybody after it
// – sorting, unit, follow-up – reads one text.
import { ok, type Result } from '#kernel/result';
import type { Pack } from '#policy/pack';
import { type FieldProblem, problem, readText } from './plain-text';
import type { Submission } from './submission';

type Template = Pack['templates'][number];

const VALUE = { min: 1, max: 500, line: true } as const;
const MAX_CONTENT = 5000;

/**
 * The submission as its template makes it: classed, with what was filled in at the end of its words. One
 * that chose no template stays as it is; every problem is named, in the order of the form.
 */
export function byTemplate(
  submission: Submission,
  templates: Pack['templates'],
): Result<Submission, readonly FieldProblem[]> {
  const { template: id, filled } = submission;
  if (id === '')
    return Object.keys(filled).length === 0 ? ok(submission) : wrong('TEMPLATE_MISSING', 'template');
  const template = templates.find((one) => one.id === id);
  if (!template) return wrong('TEMPLATE_UNKNOWN', 'template', { value: id.slice(0, 40) });
  const read = template.fields.map((field) => ({ field, value: readFilled(field, filled[field.id]) }));
  const problems = [
    ...classProblems(submission, template),
    ...Object.keys(filled)
      .filter((name) => !template.fields.some((field) => field.id === name))
      .map((name) => problem('TEMPLATE_FIELD_UNKNOWN', `fields.${name.slice(0, 40)}`).error),
    ...read.flatMap(({ value }) => (value.ok ? [] : [value.error])),
    ...filesOwed(submission, template),
  ];
  const lines = read.flatMap(({ field, value }) =>
    value.ok && value.value !== '' ? [`${field.title.zh}：${value.value}`] : [],
  );
  const content = [submission.content, ...lines].join('\n');
  const length = [...content].length;
  if (length > MAX_CONTENT)
    problems.push(
      problem('TEXT_TOO_LONG', 'content', { max: String(MAX_CONTENT), length: String(length) }).error,
    );
  if (problems.length > 0) return { ok: false, error: problems };
  const [only, ...others] = template.topics ?? [];
  const topic = submission.topic || (others.length === 0 ? (only ?? '') : '');
  return ok({ ...submission, kind: template.kind, topic, content });
}

function readFilled(
  { id, required }: Template['fields'][number],
  value: unknown,
): Result<string, FieldProblem> {
  if (!required && (value === undefined || value === '')) return ok('');
  return readText(value, `fields.${id}`, VALUE);
}

/** What was chosen by hand may not speak against the template. */
function classProblems({ kind, topic }: Submission, template: Template): readonly FieldProblem[] {
  const fits = { kind: [template.kind], topic: template.topics ?? [topic] };
  return [
    ...(kind === '' || fits.kind.includes(kind) ? [] : [problem('TEMPLATE_OTHER_KIND', 'kind').error]),
    ...(topic === '' || fits.topic.includes(topic) ? [] : [problem('TEMPLATE_OTHER_TOPIC', 'topic').error]),
  ];
}

function filesOwed({ attachments }: Submission, template: Template): readonly FieldProblem[] {
  const given = new Set(attachments.map(({ purpose }) => purpose));
  const asked = (template.attachments ?? []).map(({ id }) => id);
  const strange = [...given].filter((purpose) => purpose !== '' && !asked.includes(purpose));
  return [
    ...strange.map((value) => problem('TEMPLATE_FILE_UNKNOWN', 'attachments', { value }).error),
    ...(template.attachments ?? [])
      .filter(({ id, required }) => required && !given.has(id))
      .map(
        ({ title }) =>
          problem('TEMPLATE_FILE_MISSING', 'attachments', { file: title.zh, fileEn: title.en }).error,
      ),
  ];
}

function wrong(code: string, field: string, params: Record<string, string> = {}) {
  return { ok: false, error: [problem(code, field, params).error] } as const;
}
