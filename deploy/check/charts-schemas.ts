// Is a manifest what the API server would take? Kubernetes' own schemas for its kinds, the operators'
// definitions for theirs; both strict: an unknown field is an error, as is a null, which servers drop or
// refuse by the field.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';

/** A rendered manifest. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

/** Answers what is wrong with a manifest; empty when nothing is. */
export type ManifestValidator = (manifest: unknown) => readonly string[];

type Schema = Record<string, unknown>;

interface Gvk {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

interface Crd {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly schema: { readonly openAPIV3Schema: Schema };
    }[];
  };
}

const KUBERNETES = '/kubernetes.json';

function keyOf({ group, version, kind }: Gvk): string {
  return `${group === '' ? version : `${group}/${version}`} ${kind}`;
}

/** A structural schema as JSON schema: unknown fields are refused unless the definition keeps them. */
export function strictSchema(schema: Schema): Schema {
  if (schema['x-kubernetes-int-or-string'] === true) return { type: ['integer', 'string'] };
  const out: Schema = { ...schema };
  delete out.description;
  delete out.default;
  delete out.format;
  if (schema.properties !== undefined) {
    const properties = Object.entries(schema.properties as Record<string, Schema>);
    out.properties = Object.fromEntries(properties.map(([name, field]) => [name, strictSchema(field)]));
    const keeps = schema['x-kubernetes-preserve-unknown-fields'] === true || 'additionalProperties' in schema;
    if (!keeps) out.additionalProperties = false;
  }
  if (typeof schema.items === 'object') out.items = strictSchema(schema.items as Schema);
  if (typeof schema.additionalProperties === 'object') {
    out.additionalProperties = strictSchema(schema.additionalProperties as Schema);
  }
  return out;
}

function crdSchema(crd: Crd, version: Crd['spec']['versions'][number]): Schema {
  const root = strictSchema(version.schema.openAPIV3Schema);
  const properties = {
    ...(root.properties as Record<string, Schema>),
    apiVersion: { const: `${crd.spec.group}/${version.name}` },
    kind: { const: crd.spec.names.kind },
    metadata: { $ref: `${KUBERNETES}#/$defs/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta` },
  };
  const required = new Set(['spec', ...((root.required as string[] | undefined) ?? [])]);
  return { ...root, properties, required: [...required] };
}

function nulls(value: unknown, path: string): string[] {
  if (value === null) return [`${path}: null`];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, field]) => nulls(field, `${path}/${key}`));
}

function sentence(error: ErrorObject): string {
  const what = error.params.additionalProperty ?? error.params.allowedValue ?? error.params.allowedValues;
  const named = what === undefined ? '' : ` (${what})`;
  return `${error.instancePath || '/'}: ${error.message ?? error.keyword}${named}`;
}

function frame(manifest: unknown): readonly string[] {
  const { apiVersion, kind, metadata } = (manifest ?? {}) as Partial<Manifest>;
  const texts = typeof apiVersion === 'string' && typeof kind === 'string';
  return texts && typeof metadata?.name === 'string'
    ? []
    : ['/: apiVersion, kind and metadata.name are required'];
}

/** Reads all schemas; compiling happens when a kind is first met. */
export function manifestValidator(
  kubernetesSchemas: string,
  crdFolders: readonly string[],
): ManifestValidator {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const definitions = JSON.parse(readFileSync(kubernetesSchemas, 'utf8')) as {
    $defs: Record<string, Schema>;
  };
  ajv.addSchema({ $defs: definitions.$defs }, KUBERNETES);
  const known = new Map<string, () => ValidateFunction | undefined>();
  for (const [name, schema] of Object.entries(definitions.$defs)) {
    const kinds = (schema['x-kubernetes-group-version-kind'] ?? []) as readonly Gvk[];
    for (const gvk of kinds) known.set(keyOf(gvk), () => ajv.getSchema(`${KUBERNETES}#/$defs/${name}`));
  }
  for (const crd of crdFolders.flatMap(crdsIn)) {
    for (const version of crd.spec.versions) {
      const key = keyOf({ group: crd.spec.group, version: version.name, kind: crd.spec.names.kind });
      const schema = crdSchema(crd, version);
      known.set(key, () => ajv.compile(schema));
    }
  }
  return (manifest) => {
    const outer = frame(manifest);
    if (outer.length > 0) return outer;
    const { apiVersion, kind } = manifest as Manifest;
    const validate = known.get(`${apiVersion} ${kind}`)?.();
    if (validate === undefined) return [`/: there is no ${kind} in ${apiVersion}`];
    validate(manifest);
    return [...(validate.errors ?? []).map(sentence), ...nulls(manifest, '')];
  };
}

function crdsIn(folder: string): Crd[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parse(readFileSync(join(folder, file), 'utf8')) as Crd);
}
