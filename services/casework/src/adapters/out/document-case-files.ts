// Case files read from the documents of the read model.
import type { AggregateDocument } from '#platform/store/document';
import type { DocumentStore } from '#platform/store/ports';
import type { CaseFiles, ReadCase } from '../../app/ports';
import type { CaseFile } from '../../domain/case-file';

/** Case files over the read model's documents. */
export function documentCaseFiles(store: DocumentStore<CaseFile>): CaseFiles {
  return {
    byIds: async (appealIds) => {
      const found = await store.load(appealIds);
      return new Map([...found].map(([id, document]) => [id, readCase(document)]));
    },
    byNumber: async (number) => {
      if (number === '') return undefined;
      const [document] = await store.find('number', number, 1);
      return document && readCase(document);
    },
  };
}

function readCase({ id, state, seen }: AggregateDocument<CaseFile>): ReadCase {
  return { appealId: id, file: state, seen };
}
