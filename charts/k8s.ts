// Kubernetes objects with the types of cdk8s. They are written as plain API objects, because the classes of
// cdk8s take their fields apart and would lose a template that stands for a whole list or map.
import { ApiObject, type Chart } from 'cdk8s';
import { k8s as k8sTypes } from 'cdk8s-plus-33';

export type { Chart } from 'cdk8s';
export { k8s as k8sTypes } from 'cdk8s-plus-33';

/** API version and properties of the kinds that the chart uses. */
const KINDS = {
  ConfigMap: 'v1',
  Deployment: 'apps/v1',
  Ingress: 'networking.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  PersistentVolumeClaim: 'v1',
  PodDisruptionBudget: 'policy/v1',
  Service: 'v1',
  ServiceAccount: 'v1',
} as const;

interface Properties {
  ConfigMap: k8sTypes.KubeConfigMapProps;
  Deployment: k8sTypes.KubeDeploymentProps;
  Ingress: k8sTypes.KubeIngressProps;
  NetworkPolicy: k8sTypes.KubeNetworkPolicyProps;
  PersistentVolumeClaim: k8sTypes.KubePersistentVolumeClaimProps;
  PodDisruptionBudget: k8sTypes.KubePodDisruptionBudgetProps;
  Service: k8sTypes.KubeServiceProps;
  ServiceAccount: k8sTypes.KubeServiceAccountProps;
}

/** cdk8s wraps what may be a number or a name, and quantities. */
function plain(value: unknown): unknown {
  if (value instanceof k8sTypes.IntOrString || value instanceof k8sTypes.Quantity) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key.replace(/^_/, ''), plain(field)]),
  );
}

/** Adds an object of a kind to the chart. */
export function add<Kind extends keyof Properties>(
  chart: Chart,
  id: string,
  kind: Kind,
  properties: Properties[Kind],
): ApiObject {
  return new ApiObject(chart, id, {
    apiVersion: KINDS[kind],
    kind,
    ...(plain(properties) as object),
  });
}
