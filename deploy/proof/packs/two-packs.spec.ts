// Three packs on one instance: two appeals that come in by two doors are admitted under two packs, each gets
// the clocks of its own, and a pack that changes afterwards changes nothing for the appeal that runs.
import { join } from 'node:path';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import type { SubmitResponse } from '#contracts/gen/zhitong/intake/v1/service';
import { ClockStarted } from '#contracts/gen/zhitong/supervision/v1/events';
import { AppealAdmitted } from '#contracts/gen/zhitong/intake/v1/events';
import { createIntake } from '#intake/service';
import type { ReadRecord } from '#platform/journal/record';
import { openVersionBook } from '#platform/version-book';
import { governanceOf } from '#policy/governance';
import type { Pack } from '#policy/pack';
import { loadPack, packHash } from '#policy/pack-loader';
import { loadProfile } from '#policy/profile-loader';
import { createSupervision } from '#supervision/service';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { memoryJournal } from '#testkit/memory-journal';
import { projectCalendars } from '#working-calendar/test-calendars';
import { receiptOf, submissionWire } from '../../../services/intake/test/world';
import { projectRoot } from '../../launch/cache';

const MORNING = Date.parse('2026-03-02T09:00:00+08:00');
const PARTITIONS = 2;

function loaded<T>(read: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const profile = loaded(loadProfile(join(projectRoot, 'deploy/profiles/demo')));
const packOf = (name: string): Pack => loaded(loadPack(join(projectRoot, 'deploy/packs', name)));

/** What identity hands out while these packs are deployed. */
function deployment(packs: readonly Pack[]) {
  const content = new Map(packs.map((pack) => [packHash(pack), pack]));
  const deployed = packs.map((pack) => ({ hash: packHash(pack), pack }));
  const governance = loaded(governanceOf(profile.packs, deployed));
  return { packs: content, governance, calendar: projectCalendars().current, profile };
}

/** Intake and supervision over one journal; triage is played by the test. */
async function town() {
  const journal = memoryJournal({ partitions: PARTITIONS });
  const vault = memoryVault();
  let now = MORNING;
  let content = deployment(['yicheng', 'chaozhou', 'suzhou'].map(packOf));
  const versions = await openVersionBook({ load: async () => content }, () => now);
  const open = { journal, vault, versions, now: () => now };
  const screen = async () => ({ ground: '', words: [], score: 0 });
  const intakeHost = memoryHost({ ...open, service: 'intake', peers: { triage: { screen } } });
  const supervisionHost = memoryHost({ ...open, service: 'supervision' });
  const intake = createIntake(intakeHost);
  createSupervision(supervisionHost);
  await intake.prepare?.();
  await intakeHost.runtime.start();
  await supervisionHost.runtime.start();
  await journal.settled();
  await intake.begin?.();
  const recordsOf = (key: string, type: string) =>
    Array.from({ length: PARTITIONS }, (_, at) => journal.partition(at))
      .flat()
      .filter(
        (item): item is ReadRecord => 'type' in item && item.key === key && item.type.endsWith(`.${type}`),
      );
  return {
    submit: async (channel: string, sourceNumber: string, content: string): Promise<string> => {
      const words = { title: content.slice(0, 8), content };
      const request = submissionWire({ channel, sourceNumber, ...words });
      const handlers = intake.grpc[0]?.handlers as Record<
        string,
        (asked: unknown) => Promise<SubmitResponse>
      >;
      const answer = await handlers['submit']?.(request);
      if (answer === undefined) throw new Error('Intake has no door for submissions');
      return receiptOf(answer).id;
    },
    admission: async (key: string) => {
      for (let turn = 0; turn < 500; turn += 1) {
        const [record] = recordsOf(key, 'AppealAdmitted');
        if (record) return AppealAdmitted.decode(record.value);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`${key} was not admitted`);
    },
    dispatch: async (key: string, dispatchNo: number) => {
      const fields = { dispatchNo, lead: 'tax', assist: [], decidedBy: 'rule' };
      const value = triage.AppealDispatched.encode(triage.AppealDispatched.fromPartial(fields)).finish();
      const id = `test/${key}/triage.routing/${dispatchNo}`;
      const about = {
        id,
        key,
        writer: 'triage.routing',
        seq: dispatchNo,
        type: 'zhitong.triage.v1.AppealDispatched',
      };
      const envelope = { basis: {}, commandId: '', minReader: 1, instance: 'test', traceparent: '', at: now };
      await journal.open('triage').writer.append([{ ...about, ...envelope, value }]);
      await journal.settled();
    },
    clocksOf: (key: string) =>
      recordsOf(key, 'ClockStarted')
        .map(({ value }) => ClockStarted.decode(value))
        .filter(({ unit }) => unit !== '')
        .map(({ clock, rule }) => `${clock} ${rule}`)
        .sort(),
    deploy: async (packs: readonly Pack[]) => {
      content = deployment(packs);
      now += 61_000;
      versions.packFor('web', '');
      await new Promise(setImmediate);
    },
    stop: async () => {
      await intake.stop?.();
      await intakeHost.runtime.stop();
      await supervisionHost.runtime.stop();
    },
  };
}

test('two doors, two packs, two sets of clocks; a running appeal keeps its own', async () => {
  const here = await town();
  const local = await here.submit('web', 'W-1', '设计单位认定为易燃易爆场所，请明确由哪个部门审核。');
  const city = await here.submit('su-shang-tong', 'S-1', '三月申请的留抵退税至今没有到账。');
  const [first, second] = [await here.admission(local), await here.admission(city)];
  expect([first.pack, second.pack]).toEqual(['yicheng', 'suzhou']);
  await here.dispatch(local, 1);
  await here.dispatch(city, 1);
  const district = [
    'contact hours:2',
    'objection hours:24',
    'opinion naturalDays:1',
    'resolve workingDays:5',
  ];
  expect(here.clocksOf(local)).toEqual(district);
  expect(here.clocksOf(city)).toEqual(['acknowledge hours:24', 'objection hours:24', 'reply workingDays:10']);

  const suzhou = packOf('suzhou');
  const slower = suzhou.clocks.map((clock) =>
    clock.id === 'reply' ? { ...clock, rule: 'workingDays:15' } : clock,
  );
  await here.deploy([packOf('yicheng'), packOf('chaozhou'), { ...suzhou, clocks: slower }]);
  await here.dispatch(city, 2);
  const third = await here.submit('enterprise-qr', 'S-2', '门前道路夜间无路灯，员工上下班不便。');
  expect((await here.admission(third)).packHash).not.toBe(second.packHash);
  await here.dispatch(third, 1);
  expect(here.clocksOf(city).filter((clock) => clock.startsWith('reply'))).toEqual([
    'reply workingDays:10',
    'reply workingDays:10',
  ]);
  expect(here.clocksOf(third)).toContain('reply workingDays:15');
  await here.stop();
});
