// Files with an appeal, put together: where their bytes lie, who looks into them, and the worker that has it
// done.
import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import type { ServiceHost } from '#platform/host-ports';
import { FILE_STORE, SCANNER } from '../../config';
import { fileLimits } from '../../domain/stored-file';
import type { FilePorts } from '../../app/file-ports';
import { openParts } from '../out/archive-parts';
import { clamdScanner } from '../out/clamd-scanner';
import { fileRecords } from '../out/file-records';
import { localFiles } from '../out/local-files';
import { bucketSettings, s3Files } from '../out/s3-files';
import { sealedFiles } from '../out/sealed-files';
import { startAttachmentWorker } from './attachment-worker';

/** The files of a host; `begin` starts looking at them. */
export function openFiles(
  host: ServiceHost,
  appealOf: (id: string) => Promise<object | undefined>,
  onTrouble: (error: unknown) => void,
) {
  const bucket = host.setting(FILE_STORE);
  const store = bucket ? s3Files(bucketSettings(bucket)) : localFiles(join(host.dataDir, 'files'));
  const scannedBy = host.setting(SCANNER);
  const limits = fileLimits(host.versions.profile().files);
  let worker: ReturnType<typeof startAttachmentWorker> | undefined;
  const ports: FilePorts = {
    records: fileRecords(host),
    bytes: sealedFiles(store, host.vault),
    scanner: scannedBy === undefined ? undefined : clamdScanner(scannedBy),
    limits: () => limits,
    openArchive: openParts,
    digestOf: (file) => createHash('sha256').update(file).digest('hex'),
    newId: () => randomUUID(),
    sign: (text) => createHmac('sha256', host.secret).update(text).digest('base64url'),
    same: (left, right) => {
      const [one, other] = [left, right].map((text) => createHash('sha256').update(text).digest());
      return one !== undefined && other !== undefined && timingSafeEqual(one, other);
    },
    now: host.now,
    onStored: () => worker?.kick(),
  };
  const begin = () => {
    if (!ports.scanner) host.log.warn('intake.no-scanner', { reason: SCANNER });
    const appealExists = async (id: string) => (await appealOf(id)) !== undefined;
    worker = startAttachmentWorker(ports, appealExists, host.timers, onTrouble);
  };
  return { ports, begin, stop: async () => worker?.stop() };
}
