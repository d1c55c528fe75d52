// Files with an appeal 附件 (IN-3, IN-7) at the web door. Whoever hands one in gets its id, and who has the id
// may name it in his appeal: before that there is no appeal whose code he could hold. Whoever may read the
// appeal's words sees its files, and opens one by a link of a minute at the files' own origin, as bytes that
// no browser takes for a page: a sandbox without script, no guessing of types, and all but pictures as a
// download.
import { z } from 'zod';
import { ANYONE, reading } from '../../../../app/roles';
import { shownTo } from '../../../../app/sight';
import { isoOf } from '../../../mapping/case-json';
import { sightFor } from '../case-rights';
import type { Edge } from '../edge';
import { type Answer, answered, type Asking, refused, relayed, type Route, route } from '../route';
import * as schema from '../schemas';
import { foundBy } from './enterprise';
import { questionFor } from './open-case';

const text = z.string();
const fileState = z.strictObject({
  ...{ fileId: text, name: text, mediaType: text, size: z.number().int() },
  state: z
    .enum(['received', 'clean', 'infected', 'unscannable', 'erased'])
    .describe('received: in quarantine until it has been scanned · 隔离待查'),
  receivedAt: text.nullable().describe('ISO 8601, +08:00'),
});
const fileList = z.strictObject({
  files: z.array(fileState),
  scannedHere: z.boolean().describe('false: no scanner is set, every file stays in quarantine · 未配置查毒'),
});
const fileLink = z.strictObject({ url: text, untilAt: text.nullable().describe('ISO 8601, +08:00') });

/** More than intake takes, so that it is intake that says so. */
const MOST_BYTES = 21 * 1024 * 1024;
/** Bodies held in memory at once, together 126 MB. */
const AT_ONCE = 6;
const PATIENCE_MS = 25_000;
/**
 * What a browser draws by itself. All else, PDF too – its viewer does not run in a sandbox –, is a download.
 */
const DRAWN = ['image/jpeg', 'image/png', 'image/webp'];

/** The rows. */
export function fileRoutes(edge: Edge): readonly Route[] {
  return [putRoute(edge), ...ownRoutes(edge), ...caseFileRoutes(edge), giveRoute(edge)];
}

function putRoute({ peers, uploads }: Edge): Route {
  return route({
    id: 'putFile',
    method: 'POST',
    path: '/api/v1/files',
    enter: ANYONE,
    tag: 'enterprise',
    summary: {
      zh: '上传附件（文件内容即请求体）；须于一日内随诉求或补充材料提交，否则清除',
      en: 'Hand a file in (the body is the file); an appeal must name it within a day, or it is erased',
    },
    query: z.strictObject({ name: text.max(1000).describe('with its ending · 文件名') }),
    raw: true,
    bodyBytes: MOST_BYTES,
    atOnce: AT_ONCE,
    replies: { 201: fileState },
    handle: async ({ query: { name }, body: { bytes }, asking: { address } }) => {
      const retryAfterS = await uploads(address);
      if (retryAfterS > 0) return { ...refused('TOO_MANY_UPLOADS'), retryAfterS };
      const content = Buffer.from(bytes);
      const { outcome } = await peers.intake.putFile({ name, content }, { deadlineMs: PATIENCE_MS });
      if (outcome === undefined) throw new Error('intake answered nothing');
      if (outcome.$case === 'stored') return answered(201, stateJson(outcome.value));
      const { code, field, params } = outcome.value;
      return { ...refused(code, params, [{ code, field, params }]), service: 'intake', rule: 'IN-3' };
    },
  });
}

