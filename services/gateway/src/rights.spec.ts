// Who may come in where: every address with every role of every programme, as that programme's pack lays it
// down (TR-2). The table below says what each address is; what a role gets is read here from the pack's own
// rows, not from the code that is tested. An address without a row makes this red.
import { CaseSummary } from '#contracts/gen/zhitong/casework/v1/service';
import type { Pack } from '#policy/pack';
import { CASE_ID, NUMBER } from '../test/fake-case';
import { deskCase } from '../test/fake-peers';
import { requestOf } from '../test/requests';
import { ask, gatewayWorld, headersOf, packOf } from '../test/world';

const EVERYBODY = ['submitAppeal', 'getOwnAppeal', 'materialOwnAppeal', 'withdrawOwnAppeal', 'urgeOwnAppeal'];
/** What an address is: a command, or how much of cases it shows. */
const ADDRESSES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...EVERYBODY,
      'rateOwnAppeal',
      'disputeOwnAppeal',
      'liftProtectionOwnAppeal',
      'getLabels',
      'pushAtDoor',
      'verifyDoor',
      ...['putFile', 'listOwnFiles', 'linkOwnFile', 'giveFile'],
    ].map((id) => [id, '']),
  ),
  ...{
    listCases: 'states',
    getCase: 'states',
    getCounts: 'states',
    followLive: 'states',
    listCards: 'states',
  },
  ...{
    getFigures: 'states',
    listTasks: 'states',
    listUnits: 'states',
    getMe: 'states',
    getCandidates: 'words',
    searchArticles: 'words',
  },
  ...{ listCaseFiles: 'words', linkCaseFile: 'words' },
  ...{ handInTable: 'ReportAppeals', getHandedTable: 'ReportAppeals', getTableForm: 'ReportAppeals' },
  ...{
    openRegisterImport: 'ImportRegister',
    putRegisterPart: 'ImportRegister',
    getRegisterImport: 'ImportRegister',
    listIdentityReviews: 'RuleIdentity',
  },
  ...{ listDoors: 'SwitchDoor', switchDoor: 'SwitchDoor' },
  listDeliveries: 'everything',
  ...{ listMessages: 'everything', getRanking: 'everything', getReport: 'everything' },
  ...{ admitCase: 'AdmitAppeal', declineCase: 'DeclineAppeal', sendBackCase: 'SendBackAppeal' },
  ...{ identityCase: 'RuleIdentity', dispatchCase: 'DispatchAppeal', answerCase: 'AnswerAppeal' },
  ...{ recallCase: 'RecallDispatch', objectionRulingCase: 'RuleObjection', transferCase: 'TransferAppeal' },
  ...{ escalationCase: 'RequestEscalation', escalationRulingCase: 'RuleEscalation' },
  classSettingCase: 'SetClass',
  ...{ urgentCase: 'ConfirmUrgent', urgentDenialCase: 'DenyUrgent' },
  ...{
    listExperts: 'ConvenePanel',
    panelCase: 'ConvenePanel',
    recusalCase: 'DeclareRecusal',
    voteCase: 'CastVote',
  },
  ...{ meetingCase: 'ConveneMeeting', meetingRecordCase: 'RecordMeeting' },
  ...{ releaseAnswerCase: 'answering', returnAnswerCase: 'answering' },
  openProtectedCase: 'ReadProtected',
  ...{ factCheckCase: 'facts', resultCheckCase: 'result' },
  ...{ contributeCase: 'GiveContribution', assistObjectionRulingCase: 'RuleObjection' },
  ...{ assignInsideCase: 'AssignInside', handOverInsideCase: 'AssignInside', handOverUnit: 'AssignInside' },
  ...{ submitDraftCase: 'CompleteAppeal', returnDraftCase: 'draft-back', signDraftCase: 'SignDraft' },
  ...{ acknowledgeCase: 'AcknowledgeDispatch', objectCase: 'ObjectToDispatch', contactCase: 'RecordContact' },
  ...{ opinionCase: 'GivePreliminaryOpinion', completeCase: 'CompleteAppeal' },
  ...{ checkCompletion: 'CompleteAppeal', extensionCase: 'CompleteAppeal' },
  extensionRulingCase: 'extension',
  ...{ listRegister: 'words', listOrders: 'words', getOversight: 'words', getOrder: 'words' },
  getAppraisal: 'words',
  ...{ stateGroundCase: 'StateGround', clearEntryCase: 'ClearEntry', issueOrderCase: 'IssueOrder' },
  ...{ answerOrderCase: 'AnswerOrder', ruleOrderCase: 'RuleOrder', recordTransferCase: 'RecordTransfer' },
  ...{ recordTransferOutcomeCase: 'RecordTransferOutcome', giveFindingsCase: 'GiveFindings' },
  ...{ mendAnswerCase: 'MendAnswer', ruleMendingCase: 'RuleMending' },
  ...{ fileContestCase: 'FileContest', ruleContestCase: 'RuleContest' },
  ...{ listDataRequests: 'words', getDataRequests: 'words', requestDataCase: 'RequestData' },
  ...{ provideDataCase: 'ProvideData', refuseDataCase: 'ProvideData' },
  ...{ withdrawDataRequestCase: 'RequestData', readDataCase: 'dataRequests' },
  ...{ listOutages: 'states', stateOutage: 'StateOutage', withdrawOutage: 'StateOutage' },
  ...{ listHeldPushes: 'ReleasePush', releasePush: 'ReleasePush', rejectPush: 'ReleasePush' },
  ...{ followUpCase: 'FollowUpAppeal', reopenCase: 'ReopenAppeal', closeCase: 'CloseAppeal' },
};

