// The stages 办理节点 of an appeal that flow back to the platform it came from and out to systems that asked to
// be told (IN-1, IN-11). A closed list: a receiver's table of codes and its choice of kinds are held against
// it.

/** Stage by stage; `answered` carries the answer, `returned`, `declined` and `rejected` the reason. */
export const TOLD_STAGES = [
  'rejected',
  'accepted',
  'declined',
  'returned',
  'joined',
  'dispatched',
  'recalled',
  'answered',
  'reopened',
  'closed',
  'withdrawn',
] as const;

/** One of `TOLD_STAGES`. */
export type ToldStage = (typeof TOLD_STAGES)[number];
