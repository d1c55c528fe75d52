// What a conversation at an official account stands on beside intake itself.
import type { Choice } from '../domain/wechat-dialogue';
import type { Language, WechatPerson } from '../domain/wechat-person';
import type { Said } from '../domain/wechat-said';
import type { IntakePorts } from './ports';
import type { Turns } from './turns';

/** A message of a person. */
export interface Heard {
  /** The same for every repeat. */
  readonly key: string;
  /** OpenID. */
  readonly person: string;
  readonly said: Said;
}

/** What of the account a conversation must know. */
export interface Account {
  readonly door: string;
  readonly open: boolean;
  readonly perMinutePerPerson: number;
  /** Address of the enterprise's page. */
  readonly page: string;
}

/** A text in both languages. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/**
 * One thing to be said: a code with its values; `of` names the table of its sentence, the account's own if
 * absent.
 */
export interface Say {
  readonly code: string;
  readonly values: Readonly<Record<string, string | Both>>;
  readonly of?: 'intake' | 'casework';
}

/** What came of a message: the person as he is remembered from now on, and what is said. */
export interface Reaction {
  readonly person: WechatPerson;
  readonly says: readonly Say[];
  /** For the count; `answered` when absent. */
  readonly outcome?: string;
}

/** People as the account remembers them. */
export interface WechatPeople {
  get(id: string): Promise<WechatPerson | undefined>;
  put(person: WechatPerson): Promise<void>;
  /** Those of whom something has ended. */
  ended(now: number): Promise<readonly WechatPerson[]>;
}

/** Where an appeal stands after admission, and what only its handler may take. */
export interface CaseDesk {
  /** Undefined when its file is not there yet or nobody can be asked. */
  look(appealId: string): Promise<{ readonly status: string; readonly answer: string } | undefined>;
  /** The refusal, or nothing. */
  rate(order: {
    readonly appealId: string;
    readonly commandId: string;
    readonly rating: 'satisfied' | 'dissatisfied';
    readonly comment: string;
  }): Promise<{ readonly code: string; readonly params: Readonly<Record<string, string>> } | undefined>;
}

/** Everything a conversation stands on. */
export interface ConversationPorts {
  readonly intake: IntakePorts;
  readonly people: WechatPeople;
  readonly inTurn: Turns;
  readonly desk: CaseDesk;
  readonly regions: readonly Choice[];
  readonly regionPrefixes: readonly string[];
  /** Keyed code of any text; nobody finds the text by it. */
  readonly codeOf: (text: string) => string;
  readonly nameOfStatus: (status: string) => Both;
  readonly textOf: (says: readonly Say[], language: Language) => string;
  /** Whole seconds until a person may do something again; 0 = now. */
  readonly waitOf: (what: string, perMinute: number, person: string) => Promise<number>;
  /** Counts what became of a message. */
  readonly count: (door: string, outcome: string) => void;
  readonly now: () => number;
}
