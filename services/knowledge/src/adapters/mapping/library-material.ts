// What the finder learns from, taken from the profile (KB-2): its articles, its questions, and the earlier
// appeals with the articles that answered them – or with none where a person had to act.
import type { Profile } from '#policy/profile';
import type { LibraryMaterial } from '../../app/answer-port';
import type { ShelfArticle } from '../../app/ports';

/** The profile's articles as the shelf keeps them. */
export function shelfArticles(profile: Profile): ShelfArticle[] {
  return profile.knowledge.map((article) => {
    const { id, type, title, body, department, topic, keywords, validFrom, validTo, source } = article;
    const shelf = { id, type, title, body, department, topic, keywords, validFrom, validTo, source };
    return { ...shelf, ...(article.supersededBy !== undefined && { supersededBy: article.supersededBy }) };
  });
}

/** The material of a profile; `asOf` is the civil date on which articles must be in force. */
export function libraryMaterial(profile: Profile, asOf: string): LibraryMaterial {
  return {
    articles: shelfArticles(profile),
    questions: profile.questions,
    answered: profile.training.map(({ title, content, kind, topic, label }) => ({
      title,
      content,
      kind,
      topic,
      answers: label.knowledge ?? [],
      ...(label.cluster !== undefined && { cluster: label.cluster }),
    })),
    asOf,
  };
}
