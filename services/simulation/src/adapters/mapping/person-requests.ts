// What people do, as the requests the services take over the wire.
import { ExecuteRequest as CaseworkRequest } from '#contracts/gen/zhitong/casework/v1/service';
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import {
  ExecuteRequest as IntakeRequest,
  SubmitRequest,
  type SubmitResponse,
} from '#contracts/gen/zhitong/intake/v1/service';
import { ExecuteRequest as SupervisionRequest } from '#contracts/gen/zhitong/supervision/v1/service';
import { ExecuteRequest as TriageRequest } from '#contracts/gen/zhitong/triage/v1/service';
import type { Act } from '../../domain/acts';
import type { DrawnAppeal } from '../../domain/drawn-appeals';

const REQUESTS = {
  intake: IntakeRequest,
  triage: TriageRequest,
  casework: CaseworkRequest,
  supervision: SupervisionRequest,
};

/** The request of an act. */
export function requestOf({ appealId, by, command }: Act): unknown {
  const meta = { appealId, commandId: '', actor: by };
  const spoken = { meta, command: { $case: command.name, value: command.fields } };
  return REQUESTS[command.door].fromPartial(spoken as never);
}

/** Empty when the act was accepted, else the code of the refusal. */
export function refusalOf({ outcome }: CommandAnswer): string {
  if (outcome?.$case === 'accepted') return '';
  return outcome?.value.code ?? 'NO_ANSWER';
}

/** The submission of an appeal as the door of its channel hands it in. */
export function submissionOf({ sourceNumber, told, enterprise }: DrawnAppeal): SubmitRequest {
  const { channel, kind, topic, title, content, contact } = told;
  return SubmitRequest.fromPartial({
    channel,
    sourceNumber,
    kind,
    topic,
    title,
    content,
    contact,
    enterprise: { ...enterprise, tags: [...enterprise.tags] },
    attachments: [],
  });
}

/** What became of a submission: the appeal's id, or the code it was refused with. */
export function submittedOf({ outcome }: SubmitResponse): { id: string } | { refused: string } {
  if (outcome === undefined || outcome.$case === 'refused')
    return { refused: outcome?.value.problems[0]?.code ?? 'NO_ANSWER' };
  return { id: outcome.value.id };
}
