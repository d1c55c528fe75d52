// What the classifier learns from, taken from the profile (RT-1): units with their duties, earlier appeals as
// ruled, and the library, whose articles belong to units. Units with a territory are not learnt from words:
// which of them it is, the enterprise's region says, so what was ruled to be theirs teaches nothing. What a
// former unit was ruled to do its successor does.
import type { Profile } from '#policy/profile';
import { successionIn } from '#policy/succession';
import type { TrainingMaterial } from '../../app/classifier-port';

/** The material of a profile; `asOf` is the civil date on which articles must be in force. */
export function teachingMaterial(profile: Profile, asOf: string): TrainingMaterial {
  const { successorOf } = successionIn(profile);
  const territorial = new Set(profile.units.flatMap(({ code, territory }) => (territory ? [code] : [])));
  const ruled = profile.training.map(({ id, title, content, kind, topic, label }) => ({
    id,
    title,
    content,
    kind,
    topic,
    label: {
      lead: successorOf(label.lead),
      assist: label.assist.map(successorOf),
      disposition: label.disposition,
      urgent: label.urgent,
      ...(label.cluster !== undefined && { cluster: label.cluster }),
    },
  }));
  return {
    units: profile.units
      .filter(({ code }) => !territorial.has(code))
      .map(({ code, name, duties }) => ({ code, name, duties })),
    appeals: ruled.filter(({ label }) => !territorial.has(label.lead)),
    articles: profile.knowledge.map(
      ({ id, title, body, department, topic, keywords, validTo, supersededBy }) => ({
        id,
        title,
        body,
        department: successorOf(department),
        topic,
        keywords,
        validTo,
        ...(supersededBy !== undefined && { supersededBy }),
      }),
    ),
    questions: profile.questions,
    asOf,
  };
}

/** Whether the profile's library has the article and it is valid on that civil day. */
export function articleInForce(profile: Profile, id: string, day: string): boolean {
  const article = profile.knowledge.find((one) => one.id === id);
  if (article === undefined || article.supersededBy) return false;
  return article.validFrom <= day && (article.validTo === null || day <= article.validTo);
}
