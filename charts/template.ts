// How a value of Helm gets into a manifest that TypeScript wrote. cdk8s knows strings, numbers and objects,
// Helm knows text; so a template stands in the object as a marked string and loses its quotes when the YAML
// is written. Every inserted value goes through `toJson`: JSON is YAML, whatever the depth, and numbers stay
// numbers.
import { type ApiObject, Yaml } from 'cdk8s';

const OPEN = '__HELM<';
const CLOSE = '>HELM__';
const guards = new WeakMap<ApiObject, string>();

/** Puts the result of a template expression where a value of any type belongs, e.g. `put('.Values.x')`. */
export function put<T>(expression: string): T {
  return `${OPEN}{{ ${expression} | toJson }}${CLOSE}` as unknown as T;
}

/** A text with templates in it, e.g. text('{{ .Values.instance }}-intake'), without single quotes. */
export function text(template: string): string {
  if (template.includes("'")) throw new Error(`a template must not hold a single quote: ${template}`);
  return template;
}

/** The manifest is rendered only where the condition holds. */
export function only(condition: string, object: ApiObject): void {
  guards.set(object, condition);
}

/** One manifest as Helm template text. */
export function renderManifest(object: ApiObject): string {
  const yaml = Yaml.stringify(object.toJson())
    .replaceAll(new RegExp(`(["']?)${OPEN}(.*?)${CLOSE}\\1`, 'g'), (_all, quote: string, template: string) =>
      quote === '"' ? template.replaceAll('\\"', '"') : template,
    )
    .trimEnd();
  const condition = guards.get(object);
  return condition === undefined ? `---\n${yaml}\n` : `{{- if ${condition} }}\n---\n${yaml}\n{{- end }}\n`;
}
