// How Nx learns which project needs which. Nx itself resolves imports by a tsconfig at the repository's root,
// where only what the customer named may stand; here the edges come from the `imports` map of package.json
// and from relative paths. The gate `projects` compares them with what dependency-cruiser sees.
const { readFileSync } = require('node:fs');
const { join, posix } = require('node:path');

const specifier = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"])((?:#|\.\.?\/)[^'"\n]*)\1/g;

/** The path from the root that a specifier of `file` points at; undefined when the map has no such name. */
function targetOf(file, word, aliases) {
  if (!word.startsWith('#')) return posix.join(posix.dirname(file), word);
  const alias = aliases.find(({ start }) => word.startsWith(start));
  return alias && alias.folder + word.slice(alias.start.length);
}

exports.name = 'zhitong-imports';

/** Nx's hook: one static edge for every changed file that imports from another project. */
exports.createDependencies = (_options, { workspaceRoot, projects, filesToProcess }) => {
  const { imports } = JSON.parse(readFileSync(join(workspaceRoot, 'package.json'), 'utf8'));
  const aliases = Object.entries(imports).map(([name, path]) => ({
    start: name.slice(0, name.indexOf('*')),
    folder: path.slice('./'.length, path.indexOf('*')),
  }));
  const roots = Object.entries(projects).map(([name, { root }]) => ({ name, folder: `${root}/` }));
  const edges = new Map();
  for (const [source, files] of Object.entries(filesToProcess.projectFileMap)) {
    for (const { file } of files) {
      if (!/\.(ts|mjs|cjs)$/.test(file)) continue;
      for (const [, , word] of readFileSync(join(workspaceRoot, file), 'utf8').matchAll(specifier)) {
        const path = targetOf(file, word, aliases);
        const target = path && roots.find(({ folder }) => path.startsWith(folder))?.name;
        if (!target || target === source) continue;
        edges.set(`${file} ${target}`, { source, target, sourceFile: file, type: 'static' });
      }
    }
  }
  return [...edges.values()];
};
