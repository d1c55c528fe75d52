// skaffold.yaml against what is used of its format. Skaffold's own schema comes through no package registry,
// so this is a structural check of ours: every field that the file uses is named here with its type, nothing
// else is allowed, and the file must fit the chart – one image per service, each handed to the value that
// takes it.
import { z } from 'zod';

const hook = z.strictObject({
  host: z.strictObject({ command: z.array(z.string()).min(1), dir: z.string().optional() }),
});
const artifact = z.strictObject({
  image: z.string(),
  context: z.string(),
  custom: z.strictObject({
    buildCommand: z.string(),
    dependencies: z.strictObject({
      paths: z.array(z.string()).min(1),
      ignore: z.array(z.string()).optional(),
    }),
  }),
});
const release = z.strictObject({
  name: z.string(),
  chartPath: z.string(),
  namespace: z.string().optional(),
  createNamespace: z.boolean().optional(),
  wait: z.boolean().optional(),
  valuesFiles: z.array(z.string()).optional(),
  setValueTemplates: z.record(z.string(), z.string()).optional(),
});
const deploy = z.strictObject({
  helm: z.strictObject({
    hooks: z.strictObject({ before: z.array(hook) }).optional(),
    releases: z.array(release).min(1),
  }),
});
const profile = z.strictObject({ name: z.string(), deploy });

const SKAFFOLD = z.strictObject({
  apiVersion: z.string().regex(/^skaffold\/v4beta\d+$/),
  kind: z.literal('Config'),
  metadata: z.strictObject({ name: z.string() }),
  build: z.strictObject({
    tagPolicy: z.strictObject({ gitCommit: z.strictObject({}) }),
    local: z.strictObject({ push: z.boolean(), concurrency: z.int() }),
    artifacts: z.array(artifact),
  }),
  deploy,
  profiles: z.array(profile),
});

type Skaffold = z.infer<typeof SKAFFOLD>;

/** What the file must fit. */
export interface SkaffoldSurroundings {
  /** Services whose image the chart takes, from its values. */
  readonly services: readonly string[];
  /** Does this path of the project exist? */
  exists(path: string): boolean;
}

function imageProblems(file: Skaffold, services: readonly string[]): string[] {
  const images = file.build.artifacts.map(({ image }) => image).sort();
  const wanted = services.map((service) => `zhitong-${service}`).sort();
  return images.join() === wanted.join()
    ? []
    : [`artifacts: ${images.join(' ')}, wanted ${wanted.join(' ')}`];
}

function releaseProblems(file: Skaffold, { services, exists }: SkaffoldSurroundings): string[] {
  const releases = [file.deploy, ...file.profiles.map((one) => one.deploy)].flatMap(
    ({ helm }) => helm.releases,
  );
  return releases.flatMap((one) => [
    ...(one.valuesFiles ?? []).filter((path) => !exists(path)).map((path) => `${one.name}: no file ${path}`),
    ...services
      .filter((service) => one.setValueTemplates?.[`images.full.${service}`] !== templateOf(service))
      .map((service) => `${one.name}: images.full.${service} is not ${templateOf(service)}`),
  ]);
}

/** Skaffold gives the built reference under the image's name, other signs than letters and digits as `_`. */
function templateOf(service: string): string {
  return `{{.IMAGE_FULLY_QUALIFIED_zhitong_${service}}}`;
}

/** What is wrong with a parsed skaffold.yaml; empty when nothing is. */
export function skaffoldProblems(file: unknown, surroundings: SkaffoldSurroundings): readonly string[] {
  const parsed = SKAFFOLD.safeParse(file);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return [
    ...imageProblems(parsed.data, surroundings.services),
    ...releaseProblems(parsed.data, surroundings),
  ];
}
