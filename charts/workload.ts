// A service in the cluster: its Deployments, the Service in front, an account without rights, and a
// disruption budget where there is more than one pod. `serve` is replaced pod by pod with no gap; `consume`
// is stopped and started as a whole, because every member that comes or goes makes the consumer group stand
// still.
import { add, type Chart, k8sTypes } from './k8s';
import { named, labelled, selector } from './naming';
import { EDGE, PORTS, type ServiceName, type Workload, workloadsOf } from './services';
import { only, put } from './template';
import { claimSpec } from './volume';
import { podSpec } from './pod';

function replicas(workload: Workload): number {
  return workload.ownsVolume ? 1 : put(`.Values.services.${workload.service}.${workload.name}.replicas`);
}

function strategy(workload: Workload) {
  if (workload.name === 'consume') return { type: 'Recreate' };
  return {
    type: 'RollingUpdate',
    rollingUpdate: {
      maxSurge: k8sTypes.IntOrString.fromNumber(1),
      maxUnavailable: k8sTypes.IntOrString.fromNumber(0),
    },
  };
}

function addDeployment(chart: Chart, workload: Workload): void {
  const { service, name } = workload;
  add(chart, `${service}-${name}`, 'Deployment', {
    metadata: { name: named(`${service}-${name}`), labels: labelled(service, name) },
    spec: {
      replicas: replicas(workload),
      revisionHistoryLimit: 5,
      strategy: strategy(workload),
      selector: { matchLabels: selector(service, name) },
      template: {
        metadata: {
          labels: labelled(service, name),
          annotations: {
            'zhitong/settings': put('include (print $.Template.BasePath "/settings.yaml") . | sha256sum'),
          },
        },
        spec: podSpec(workload),
      },
    },
  });
  if (workload.ownsVolume) addVolume(chart, service);
  else addBudget(chart, workload);
}

function addBudget(chart: Chart, { service, name }: Workload): void {
  const budget = add(chart, `${service}-${name}-budget`, 'PodDisruptionBudget', {
    metadata: { name: named(`${service}-${name}`), labels: labelled(service, name) },
    spec: {
      maxUnavailable: k8sTypes.IntOrString.fromNumber(1),
      selector: { matchLabels: selector(service, name) },
    },
  });
  only(`gt (int .Values.services.${service}.${name}.replicas) 1`, budget);
}

function addVolume(chart: Chart, service: ServiceName): void {
  const storage = `.Values.services.${service}.consume.storage`;
  add(chart, `${service}-data`, 'PersistentVolumeClaim', {
    metadata: { name: named(`${service}-data`), labels: labelled(service, 'consume') },
    spec: claimSpec(`${storage}.size`, `${storage}.storageClass`),
  });
}

/** Everything of one service. */
export function addService(chart: Chart, service: ServiceName): void {
  const workloads = workloadsOf(service);
  const front = workloads.find((workload) => workload.roles.includes('serve'));
  add(chart, `${service}-account`, 'ServiceAccount', {
    metadata: { name: named(service), labels: labelled(service) },
    automountServiceAccountToken: false,
  });
  for (const workload of workloads) addDeployment(chart, workload);
  add(chart, `${service}-service`, 'Service', {
    metadata: { name: named(service), labels: labelled(service) },
    spec: {
      selector: selector(service, front?.name),
      ports:
        service === EDGE
          ? [{ name: 'http', port: PORTS.http, targetPort: k8sTypes.IntOrString.fromString('http') }]
          : [
              {
                name: 'grpc',
                port: PORTS.grpc,
                targetPort: k8sTypes.IntOrString.fromString('grpc'),
                appProtocol: 'kubernetes.io/h2c',
              },
            ],
    },
  });
}
