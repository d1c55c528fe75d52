// People of official accounts as rows of intake's own table. They are no fact of the journal: a rebuild
// leaves them, a lost store loses open drafts and the list of one's own appeals, which number and query code
// open again.
import type { Table } from '#platform/host-ports';
import type { WechatPeople } from '../../app/wechat-ports';
import type { WechatPerson } from '../../domain/wechat-person';

/** Fields the rows are found by. */
export const PEOPLE_INDEXES: readonly (readonly string[])[] = [['endsAt']];

const AT_ONCE = 200;

/** People over a table. */
export function tablePeople(table: Table<WechatPerson>): WechatPeople {
  return {
    get: async (id) => (await table.get([id]))[0],
    put: (person) => table.put([person]),
    ended: (now) => table.find({ endsAt: { $gt: 0, $lte: now } }, { limit: AT_ONCE }),
  };
}
