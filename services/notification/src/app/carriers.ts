// The providers in the order in which they are tried, each with its circuit. A message goes to the first that
// works and has the text; to the next only where the one before has surely refused it. Whatever may have gone
// out stays with the provider that may have it.
import { CLOSED, type Circuit, type CircuitRule, admits, answered, failed, probing } from '../domain/circuit';
import type { Asked, Found, Handover, Outgoing, Provider } from './ports';

/** One provider and how it has been doing. */
export class Carrier {
  private circuit: Circuit = CLOSED;

  constructor(
    readonly provider: Provider,
    private readonly rule: CircuitRule,
    private readonly now: () => number,
  ) {}

  /** Whether it takes anything at present. */
  get open(): boolean {
    return admits(this.circuit, this.now()) !== 'none';
  }

  /** Of these letters those it takes now: all, the first to see whether it is back, or none. */
  take(letters: readonly Outgoing[]): readonly Outgoing[] {
    const mine = letters.filter((letter) => this.provider.carries(letter));
    const admitted = admits(this.circuit, this.now());
    if (admitted === 'all' || mine.length === 0) return mine;
    if (admitted === 'none') return [];
    this.circuit = probing(this.circuit, this.now(), this.rule);
    return mine.slice(0, 1);
  }

  async send(letters: readonly Outgoing[]): Promise<readonly Handover[]> {
    const answers = await this.provider.send(letters);
    for (const answer of answers) {
      const down =
        answer.outcome === 'unsure' || (answer.outcome === 'refused' && answer.fault === 'provider');
      this.note(down);
    }
    return answers;
  }

  /** A provider that is left alone is not asked either. */
  async find(letters: readonly Asked[]): Promise<readonly Found[]> {
    if (!this.open) return letters.map(() => 'silent' as const);
    const found = await this.provider.find(letters);
    for (const one of found) this.note(one === 'silent');
    return found;
  }

  private note(down: boolean): void {
    this.circuit = down ? failed(this.circuit, this.now(), this.rule) : answered();
  }
}

/** What became of a letter: the provider's last word on it, or that nobody has the text. */
export type Tried = { readonly messageId: string } & (
  | { readonly by: string; readonly said: Handover }
  | { readonly by: ''; readonly said: 'nobody-carries' }
);

/**
 * Hands the letters over, in the order of the carriers. `offer` is called before a provider that does not
 * know our ids gets a letter. Letters that no working provider could take are not in the answer: they wait.
 */
export async function handOver(
  letters: readonly Outgoing[],
  carriers: readonly Carrier[],
  offer: (provider: string, letters: readonly Outgoing[]) => Promise<void>,
): Promise<readonly Tried[]> {
  const known = letters.filter((letter) => carriers.some((one) => one.provider.carries(letter)));
  const tried = new Map<string, Tried>();
  for (const { messageId } of letters.filter((letter) => !known.includes(letter)))
    tried.set(messageId, { messageId, by: '', said: 'nobody-carries' });
  let left = known;
  for (const carrier of carriers) {
    const taken = carrier.take(left);
    if (taken.length === 0) continue;
    if (!carrier.provider.idempotent) await offer(carrier.provider.name, taken);
    const answers = await carrier.send(taken);
    for (const [index, { messageId }] of taken.entries()) {
      const said = answers[index] ?? { outcome: 'unsure', reason: 'no-answer' };
      tried.set(messageId, { messageId, by: carrier.provider.name, said });
    }
    left = left.filter(({ messageId }) => mayGoOn(tried.get(messageId)));
  }
  return letters.flatMap(({ messageId }) => tried.get(messageId) ?? []);
}

/** Not tried yet, or surely refused for a reason another provider need not have. */
function mayGoOn(tried: Tried | undefined): boolean {
  if (tried === undefined) return true;
  const { said } = tried;
  return (
    typeof said !== 'string' && said.outcome === 'refused' && ['message', 'provider'].includes(said.fault)
  );
}
