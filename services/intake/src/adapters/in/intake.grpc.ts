// Intake's door: submissions, commands of people, and the two questions by which an appeal is found.
import { IntakeServiceService } from '#contracts/gen/zhitong/intake/v1/service';
import { commandAnswer, malformed } from '#platform/edge/command-envelope';
import { bindGrpc, type GrpcBinding } from '#platform/edge/grpc-types';
import { executeCommand } from '../../app/execute-command';
import { findByNumber, findBySource } from '../../app/find-appeal';
import type { IntakePorts } from '../../app/ports';
import { handInTable, tableOf } from '../../app/hand-in-table';
import { answerSwitch, type DoorDeskPorts, listDoors } from '../mapping/door-desk';
import type { Doors } from './doors';
import { HELD_MOST } from '../../app/hold-push';
import { listHeld } from '../../app/list-held';
import { listReviews } from '../../app/list-reviews';
import { submitAppeal } from '../../app/submit-appeal';
import { heldPush, readPersonsOrder, submitResponse } from '../mapping/appeal-requests';
import { importOf, openImport, takePart } from '../../app/open-import';
import type { RegisterImports } from '../../app/register-ports';
import { filesOf, linkFile, readFile } from '../../app/give-file-out';
import { takeFileIn } from '../../app/take-file-in';
import { linkAnswer, listAnswer, putAnswer, readAnswer } from '../mapping/file-wire';
import { importAnswer, readOrder, reviewWire } from '../mapping/register-wire';
import { readOffer, refusedTable, tableState, takenTable, tellerOf } from '../mapping/table-wire';

const MOST_REVIEWS = 500;

/** Opens the door. */
export function intakeGrpc(
  ports: IntakePorts,
  { receive, tell, doors }: Pick<Doors, 'receive' | 'tell' | 'doors'>,
  imports: RegisterImports,
  desk: DoorDeskPorts,
): GrpcBinding {
  const stand = { imports, now: ports.now };
  return bindGrpc(IntakeServiceService, {
    submit: async (request) => {
      const answer = await submitAppeal({ ...request }, ports);
      const outcome = answer.outcome === 'refused' ? answer.problems[0]?.code : answer.outcome;
      if (ports.lists().channels.includes(request.channel))
        desk.book.count(request.channel, outcome ?? 'INPUT_INVALID');
      return submitResponse(answer);
    },
    listDoors: async () => ({ doors: await listDoors(desk) }),
    switchDoor: (request) => answerSwitch(request, desk),
    execute: async (request) => {
      const read = readPersonsOrder(request);
      if (!read.ok) return malformed(read.field);
      return commandAnswer(await executeCommand(read.order, ports), ({ status }) => status);
    },
    findByNumber: async (question) => {
      const found = await findByNumber(question, ports);
      return found ?? { appealId: '', status: '', submittedAt: 0 };
    },
    findBySource: async (question) => (await findBySource(question, ports)) ?? { appealId: '', number: '' },
    handInTable: async (request) => {
      const handed = await handInTable(readOffer(request), ports);
      return handed.ok ? takenTable(handed.table) : refusedTable(handed.refusal);
    },
    getTable: async ({ tableId, actor }) => tableState(await tableOf(tableId, tellerOf(actor), ports)),
    listHeldPushes: async ({ limit }) => ({
      pushes: (await listHeld(doors(), Math.min(limit || 100, HELD_MOST), ports)).map(heldPush),
    }),
    openRegisterImport: async (request) =>
      importAnswer(await openImport(readOrder(request), tellerOf(request.actor), stand)),
    putRegisterPart: async ({ importId: id, offset, part: bytes, actor }) =>
      importAnswer(await takePart({ id, offset, bytes }, tellerOf(actor), stand)),
    getRegisterImport: async ({ importId, actor }) =>
      importAnswer(await importOf(importId, tellerOf(actor), stand)),
    putFile: async ({ name, content }) =>
      putAnswer(await takeFileIn({ name, content: Buffer.from(content) }, ports.files)),
    listFiles: async ({ appealId }) =>
      listAnswer(await filesOf(appealId, ports.files), ports.files.scanner !== undefined),
    linkFile: async (asked) => linkAnswer(await linkFile(asked, ports.files)),
    readFile: async ({ link }) => readAnswer(await readFile(link, ports.files)),
    listIdentityReviews: async ({ limit }) => ({
      reviews: (await listReviews(Math.min(limit || 100, MOST_REVIEWS), ports)).map(reviewWire),
    }),
    tell: async (tidings) => ({ outcome: await tell(tidings) }),
    receive: async (call) => {
      const answer = await receive(call);
      return { ...answer, body: Buffer.from(answer.body) };
    },
  });
}
