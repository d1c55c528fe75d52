import { trainBinary } from './linear-svm';
import { ComplementBayes } from './complement-bayes';
import { OneVsRest } from './one-vs-rest';
import { countTerms, dot, Vocabulary } from './tf-idf';

const texts = [
  ['停电', '电费'],
  ['停电', '增容'],
  ['发票', '税率'],
  ['发票', '退税'],
  ['报销', '医保'],
  ['医保', '住院'],
];
const labels = ['grid', 'grid', 'tax', 'tax', 'mib', 'mib'];
const blocks = texts.map((terms) => [{ weight: 1, terms: countTerms(terms) }]);
const vocabulary = new Vocabulary(blocks);
const vectors = blocks.map((block) => vocabulary.vector(block));
const of = (...terms: string[]) => vocabulary.vector([{ weight: 1, terms: countTerms(terms) }]);
const options = { cost: 1, passes: 30, tolerance: 0.01 };
const samples = vectors.map((vector, i) => ({ vector, label: labels[i] ?? '', importance: 1 }));
const best = (margins: Float64Array) => ['grid', 'tax', 'mib'][margins.indexOf(Math.max(...margins))];

describe('a linear machine', () => {
  it('separates what can be separated', () => {
    const positive = labels.map((label) => label === 'grid');
    const even = labels.map(() => 1);
    const model = trainBinary(vectors, positive, even, vocabulary.size, { ...options, cost: 10, classes: 3 });
    vectors.forEach((vector, i) => expect(dot(vector, model.weights) + model.bias > 0).toBe(positive[i]));
  });

  it('names the class of an unseen text, and so does complement Bayes', () => {
    const machine = new OneVsRest(samples, ['grid', 'tax', 'mib'], vocabulary.size, options);
    const bayes = new ComplementBayes(samples, ['grid', 'tax', 'mib'], vocabulary.size);
    expect(best(machine.margins(of('增容', '电费')))).toBe('grid');
    expect(best(bayes.margins(of('住院')))).toBe('mib');
  });

  it('changes its answer with an added ruling and forgets samples taken out', () => {
    const machine = new OneVsRest(samples, ['grid', 'tax', 'mib'], vocabulary.size, options);
    const before = machine.margins(of('住院'))[1] ?? 0;
    expect(best(machine.without(new Set([4, 5]), 20).margins(of('住院')))).not.toBe('mib');
    machine.add([{ vector: of('住院'), label: 'tax', importance: 3 }]);
    expect(machine.margins(of('住院'))[1]).toBeGreaterThan(before);
    expect(() => machine.add([{ vector: of('住院'), label: 'none', importance: 1 }])).toThrow(
      'unknown class none',
    );
  });
});
