import { ApiObject, Chart, Testing } from 'cdk8s';
import { only, put, renderManifest, text } from './template';

function object(data: Record<string, unknown>): ApiObject {
  const chart = new Chart(Testing.app(), 'test');
  return new ApiObject(chart, 'one', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'one' },
    data,
  });
}

test('a value is put without quotes, so that a number stays a number', () => {
  const manifest = renderManifest(object({ count: put('.Values.n') }));
  expect(manifest).toContain('\n  count: {{ .Values.n | toJson }}\n');
});

test('quotes inside a template survive', () => {
  const manifest = renderManifest(object({ count: put('eq .Values.mode "strimzi"'), s: 'a "b"' }));
  expect(manifest).toContain('count: {{ eq .Values.mode "strimzi" | toJson }}');
  expect(manifest).toContain('s: a "b"');
});

test('two values in one list do not run into each other', () => {
  const manifest = renderManifest(object({ list: [put('.Values.a'), put('.Values.b')] }));
  expect(manifest).toContain('- {{ .Values.a | toJson }}\n    - {{ .Values.b | toJson }}');
});

test('a text with a template stays a quoted text', () => {
  expect(renderManifest(object({ name: text('{{ .Values.instance }}-x') }))).toContain(
    'name: "{{ .Values.instance }}-x"',
  );
});

test('a text that could break out of its quotes is refused', () => {
  expect(() => text("{{ 'x' }}")).toThrow('single quote');
});

test('a guarded manifest stands between its condition and the end, separator included', () => {
  const one = object({});
  only('.Values.on', one);
  expect(renderManifest(one)).toMatch(/^\{\{- if \.Values\.on \}\}\n---\n[^]*\n\{\{- end \}\}\n$/);
});
