// Names and labels of everything the chart makes. They carry the instance, so that two instances in one
// namespace (a county beside its city on a test cluster) do not meet.
import { text } from './template';

const INSTANCE = '{{ .Values.instance }}';

/** `<instance>-<rest>` */
export function named(rest: string): string {
  return text(`${INSTANCE}-${rest}`);
}

/** Labels by which pods are chosen; never changed after the first installation. */
export function selector(service: string): Record<string, string> {
  return {
    'app.kubernetes.io/name': service,
    'app.kubernetes.io/instance': INSTANCE,
    'app.kubernetes.io/part-of': 'zhitong',
  };
}

/** All pods of the instance, whatever the service. */
export const INSTANCE_PODS: Record<string, string> = {
  'app.kubernetes.io/instance': INSTANCE,
  'app.kubernetes.io/part-of': 'zhitong',
};

/** Labels of an object that belongs to a service. */
export function labelled(service: string): Record<string, string> {
  return {
    ...selector(service),
    'app.kubernetes.io/version': text('{{ .Chart.AppVersion }}'),
    'app.kubernetes.io/managed-by': text('{{ .Release.Service }}'),
  };
}

/** Names of the cluster, the user and the resources that the operators make for the instance. */
export const KAFKA_CLUSTER = named('kafka');
export const KAFKA_USER = named('services');
export const STORE = named('store');

/** Secret in which the store's operator leaves a service's connection string. */
export function connectionSecret(service: string): string {
  return named(`store-${service}`);
}
