// Whether a pack and a profile fit: whoever the pack writes to is reached, whoever it lets sign is there.
// What is wrong is told by the line of the pack that asks for it; its sentences name the file that mends it.
import { diskFiles, type FileReader } from '#working-calendar/disk-files';
import { type FileProblem, parseSource } from '#working-calendar/source-file';
import type { Pack } from './pack';
import type { Profile } from './profile';
import { unheldRoles } from './told-roles';
import { missingPosts } from './unit-inside';

interface Misfit {
  readonly code: 'role-without-post' | 'chain-without-post';
  readonly file: 'messages.yaml' | 'pack.yaml';
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string>>;
}

/** Where the pack in that folder does not fit the profile. */
export function misfitProblems(
  profile: Pick<Profile, 'posts' | 'units' | 'people'>,
  pack: Pick<Pack, 'id' | 'messages' | 'unitChain'>,
  folder: string,
  files: FileReader = diskFiles,
): readonly FileProblem[] {
  return misfits(profile, pack).map(({ code, file: name, path, params }) => {
    const file = `${folder}/${name}`;
    const parsed = parseSource({ file, text: files.readText(file) ?? '' });
    const at = parsed.ok ? parsed.value.placeOf(path) : { line: 0 };
    return { code, file, ...at, field: path.join('.'), params };
  });
}

/** The same without the lines. */
export function misfits(
  profile: Pick<Profile, 'posts' | 'units' | 'people'>,
  pack: Pick<Pack, 'id' | 'messages' | 'unitChain'>,
): readonly Misfit[] {
  return [
    ...unheldRoles(profile, pack).map(({ place, ...params }): Misfit => {
      return { code: 'role-without-post', file: 'messages.yaml', path: ['messages', place, 'to'], params };
    }),
    ...emptySteps(profile, pack),
  ];
}

/** Each step of the chain that units cannot fill, with those units. */
function emptySteps(
  profile: Pick<Profile, 'posts' | 'units' | 'people'>,
  pack: Pick<Pack, 'id' | 'unitChain'>,
): readonly Misfit[] {
  const missing = missingPosts(profile, pack);
  return (pack.unitChain?.steps ?? []).flatMap(({ id: step, by: post }, place) => {
    const units = missing.flatMap((one) => (one.place === place ? [one.unit] : []));
    if (units.length === 0) return [];
    const path = ['unitChain', 'steps', place, 'by'];
    const params = { pack: pack.id, step, post, units: units.join(' ') };
    return [{ code: 'chain-without-post', file: 'pack.yaml', path, params }];
  });
}
