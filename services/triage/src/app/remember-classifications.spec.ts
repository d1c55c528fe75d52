import type { AppealText, Classification, UnitClassifier } from './classifier-port';
import { rememberClassifications } from './remember-classifications';

const appeal: AppealText = { title: '发票领用', content: '新办企业发票额度不够', kind: 'help', topic: 'tax' };

class Counting implements UnitClassifier {
  asked = 0;
  learnt = 0;
  classify(): Classification {
    this.asked += 1;
    const modelVersion = `v${this.learnt}`;
    return { candidates: [], topic: 'tax', assist: [], sure: false, urgent: false, modelVersion };
  }
  learn(): void {
    this.learnt += 1;
  }
}

describe('remembered classifications', () => {
  it('asks once for the same text', () => {
    const inner = new Counting();
    const classifier = rememberClassifications(inner);
    expect(classifier.classify(appeal)).toBe(classifier.classify({ ...appeal, region: 'sip' }));
    expect(inner.asked).toBe(1);
  });

  it('asks anew for another text, kind or topic', () => {
    const inner = new Counting();
    const classifier = rememberClassifications(inner);
    classifier.classify(appeal);
    classifier.classify({ ...appeal, kind: 'complaint' });
    classifier.classify({ ...appeal, content: '别的' });
    expect(inner.asked).toBe(3);
  });

  it('forgets everything once a ruling is learnt', () => {
    const inner = new Counting();
    const classifier = rememberClassifications(inner);
    classifier.classify(appeal);
    classifier.learn([{ title: '', content: '', unit: 'tax' }]);
    expect(classifier.classify(appeal).modelVersion).toBe('v1');
  });

  it('does not grow without end', () => {
    const inner = new Counting();
    const classifier = rememberClassifications(inner);
    for (let i = 0; i <= 500; i++) classifier.classify({ ...appeal, title: `诉求${i}` });
    classifier.classify({ ...appeal, title: '诉求0' });
    expect(inner.asked).toBe(502);
  });
});
