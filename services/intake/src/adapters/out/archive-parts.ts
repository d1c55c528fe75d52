// Documents of word processors and spreadsheets are archives: unpacked once within bounds before they are
// kept, so that one that unpacks to more than anybody writes is turned away at the door.
import { ok } from '#kernel/result';
import { UnreadableFile } from '#platform/edge/unreadable-file';
import { openArchive } from '#platform/edge/zip-reading';
import type { FilePorts } from '../../app/file-ports';
import { problem } from '../../domain/plain-text';

const MEGABYTE = 1024 * 1024;
const BOUNDS = { bytes: 20 * MEGABYTE, unpackedBytes: 100 * MEGABYTE };

/** Opens an archive and proves that it is whole. */
export const openParts: FilePorts['openArchive'] = async (file) => {
  try {
    const archive = await openArchive(file, BOUNDS);
    await archive.proveWhole();
    return ok((part) => archive.has(part));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return problem(error.unreadable.code, 'file', { ...error.unreadable.params });
  }
};
