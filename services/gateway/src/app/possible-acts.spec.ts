// What is offered next on a case follows the pack that governs it: every act, status and role of the three
// packs.
import { packOf } from '../../test/world';
import { type Act, ACTS, type CaseAtHand, possibleActs } from './possible-acts';
import type { SessionAtHand } from './session-at-hand';

const [yicheng, chaozhou] = [packOf('yicheng'), packOf('chaozhou')];
const at = (status: string, more: Partial<CaseAtHand> = {}): CaseAtHand => {
  return {
    status,
    lead: 'grid',
    proposed: '',
    extensionWishedOn: '',
    assisting: [],
    nameProtected: false,
    ...more,
  };
};
const by = (role: string, unit = '', id = 'a') => ({ role, unit, id });

describe('what is possible next', () => {
  it.each(['yicheng', 'chaozhou', 'suzhou'])('is never more than %s gives the role', (name) => {
    const pack = packOf(name);
    const statuses = [...new Set(Object.values(ACTS).flatMap((row) => [...row.at]))];
    for (const { id: role } of pack.roles) {
      const may = new Set<string>(pack.scopes.filter((row) => row.role === role).flatMap((row) => row.may));
      for (const status of statuses) {
        const acts = possibleActs(pack, by(role, 'grid'), at(status));
        const given = (act: Act) => may.has(ACTS[act].command) || BY_SETTING.includes(ACTS[act].command);
        expect(acts.filter((act) => !given(act))).toEqual([]);
      }
    }
  });

  it('has the platform contact a protected enterprise, and the unit any other (HD-10)', () => {
    const contacts = (role: string, status: string, nameProtected: boolean) =>
      possibleActs(
        yicheng,
        by(role, role === 'handler' ? 'grid' : ''),
        at(status, { nameProtected }),
      ).includes('contact');
    expect([contacts('clerk', 'dispatched', true), contacts('handler', 'acknowledged', true)]).toEqual([
      true,
      false,
    ]);
    expect([contacts('clerk', 'acknowledged', false), contacts('handler', 'acknowledged', false)]).toEqual([
      false,
      true,
    ]);
    expect(contacts('handler', 'dispatched', false)).toBe(false);
  });

  it('stops at the unit’s own cases, and before the work where the reach ends there (RT-1)', () => {
    expect(possibleActs(yicheng, by('handler', 'grid'), at('dispatched'))).toEqual(['acknowledge', 'object']);
    expect(possibleActs(yicheng, by('handler', 'drc'), at('dispatched'))).toEqual([]);
    expect(possibleActs(yicheng, by('handler'), at('dispatched', { lead: '' }))).toEqual([]);
    expect(possibleActs(yicheng, by('clerk'), at('dispatched'))).toContain('recall');
    expect(possibleActs(yicheng, by('clerk'), at('acknowledged'))).not.toContain('recall');
    expect(possibleActs(yicheng, by('leader'), at('acknowledged'))).toContain('recall');
  });

  it.each(['supervisor', 'leader', 'panel'])('a %s rules where the clerk is stopped (RT-2)', (role) => {
    expect(possibleActs(yicheng, by(role), at('objected'))).toContain('objection-ruling');
    expect(possibleActs(yicheng, by(role), at('desk'))).toContain('dispatch');
  });

  it('differs by the pack that governs (YC-2, CR 二-6)', () => {
    expect(possibleActs(yicheng, by('supervisor'), at('desk'))).toContain('answer');
    expect(possibleActs(chaozhou, by('supervisor'), at('desk'))).not.toContain('answer');
    expect(possibleActs(yicheng, by('panel'), at('desk'))).toEqual(['dispatch']);
    expect(possibleActs(chaozhou, by('panel'), at('desk'))).toEqual([]);
  });

  it('in a session whoever is waited for is asked, and nobody calls another (KB-5, RT-3)', () => {
    const panel = { kind: 'panel', question: 'responsibility', concerned: false, held: false } as const;
    const offered = (role: string, session: Partial<SessionAtHand>, status = 'desk') => {
      const sits = { session: { ...panel, waitsForHim: false, ...session } };
      const acts: readonly Act[] = ['panel', 'recusal', 'vote', 'meeting', 'meeting-record', 'close'];
      const possible = possibleActs(yicheng, by(role), at(status, sits));
      return acts.filter((act) => possible.includes(act));
    };
    expect(offered('panel', { waitsForHim: true })).toEqual(['recusal', 'vote']);
    expect(offered('panel', { waitsForHim: true, concerned: true })).toEqual(['recusal']);
    expect(offered('panel', {})).toEqual([]);
    expect([offered('clerk', {}), offered('leader', {})]).toEqual([[], []]);
    expect(offered('leader', { kind: 'joint-meeting', held: false })).toEqual([]);
    expect(offered('leader', { kind: 'joint-meeting', held: true })).toEqual(['meeting-record']);
    expect(offered('clerk', { question: 'result' }, 'completed')).toEqual([]);
    expect(offered('clerk', { question: 'advice' }, 'completed')).toEqual(['close']);
  });

  it('a panel is offered while the pack has a question for it', () => {
    const panel = yicheng.panel as NonNullable<typeof yicheng.panel>;
    const offered = (when: typeof panel.when, status: string) =>
      possibleActs({ ...yicheng, panel: { ...panel, when } }, by('clerk'), at(status)).includes('panel');
    expect([offered(['unclear-duty'], 'desk'), offered(['unclear-duty'], 'completed')]).toEqual([
      true,
      false,
    ]);
    expect([offered(['result-in-doubt'], 'desk'), offered(['result-in-doubt'], 'answered')]).toEqual([
      ...[false, true],
    ]);
    expect([offered(['seat-asks'], 'desk'), offered(['seat-asks'], 'completed')]).toEqual([true, true]);
  });

  it('an assisting unit is offered its part, and the desk the ruling on its objection (RT-3)', () => {
    const offered = (step: string, status = 'contacted') =>
      possibleActs(yicheng, by('handler', 'water'), at(status, { assisting: [{ unit: 'water', step }] }));
    expect(offered('asked')).toEqual(['acknowledge', 'object']);
    expect(offered('acknowledged', 'objected')).toEqual(['object', 'contribute']);
    expect(offered('contributed')).toEqual(['contribute']);
    expect([offered('objected'), offered('released'), offered('asked', 'completed')]).toEqual([[], [], []]);
    expect(possibleActs(yicheng, by('handler', 'grid'), at('contacted'))).not.toContain('contribute');
    const clerk = (step: string) =>
      possibleActs(yicheng, by('clerk'), at('contacted', { assisting: [{ unit: 'water', step }] }));
    expect(clerk('asked')).not.toContain('assist-objection-ruling');
    expect(clerk('objected')).toContain('assist-objection-ruling');
  });

  it('an extension is asked for while none waits, and ruled on while one does (HD-2)', () => {
    const pack = { ...yicheng, extension: { ...EXTENSION, ruledBy: ['supervisor'] } };
    const waits = { extensionWishedOn: '2026-03-20' };
    expect(possibleActs(pack, by('supervisor'), at('contacted'))).not.toContain('extension-ruling');
    expect(possibleActs(pack, by('supervisor'), at('contacted', waits))).toContain('extension-ruling');
    expect(possibleActs(pack, by('clerk'), at('contacted', waits))).not.toContain('extension-ruling');
    expect(possibleActs(pack, by('handler', 'grid'), at('contacted'))).toContain('extension');
    expect(possibleActs(pack, by('handler', 'grid'), at('contacted', waits))).not.toContain('extension');
    expect(possibleActs({ ...pack, extension: undefined }, by('handler', 'grid'), at('contacted'))).toEqual([
      'object',
      'contact',
      'opinion',
      'complete',
    ]);
  });

  it('what is declined by default is admitted by the named exception alone (IN-5)', () => {
    const decline = yicheng.admission.decline.map((row) => ({ ...row, byDefault: 'decline' as const }));
    const pack = { ...yicheng, admission: { ...yicheng.admission, decline } };
    const held = at('screening', { lead: '', proposed: 'decline-litigation' });
    expect(possibleActs(pack, by('supervisor'), held)).toEqual(['admit']);
    expect(possibleActs(pack, by('clerk'), held)).toEqual(['decline', 'send-back']);
    expect(possibleActs(yicheng, by('clerk'), held)).toEqual(['admit', 'decline', 'send-back']);
  });
});

