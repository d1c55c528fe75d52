// The instance's store, ordered from MongoDB's operator: a replica set of three members. Every service has a
// user of its own who may use its own database alone: nobody reads another service's store, and the vault of
// data keys is a database of identity. The passwords are made beforehand by the person who installs, never
// by the chart.
import { ApiObject } from 'cdk8s';
import type { Chart } from './k8s';
import { connectionSecret, labelled, STORE } from './naming';
import { SERVICE_NAMES, type ServiceName } from './services';
import { WHEN } from './settings';
import { only, put, text } from './template';
import { claimSpec } from './volume';

const AT = '.Values.store.operator';

function userOf(service: ServiceName): object {
  return {
    name: service,
    db: 'admin',
    passwordSecretRef: { name: put<string>(`${AT}.passwordsSecret`), key: service },
    roles: [{ name: 'readWrite', db: text(`{{ .Values.instance }}_${service}`) }],
    scramCredentialsSecretName: text(`${STORE}-${service}`),
    connectionStringSecretName: connectionSecret(service),
  };
}

function volumeClaim(name: string, size: string): object {
  return { metadata: { name }, spec: claimSpec(size, `${AT}.storageClass`) };
}

/** The replica set with its users. */
export function addStore(chart: Chart): void {
  const store = new ApiObject(chart, 'store', {
    apiVersion: 'mongodbcommunity.mongodb.com/v1',
    kind: 'MongoDBCommunity',
    metadata: { name: STORE, labels: labelled('store') },
    spec: {
      members: put(`${AT}.members`),
      type: 'ReplicaSet',
      version: put(`${AT}.version`),
      security: { authentication: { modes: ['SCRAM'] } },
      users: SERVICE_NAMES.map(userOf),
      statefulSet: {
        spec: {
          template: { spec: { containers: [{ name: 'mongod', resources: put(`${AT}.resources`) }] } },
          volumeClaimTemplates: [
            volumeClaim('data-volume', `${AT}.size`),
            volumeClaim('logs-volume', '"2Gi"'),
          ],
        },
      },
    },
  });
  only(WHEN.storeByOperator, store);
}
