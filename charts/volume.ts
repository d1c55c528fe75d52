// Claims for disks. The class of a disk is named only when the values name one; an empty name would ask for
// a disk without class, which is not the default class.
import type { k8sTypes } from './k8s';
import { put } from './template';

/** A map with the class added under `key` when the values name one; arguments are template expressions. */
export function withClass<T>(map: string, key: string, storageClass: string): T {
  const named = `(dict "${key}" ${storageClass})`;
  return put(`merge ${map} (empty ${storageClass} | ternary (dict) ${named})`);
}

/** Spec of a claim that one pod at a time may use. */
export function claimSpec(size: string, storageClass: string): k8sTypes.PersistentVolumeClaimSpec {
  const requests = `(dict "requests" (dict "storage" ${size}))`;
  return withClass(
    `(dict "accessModes" (list "ReadWriteOnce") "resources" ${requests})`,
    'storageClassName',
    storageClass,
  );
}