const EXTENSION = { clause: '默认', clock: 'resolve', times: 1, atMost: 'workingDays:5' };

/** Handed out by settings of their own, not by scopes. */
const BY_SETTING: readonly string[] = [
  ...['RequestExtension', 'RuleExtension', 'ReleaseAnswer', 'RecordFactCheck', 'RecordResultCheck'],
];

describe('inside a unit whose pack knows a chain (HD-9)', () => {
  const pack = {
    ...yicheng,
    scopes: yicheng.scopes.map((scope) =>
      scope.role === 'handler' ? { ...scope, may: [...scope.may, 'AssignInside', 'SignDraft'] } : scope,
    ),
  } as typeof yicheng;
  const CHAIN: readonly Act[] = ['complete', 'submit-draft', 'return-draft', 'sign-draft'];
  const offered = (id: string, inside: CaseAtHand['inside']) => {
    const acts = possibleActs(pack, by('handler', 'grid', id), at('acknowledged', { inside }));
    return CHAIN.filter((act) => acts.includes(act));
  };
  const drafting = { stage: 'drafting', handler: 'li', waitsFor: ['li'], mayReturn: [] };
  const waiting = { stage: 'head', handler: 'li', waitsFor: ['he', 'wu'], mayReturn: ['he', 'wu', 'li'] };

  it('the draft is offered to whoever has the case in hand, to anybody while nobody has', () => {
    expect([offered('li', drafting), offered('he', drafting)]).toEqual([['submit-draft'], []]);
    expect(offered('he', { ...drafting, handler: '', waitsFor: [] })).toEqual(['submit-draft']);
  });

  it('the signature to those it waits for, its return to them and to whoever may take it back', () => {
    expect(offered('wu', waiting)).toEqual(['return-draft', 'sign-draft']);
    expect(offered('li', waiting)).toEqual(['return-draft']);
    expect(offered('chen', waiting)).toEqual([]);
  });

  it('without a chain the completion alone', () => {
    expect(offered('li', undefined)).toEqual(['complete']);
  });
});

it('a held answer is not released while a panel rules on it', () => {
  const suzhou = packOf('suzhou');
  const released = (session?: SessionAtHand) =>
    possibleActs(suzhou, by(suzhou.answering.role ?? ''), at('answer-held', { session })).includes(
      'release-answer',
    );
  const sits = { kind: 'panel', question: 'result', waitsForHim: false, concerned: false, held: false };
  expect([released(), released(sits as SessionAtHand)]).toEqual([true, false]);
});
