// Measures what the door costs: accepts per second of the gateway over a fake intake beside a bare Fastify
// POST in the same run, taken in turns so that both meet the same machine. Run: npx tsx
// services/gateway/test/accept-rate.ts
import { Agent, request } from 'node:http';
import Fastify from 'fastify';
import { gatewayWorld } from './world';

const SECONDS = 3;
const IN_FLIGHT = 32;
const ROUNDS = 3;

const body = (n: number) =>
  JSON.stringify({
    ...{
      sourceNumber: `R-${n}`,
      kind: 'help',
      topic: 'utilities',
      title: '厂区断电',
      content: '本月已断电三次，请协调。',
    },
    enterprise: { name: '太仓某某有限公司', uscc: '91320585XNMLW3NY0L', region: 'taicang', tags: ['sme'] },
    contact: { name: '殷某', phone: '19900006305' },
  });

let sent = 0;

function post(port: number, agent: Agent): Promise<number> {
  sent += 1;
  const text = body(sent);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  const path = '/api/v1/channels/web/appeals';
  return new Promise((resolve, reject) => {
    const one = request({ port, host: '127.0.0.1', agent, method: 'POST', path, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    one.on('error', reject);
    one.end(text);
  });
}

async function rateOf(port: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const until = performance.now() + SECONDS * 1000;
  let accepted = 0;
  const worker = async () => {
    while (performance.now() < until) if ((await post(port, agent)) === 201) accepted += 1;
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  agent.destroy();
  return accepted / SECONDS;
}

async function measure(): Promise<void> {
  const bare = Fastify();
  bare.post('/api/v1/channels/web/appeals', async (_request, reply) => reply.code(201).send({ id: 'x' }));
  await bare.listen({ port: 0, host: '127.0.0.1' });
  const { gateway } = gatewayWorld();
  const ports = { bare: (bare.server.address() as { port: number }).port, gateway: await gateway.listen(0) };
  const rates: Record<string, number[]> = { bare: [], gateway: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, port] of Object.entries(ports)) rates[name]?.push(await rateOf(port));
  }
  const median = (name: string) =>
    [...(rates[name] ?? [])].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  const [floor, door] = [median('bare'), median('gateway')];
  process.stdout.write(
    `bare ${floor.toFixed(0)}/s, gateway ${door.toFixed(0)}/s, ratio ${(door / floor).toFixed(2)}\n`,
  );
  await gateway.stop?.();
  await bare.close();
}

void measure();