function lets(
  { scopes, admission, extension, answering, checks, dataRequests, contact }: Pack,
  role: string,
  what: string,
): boolean {
  const rows = scopes.filter((row) => row.role === role);
  switch (what) {
    case '':
      return true;
    case 'states':
      return rows.length > 0;
    case 'words':
      return rows.some(({ sees }) => sees !== 'states-only');
    case 'everything':
      return rows.some(({ sees }) => sees === 'all');
    case 'extension':
      return extension?.ruledBy.includes(role) === true;
    case 'facts':
    case 'result':
      return checks?.[what]?.by === role;
    case 'answering':
      return answering.role === role;
    case 'dataRequests':
      if (dataRequests?.readBy.includes(role) === true) return true;
      return rows.some(({ may }) => may.includes('RequestData'));
    // Who drafts takes back, who signs gives back.
    case 'draft-back':
      return rows.some(({ may }) => may.includes('SignDraft') || may.includes('CompleteAppeal'));
    case 'RecordContact':
      if (contact.ofProtected?.by === role) return true;
      break;
    case 'AdmitAppeal':
      if (admission.decline.some(({ exceptionBy }) => exceptionBy === role)) return true;
      break;
    default:
  }
  return rows.some(({ may }) => may.some((command) => command === what));
}

const summary = { ...(deskCase().summary ?? CaseSummary.fromPartial({})), lead: 'grid' };

describe.each(['yicheng', 'chaozhou', 'suzhou'])('under %s', (name) => {
  const pack = packOf(name);
  const world = gatewayWorld([], {}, [pack]);
  const { gateway, rows } = world;
  afterAll(() => gateway.stop?.());
  const roles = ['anyone', ...pack.roles.map(({ id }) => id)];

  it.each(rows.filter(({ stream }) => !stream).map((row) => ({ row, id: row.id })))(
    '$id lets in whom the pack names and nobody else',
    async ({ row, id }) => {
      expect(Object.keys(ADDRESSES)).toContain(id);
      for (const role of roles) {
        world.cases.set(CASE_ID, { ...deskCase(), summary });
        const reply = await ask(gateway, { ...requestOf(row), headers: headersOf(role) });
        const told = `${role} ${reply.statusCode} ${String(reply.json().code ?? '')}`;
        const schema = row.replies[reply.statusCode];
        // Not every programme has the report asked for; who gets as far was let in.
        if (['getReport', 'getTableForm'].includes(id) && reply.statusCode === 422)
          expect(lets(pack, role, ADDRESSES[id] ?? '')).toBe(true);
        else if (lets(pack, role, ADDRESSES[id] ?? '')) {
          expect([told, schema === undefined]).toEqual([told, false]);
          expect(schema?.safeParse(reply.json()).error?.issues).toBeUndefined();
        } else if (role === 'anyone') expect(told).toBe('anyone 401 TOKEN_MISSING');
        else expect(told).toBe(`${role} 403 ROLE_NOT_ALLOWED`);
      }
    },
  );

  it('every role of the pack can read something, or is none', async () => {
    for (const role of roles.slice(1)) {
      const reply = await ask(gateway, { method: 'GET', url: '/api/v1/cases', headers: headersOf(role) });
      expect([role, reply.statusCode]).toEqual([role, 200]);
    }
  });
});

describe('a token of a role', () => {
  const { gateway } = gatewayWorld([], {}, [packOf('suzhou')]);
  afterAll(() => gateway.stop?.());

  it('that no pack in force knows opens nothing, and says so', async () => {
    const reply = await ask(gateway, { method: 'GET', url: '/api/v1/cases', headers: headersOf('panel') });
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'ROLE_UNKNOWN']);
    expect(reply.json().title).toContain('panel');
  });

  it('of the product itself needs no pack', async () => {
    const read = (role: string) =>
      ask(gateway, { method: 'GET', url: '/api/v1/cases', headers: headersOf(role) });
    expect([(await read('ops')).statusCode, (await read('channel')).statusCode]).toEqual([200, 403]);
  });
});

/** A sixth government: its own names for everything, and nothing of it in code. */
describe('a pack with names of its own', () => {
  const renamed = new Map([
    ['clerk', 'dispatcher'],
    ['handler', 'solver'],
    ['followup', 'caller'],
  ]);
  const sixth = JSON.parse(
    JSON.stringify(packOf('yicheng')).replaceAll(
      /"(clerk|handler|followup)"/g,
      (_, role: string) => `"${renamed.get(role) ?? role}"`,
    ),
  ) as Pack;
  const world = gatewayWorld([], {}, [sixth]);
  const { gateway } = world;
  afterAll(() => gateway.stop?.());
  const read = async (role: string, unit: string) => {
    const headers = { ...headersOf(role), 'x-unit': unit };
    return ask(gateway, { method: 'GET', url: `/api/v1/cases/${NUMBER}`, headers });
  };

  it('works without a word of code', async () => {
    world.cases.set(CASE_ID, { ...deskCase(), summary: { ...summary, status: 'desk', lead: '' } });
    expect((await read('dispatcher', '')).json().possible).toEqual(
      expect.arrayContaining(['dispatch', 'answer']),
    );
    expect((await read('solver', 'grid')).statusCode).toBe(404);
    world.cases.set(CASE_ID, { ...deskCase(), summary: { ...summary, status: 'dispatched' } });
    expect((await read('dispatcher', '')).json().possible).toContain('recall');
    expect((await read('solver', 'grid')).json().possible).toEqual(['acknowledge', 'object']);
    expect((await read('solver', 'drc')).statusCode).toBe(404);
    expect((await read('solver', '')).json().code).toBe('UNIT_HEADER_MISSING');
    expect((await read('clerk', '')).json().code).toBe('ROLE_UNKNOWN');
  });
});
