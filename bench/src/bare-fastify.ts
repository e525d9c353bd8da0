import httpProxy from '@fastify/http-proxy';
import fastify from 'fastify';

/** A page of a list, as heavy as one of ten lines. */
const page = {
  items: Array.from({ length: 10 }, (_, nth) => ({
    number: `9992023Y${1000 + nth}`,
    name: '低浓度煤层气抽采关键技术研究',
    units: ['示例有限公司'],
  })),
};

/** Fastify with nothing of ours, as a process of its own: it answers by itself, or passes on to UPSTREAM as one does first. Says its port to whoever forked it. */
async function main({ UPSTREAM }: NodeJS.ProcessEnv): Promise<void> {
  const app = fastify();
  if (UPSTREAM === undefined) {
    app.get('/api/v1/register', async () => page);
  } else {
    await app.register(httpProxy, { upstream: UPSTREAM });
  }
  process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }));
}

main(process.env).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
