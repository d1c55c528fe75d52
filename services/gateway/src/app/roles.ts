// Who may knock. Until people sign in with accounts of their own a token stands for a role (TR-2); `anyone`
// is a request without a token, `channel` another platform that pushes appeals.

/** Roles a token may stand for. */
export const TOKEN_ROLES = [
  'clerk',
  'handler',
  'supervisor',
  'leader',
  'ops',
  'followup',
  'channel',
] as const;

/** All roles of the route table. */
export const ROLES = ['anyone', ...TOKEN_ROLES] as const;

/** A role of the route table. */
export type Role = (typeof ROLES)[number];

/** Everybody who works here. */
export const STAFF = [
  'clerk',
  'handler',
  'supervisor',
  'leader',
  'ops',
  'followup',
] as const satisfies readonly Role[];

/** Staff who may read what enterprises wrote; operations see states and times, no words (TR-2). */
export const READERS = [
  'clerk',
  'handler',
  'supervisor',
  'leader',
  'followup',
] as const satisfies readonly Role[];

/** Who acts, as commands carry it. */
export interface Actor {
  readonly role: string;
  readonly id: string;
  readonly unit: string;
}

/** Whether a row of the table lets a role in: `anyone` lets everybody in. */
export function mayEnter(roles: readonly Role[], role: Role): boolean {
  return roles.includes('anyone') || roles.includes(role);
}
