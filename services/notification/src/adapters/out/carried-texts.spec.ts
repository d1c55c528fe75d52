import { YICHENG } from '../../../test/desk';
import { TEMPLATES } from '../../../test/vendors';
import { refuseUncarried, uncarried } from './carried-texts';
import type { ProviderSettings } from './provider-settings';

const through = (...templates: readonly ProviderSettings['providers'][number]['templates'][]) =>
  ({ providers: templates.map((each) => ({ templates: each })) }) as unknown as ProviderSettings;
const { received = { code: '', parameters: [] }, ...others } = TEMPLATES;

test('every text is a template with one provider or another', () => {
  expect(uncarried([YICHENG], through(TEMPLATES))).toEqual({ texts: [], parameters: [] });
  expect(uncarried([YICHENG], through(others, { received }))).toEqual({ texts: [], parameters: [] });
  expect(() => refuseUncarried([YICHENG], through(TEMPLATES))).not.toThrow();
});

test('a text that is none anywhere stops the start, and so does a variable its text has not', () => {
  expect(uncarried([YICHENG], through(others)).texts).toEqual(['yicheng/received']);
  const wrong = { ...others, received: { code: 'SMS_1', parameters: ['number', 'opinion'] } };
  expect(uncarried([YICHENG], through(wrong)).parameters).toEqual(['yicheng/received: opinion']);
  expect(() => refuseUncarried([YICHENG], through(others))).toThrow('yicheng/received');
  expect(() => refuseUncarried([YICHENG], through(wrong))).toThrow('yicheng/received: opinion');
});
