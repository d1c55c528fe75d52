// What no schema sees: whether the manifests of one installation find each other. A Service that chooses no
// pod, a Deployment whose selector is not its pods' labels, a pod that asks for an account, a map or a claim
// that nobody makes – each would be accepted and then stand still.
import type { Manifest } from './charts-schemas';

type Labels = Readonly<Record<string, string>>;

interface PodSpec {
  readonly serviceAccountName?: string;
  readonly containers?: readonly {
    readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[];
    readonly envFrom?: readonly {
      readonly configMapRef?: { readonly name: string; readonly optional?: boolean };
    }[];
    readonly volumeMounts?: readonly { readonly name: string }[];
  }[];
  readonly volumes?: readonly {
    readonly name: string;
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
}

interface Deployment extends Manifest {
  readonly spec: {
    readonly selector?: { readonly matchLabels?: Labels };
    readonly template: { readonly metadata: { readonly labels: Labels }; readonly spec: PodSpec };
  };
}

function hasPods(one: Manifest): one is Deployment {
  const spec = one.spec as Partial<Deployment['spec']> | undefined;
  return spec?.template?.metadata?.labels !== undefined && spec.template.spec !== undefined;
}

function fits(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}

function named(manifests: readonly Manifest[], kind: string): ReadonlySet<string> {
  return new Set(manifests.filter((one) => one.kind === kind).map((one) => one.metadata.name));
}

function twice(manifests: readonly Manifest[]): string[] {
  const seen = new Set<string>();
  return manifests
    .map(({ kind, metadata }) => `${kind}/${metadata.name}`)
    .filter((name) => seen.has(name) || !seen.add(name))
    .map((name) => `${name}: rendered twice`);
}

function podProblems(one: Deployment, manifests: readonly Manifest[], given: ReadonlySet<string>): string[] {
  const { selector, template } = one.spec;
  const pod = template.spec;
  const container = pod.containers?.[0];
  const volumes = new Set((pod.volumes ?? []).map((volume) => volume.name));
  const maps = named(manifests, 'ConfigMap');
  const claims = named(manifests, 'PersistentVolumeClaim');
  const problems: string[] = [];
  const wanted = selector?.matchLabels;
  if (wanted === undefined || !fits(template.metadata.labels, wanted))
    problems.push('selector is not in the pod labels');
  if (!named(manifests, 'ServiceAccount').has(pod.serviceAccountName ?? '')) problems.push('no such account');
  for (const { configMapRef } of container?.envFrom ?? []) {
    if (configMapRef === undefined || configMapRef.optional || maps.has(configMapRef.name)) continue;
    problems.push(`no ConfigMap ${configMapRef.name}`);
  }
  for (const { persistentVolumeClaim } of pod.volumes ?? []) {
    const claim = persistentVolumeClaim?.claimName;
    if (claim !== undefined && !claims.has(claim) && !given.has(claim)) problems.push(`no claim ${claim}`);
  }
  for (const { name } of container?.volumeMounts ?? [])
    if (!volumes.has(name)) problems.push(`no volume ${name}`);
  return problems.map((problem) => `Deployment/${one.metadata.name}: ${problem}`);
}

function choiceProblems(one: Manifest, deployments: readonly Deployment[]): string[] {
  const spec = one.spec as {
    selector?: Labels & { matchLabels?: Labels };
    podSelector?: { matchLabels?: Labels };
  };
  const wanted = one.kind === 'Service' ? spec.selector : spec.selector?.matchLabels;
  if (wanted === undefined) return [`${one.kind}/${one.metadata.name}: chooses nothing`];
  const chosen = deployments.filter(({ spec: { template } }) => fits(template.metadata.labels, wanted));
  if (chosen.length === 0) return [`${one.kind}/${one.metadata.name}: chooses no pod`];
  if (one.kind !== 'Service') return [];
  const wantedPorts = (one.spec as { ports: readonly { targetPort: string }[] }).ports;
  return chosen.flatMap((deployment) => {
    const names = deployment.spec.template.spec.containers?.[0]?.ports?.map(({ name }) => name) ?? [];
    return wantedPorts
      .filter(({ targetPort }) => !names.includes(targetPort))
      .map(
        ({ targetPort }) =>
          `Service/${one.metadata.name}: ${deployment.metadata.name} has no port ${targetPort}`,
      );
  });
}

/** What does not find its counterpart; `given` names the claims that the installer makes beforehand. */
export function brokenLinks(manifests: readonly Manifest[], given: ReadonlySet<string>): readonly string[] {
  const all = manifests.filter(({ kind }) => kind === 'Deployment');
  const deployments = all.filter(hasPods);
  const choosing = manifests.filter(({ kind }) => kind === 'Service' || kind === 'PodDisruptionBudget');
  return [
    ...twice(manifests),
    ...all.filter((one) => !hasPods(one)).map(({ metadata }) => `Deployment/${metadata.name}: makes no pod`),
    ...deployments.flatMap((one) => podProblems(one, manifests, given)),
    ...choosing.flatMap((one) => choiceProblems(one, deployments)),
  ];
}
