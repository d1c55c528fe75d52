// A service in the cluster: its Deployment, the Service in front, an account without rights, and for the
// gateway a disruption budget. The gateway is replaced pod by pod with no gap; any other service is stopped
// before it is started anew, because two of one group would share the journal and neither would be ready.
import { add, type Chart, k8sTypes } from './k8s';
import { named, labelled, selector } from './naming';
import { EDGE, FILE_OWNER, PORTS, type ServiceName } from './services';
import { only, put } from './template';
import { claimSpec } from './volume';
import { podSpec } from './pod';

const ROLLING = {
  type: 'RollingUpdate',
  rollingUpdate: {
    maxSurge: k8sTypes.IntOrString.fromNumber(1),
    maxUnavailable: k8sTypes.IntOrString.fromNumber(0),
  },
};

function addDeployment(chart: Chart, service: ServiceName): void {
  const edge = service === EDGE;
  add(chart, service, 'Deployment', {
    metadata: { name: named(service), labels: labelled(service) },
    spec: {
      replicas: edge ? put(`.Values.services.${service}.replicas`) : 1,
      revisionHistoryLimit: 5,
      strategy: edge ? ROLLING : { type: 'Recreate' },
      selector: { matchLabels: selector(service) },
      template: {
        metadata: {
          labels: labelled(service),
          annotations: {
            'zhitong/settings': put('include (print $.Template.BasePath "/settings.yaml") . | sha256sum'),
          },
        },
        spec: podSpec(service),
      },
    },
  });
}

function addBudget(chart: Chart, service: ServiceName): void {
  const budget = add(chart, `${service}-budget`, 'PodDisruptionBudget', {
    metadata: { name: named(service), labels: labelled(service) },
    spec: {
      maxUnavailable: k8sTypes.IntOrString.fromNumber(1),
      selector: { matchLabels: selector(service) },
    },
  });
  only(`gt (int .Values.services.${service}.replicas) 1`, budget);
}

function addVolume(chart: Chart, service: ServiceName): void {
  const storage = `.Values.services.${service}.storage`;
  add(chart, `${service}-data`, 'PersistentVolumeClaim', {
    metadata: { name: named(`${service}-data`), labels: labelled(service) },
    spec: claimSpec(`${storage}.size`, `${storage}.storageClass`),
  });
}

/** Everything of one service. */
export function addService(chart: Chart, service: ServiceName): void {
  add(chart, `${service}-account`, 'ServiceAccount', {
    metadata: { name: named(service), labels: labelled(service) },
    automountServiceAccountToken: false,
  });
  addDeployment(chart, service);
  if (service === EDGE) addBudget(chart, service);
  if (service === FILE_OWNER) addVolume(chart, service);
  add(chart, `${service}-service`, 'Service', {
    metadata: { name: named(service), labels: labelled(service) },
    spec: {
      selector: selector(service),
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
