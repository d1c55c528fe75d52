// Who is to contact a protected enterprise must be one who may know it (HD-10).
import { refuses } from '../test/edited-pack';

test('protected enterprises contacted by whom may not know them', () => {
  refuses(
    [['（文件未规定）, by: clerk }', '（文件未规定）, by: ops }']],
    'protected-contact-by',
    'ofProtected:',
  );
});
