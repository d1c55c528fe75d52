/**
 * How `npm start` tells who may sign in and where: the desk of the pages, and each role by the name the pages
 * show, since its code alone is on no page.
 */

/** Of `/api/v1/labels`, what is told. */
export interface RoleLabels {
  readonly roles: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  /** Roles that act for their unit. */
  readonly unitRoles: readonly string[];
}

/** The lines; roles without a name, such as a program's, stand by their code. */
export function tokenLines(
  address: string,
  tokens: Readonly<Record<string, string>>,
  { roles, unitRoles }: RoleLabels,
): readonly string[] {
  const lines = Object.entries(tokens).map(([role, token]) => {
    const title = Object.hasOwn(roles, role) ? roles[role] : undefined;
    const unit = unitRoles.includes(role) ? ' · 另选单位 and a unit' : '';
    return `    ${role.padEnd(11)} ${token}  ${title ? `${title.zh} ${title.en}` : ''}${unit}`.trimEnd();
  });
  return [
    `  登录 sign in     ${address}/#/desk   选角色,填令牌和工号 · choose the role, give its token and an id of your own`,
    '  角色令牌 roles and tokens(程序用 HTTP 头 programs: Authorization: Bearer <token>)',
    ...lines,
  ];
}

/** Asks the instance for the names of its roles; they stand by their codes when it does not answer. */
export async function roleLabels(address: string): Promise<RoleLabels> {
  try {
    const response = await fetch(`${address}/api/v1/labels`, { signal: AbortSignal.timeout(10_000) });
    if (response.ok) return (await response.json()) as RoleLabels;
  } catch {
    // The tokens are told all the same.
  }
  return { roles: {}, unitRoles: [] };
}
