// When a provider is asked whether the network delivered a message: soon, because the delivery of some texts
// starts a clock (HD-4), then ever less often, for two days. Networks report within three days at most; what
// nobody has told by then stays sent.

const MINUTE = 60_000;
/** After the hand-over, in minutes. */
const ASKED_AFTER: readonly number[] = [0.25, 1, 5, 30, 120, 720, 2880];

/** When to ask after so many times (epoch ms); undefined when it was asked often enough. */
export function askAt(sentAt: number, asked: number): number | undefined {
  const minutes = ASKED_AFTER[asked];
  return minutes === undefined ? undefined : sentAt + minutes * MINUTE;
}
