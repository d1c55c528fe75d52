// deploy/docs/commands.md says of every command who may give it, which events it makes and what it is refused
// with. What a service takes is what stands in the `command` oneof of its ExecuteRequest: each of them must
// have its row in the section of its service.
import type { Finding } from './tree';

const page = 'deploy/docs/commands.md';

/** The commands of a service.proto, by the names of their messages. */
export function commandsOf(proto: string): string[] {
  const request = /message ExecuteRequest \{([\s\S]*?)\n\}/.exec(proto)?.[1] ?? '';
  const choice = /oneof command \{([\s\S]*?)\}/.exec(request)?.[1] ?? '';
  return [...choice.matchAll(/^\s*([A-Z]\w*) \w+ = \d+;/gm)].map((match) => match[1] ?? '');
}

/** Commands without a row; `protos` holds the text of each service's service.proto by the service's name. */
export function commandFindings(protos: ReadonlyMap<string, string>, pageText: string): Finding[] {
  const sections = new Map(
    pageText.split(/^## /m).map((section) => [/^\w+/.exec(section)?.[0] ?? '', section] as const),
  );
  return [...protos].flatMap(([service, proto]) => {
    const rows = sections.get(service) ?? '';
    return commandsOf(proto)
      .filter((command) => !new RegExp(`^\\| ${command} \\|`, 'm').test(rows))
      .map((command) => {
        const remedy = `add to "## ${service}": | ${command} | by | events | own refusals |`;
        return { file: page, line: 1, rule: 'command', remedy };
      });
  });
}