function ownRoutes(edge: Edge): readonly Route[] {
  const own = { method: 'GET', enter: ANYONE, tag: 'enterprise', query: schema.ownCode } as const;
  const path = '/api/v1/appeals/{number}/files';
  return [
    route({
      ...own,
      id: 'listOwnFiles',
      path,
      summary: { zh: '本诉求的附件', en: 'Files of an appeal, for its enterprise' },
      params: schema.numberParams,
      replies: { 200: fileList },
      handle: async ({ params, query, asking }) => {
        const found = await foundBy(edge, { ...params, ...query }, asking);
        return 'refused' in found ? found : listed(edge, found.appealId);
      },
    }),
    route({
      ...own,
      id: 'linkOwnFile',
      path: `${path}/{file}`,
      summary: { zh: '打开附件的临时链接', en: 'A link to a file, for its enterprise' },
      params: schema.numberParams.extend({ file: text.max(40) }),
      replies: { 200: fileLink },
      handle: async ({ params: { number, file }, query: { queryCode }, asking }) => {
        const found = await foundBy(edge, { number, queryCode }, asking);
        return 'refused' in found ? found : linked(edge, found.appealId, file);
      },
    }),
  ];
}

function caseFileRoutes(edge: Edge): readonly Route[] {
  const staff = { method: 'GET', enter: reading('words'), tag: 'case' } as const;
  const path = '/api/v1/cases/{case}/files';
  return [
    route({
      ...staff,
      id: 'listCaseFiles',
      path,
      summary: { zh: '诉求的附件', en: 'Files of a case' },
      params: schema.caseParams,
      replies: { 200: fileList },
      handle: async ({ params, asking }) => {
        const appealId = await readable(edge, params.case, asking);
        return appealId === undefined ? refused('NOT_FOUND') : listed(edge, appealId);
      },
    }),
    route({
      ...staff,
      id: 'linkCaseFile',
      path: `${path}/{file}`,
      summary: { zh: '打开附件的临时链接', en: 'A link to a file of a case' },
      params: schema.caseParams.extend({ file: text.max(40) }),
      replies: { 200: fileLink },
      handle: async ({ params, asking }) => {
        const appealId = await readable(edge, params.case, asking);
        return appealId === undefined ? refused('NOT_FOUND') : linked(edge, appealId, params.file);
      },
    }),
  ];
}

/** The appeal, if its words may be read by whoever asks. */
async function readable(edge: Edge, named: string, asking: Asking): Promise<string | undefined> {
  const { case: found } = await edge.peers.casework.getCase(questionFor(named, ''));
  const summary = found?.summary;
  return summary && shownTo(sightFor(edge, asking), summary) === 'words' ? summary.appealId : undefined;
}

async function listed({ peers }: Edge, appealId: string): Promise<Answer> {
  const { files, scannedHere } = await peers.intake.listFiles({ appealId });
  return answered(200, { files: files.map(stateJson), scannedHere });
}

async function linked({ peers, filesOrigin }: Edge, appealId: string, fileId: string): Promise<Answer> {
  const { link, untilAt, code } = await peers.intake.linkFile({ appealId, fileId });
  if (code !== '') return { ...refused(code), service: 'intake', rule: 'IN-3' };
  return answered(200, { url: `${filesOrigin}/files/${link}`, untilAt: isoOf(untilAt) });
}

function giveRoute({ peers }: Edge): Route {
  return route({
    id: 'giveFile',
    method: 'GET',
    path: '/files/{link}',
    enter: ANYONE,
    tag: 'reference',
    summary: { zh: '凭临时链接取附件', en: 'The file behind a link' },
    params: z.object({ link: text.max(100) }),
    replies: { 200: text.describe('the file as it was handed in · 附件原文') },
    handle: async ({ params: { link } }) => {
      const read = await peers.intake.readFile({ link }, { deadlineMs: PATIENCE_MS, safe: true });
      const { code, name, mediaType, content } = read;
      if (code !== '') return { ...refused(code), service: 'intake', rule: 'IN-3' };
      const how = DRAWN.includes(mediaType) ? 'inline' : 'attachment';
      return relayed(
        { status: 200, body: content, contentType: mediaType },
        {
          'content-disposition': `${how}; filename*=UTF-8''${headerSafe(name)}`,
          'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
          'cross-origin-resource-policy': 'same-origin',
        },
      );
    },
  });
}

/** RFC 8187: what `encodeURIComponent` leaves and a parameter may not hold. */
function headerSafe(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

type State = Awaited<ReturnType<Edge['peers']['intake']['listFiles']>>['files'][number];

function stateJson({ receivedAt, ...file }: State) {
  return { ...file, receivedAt: isoOf(receivedAt) };
}
