// Size, width, names, heads and docstrings: what keeps a file readable by someone who opens it for the first
// time. Each finding names its remedy. Generated code is not judged; tests are judged by size and width
// alone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type Finding, filesOf, listing, root, servicesOf } from './tree';

const limits = { fileLines: 300, domainFunctionLines: 40, functionLines: 70, width: 110, sentence: 200 };
const emptyWord = /^(?:.*[a-z0-9])?(Manager|Helper|Utils?|Common|Data|Info|Process)$/;
const emptyFileWord = /^(?:.*-)?(manager|helper|utils?|common|data|info|process)$/;
/** A sentence that people read stays whole on its line, so that whoever saw it can search for it; so does a pattern. */
const wholeSentence = /^\s*(?:(?:zh|en): )?(?:'[^']*'|`[^`]*`|\/.*\/[a-z]*)[,;]?$/;
const documented = /^libs\/[^/]+\/src\/|^services\/[^/]+\/src\/(domain|app)\//;
const domain = /^services\/[^/]+\/src\/domain\//;

/** Whether tidy reads this file: source in TypeScript or JavaScript that a person wrote. */
export function isJudged(file: string): boolean {
  return /\.(ts|mts|cts|mjs|cjs)$/.test(file) && !/(^|\/)(gen|dist|node_modules)\//.test(file);
}

/**
 * The findings of one file's text; `file` is its path from the root, by which its place decides the rules.
 */
export function tidyFile(file: string, text: string): Finding[] {
  const found: Finding[] = [];
  const add = (line: number, rule: string, remedy: string) => found.push({ file, line, rule, remedy });
  const lines = text.replace(/\n$/, '').split('\n');
  if (lines.length > limits.fileLines) {
    add(
      limits.fileLines + 1,
      'file-length',
      `${lines.length} lines; at most ${limits.fileLines}: one concept a file`,
    );
  }
  lines.forEach((line, index) => {
    const width = [...line].length;
    const limit = wholeSentence.test(line) ? limits.sentence : limits.width;
    if (width > limit && !/https?:\/\//.test(line)) {
      add(index + 1, 'width', `${width} columns; at most ${limit}: break the line`);
    }
  });
  if (/\.spec\.ts$/.test(file)) return found;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  if (!/^(#![^\n]*\n)?\s*(\/\/|\/\*)/.test(text)) {
    add(1, 'head', 'begin the file with sentences that say what the concept is and why it is so');
  }
  if (emptyFileWord.test(lastWordOf(file))) {
    add(1, 'empty-name', 'name the file after the concept it holds, not after a container for things');
  }
  longFunctions(source, domain.test(file) ? limits.domainFunctionLines : limits.functionLines, add);
  exportsOf(source, documented.test(file), add);
  return found;
}

type Add = (line: number, rule: string, remedy: string) => void;

function lastWordOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.slice(0, name.indexOf('.', 1));
}

function lineOf(source: ts.SourceFile, at: number): number {
  return source.getLineAndCharacterOfPosition(at).line + 1;
}

/** A test suite is a list, not a procedure: what stands inside `describe` is judged test by test. */
function isSuite(node: ts.Node): boolean {
  const describes = (call: ts.Node) => ts.isCallExpression(call) && call.expression.getText() === 'describe';
  if (describes(node.parent)) return true;
  const body = 'body' in node ? (node.body as ts.Node | undefined) : undefined;
  const statements = body !== undefined && ts.isBlock(body) ? body.statements : [];
  return statements.some((one) => ts.isExpressionStatement(one) && describes(one.expression));
}

function longFunctions(source: ts.SourceFile, limit: number, add: Add): void {
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && !isSuite(node)) {
      const first = lineOf(source, node.getStart(source));
      const length = lineOf(source, node.end) - first + 1;
      if (length > limit) {
        add(
          first,
          'function-length',
          `${length} lines; at most ${limit} here: give a step a name and a function`,
        );
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

function exportsOf(source: ts.SourceFile, needsDocs: boolean, add: Add): void {
  const described = new Set<string>();
  const missing: { line: number; name: string }[] = [];
  for (const statement of source.statements) {
    if (!isExported(statement)) continue;
    const line = lineOf(source, statement.getStart(source));
    const isType =
      ts.isTypeAliasDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement);
    for (const name of namesOf(statement)) {
      if (isType && emptyWord.test(name)) {
        add(line, 'empty-name', `"${name}" says nothing: name what it stands for in the office's words`);
      }
      const hasDoc = ts.getJSDocCommentsAndTags(statement).some((doc) => ts.isJSDoc(doc));
      if (hasDoc) described.add(name);
      else missing.push({ line, name });
    }
  }
  if (needsDocs) {
    for (const { line, name } of missing.filter((one) => !described.has(one.name))) {
      add(line, 'docstring', `describe "${name}" in a /** … */: meaning, units, bounds, errors, clause`);
    }
  }
  const reexports = source.statements.filter(
    (s) => ts.isExportDeclaration(s) && s.moduleSpecifier !== undefined,
  );
  if (reexports.length > 0 && reexports.length === source.statements.length) {
    add(1, 'barrel', 'a file of re-exports alone: delete it and import from the files that define the names');
  }
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((one) => one.name.getText());
  }
  const named = statement as ts.Statement & { readonly name?: ts.Node };
  return named.name === undefined ? [] : [named.name.getText()];
}

/** All findings of a tree: of every file a person wrote, and every service without its page. */
export function tidyTree(at: string, files: readonly string[]): Finding[] {
  const found = files
    .filter(isJudged)
    .flatMap((file) => tidyFile(file, readFileSync(join(at, file), 'utf8')));
  for (const service of servicesOf(at)) {
    if (!existsSync(join(at, service, 'README.md'))) {
      const remedy = 'write its page: purpose, events in and out, invariants, what to do when it is red';
      found.push({ file: `${service}/README.md`, line: 1, rule: 'readme', remedy });
    }
  }
  return found;
}

if (require.main === module) {
  const findings = tidyTree(root, filesOf(root));
  if (findings.length > 0) console.log(listing(findings));
  process.exitCode = findings.length > 0 ? 1 : 0;
}
