// `npm run latency`: how long the language server takes to answer, over the protocol and after a change of the text.

import { rulesRequest } from '../server/protocol';
import { TestClient } from '../server/testing/client';
import { longFile } from '../server/testing/long-file';

const ROUNDS = 40;

/** Rounds before those that count: the engine compiles meanwhile, and reads the catalog. */
const WARMING = 10;

/** Characters: a stock ossec.conf, and one that has grown for years. */
const lengths = [7000, 60_000];

/** What is searched for, a letter more each time, as it is typed. */
const queries = [...'ssh brute force'].map((_, end, letters) => letters.slice(0, end + 1).join(''));

/** The text with `typed` behind the first `words` of its second half, and the cursor there. */
function typing(text: string, words: string, typed = ''): string {
  const at = text.indexOf(words, text.length / 2);
  if (at === -1) throw new Error(`no ${words}`);
  return `${text.slice(0, at)}${words}${typed}$0${text.slice(at + words.length)}`;
}

/**
 * The time that each round took, in ms, from the shortest to the longest. `prepare` does not count.
 * @throws Error for an answer that is empty: it took no work
 */
async function times(
  prepare: (round: number) => Promise<void>,
  ask: (round: number) => Promise<{ readonly length: number } | undefined>,
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let round = 0; round < WARMING + ROUNDS; round++) {
    await prepare(round);
    const began = performance.now();
    const answer = await ask(round);
    if (round >= WARMING) taken.push(performance.now() - began);
    if (!answer?.length) throw new Error('An empty answer.');
  }
  return taken.toSorted((one, other) => one - other);
}

/** The time within which so many of a hundred rounds had their answer. */
function percentile(sorted: readonly number[], of100: number): string {
  return (sorted[Math.ceil((sorted.length * of100) / 100) - 1] ?? 0).toFixed(1).padStart(8);
}

async function measure(client: TestClient, length: number): Promise<void> {
  const text = longFile(length);
  const document = await client.open(text);
  // Another text in each round, or the answer would be the one that is kept.
  const changed = (marked: string) => (round: number) =>
    document.change(`${marked}${'\n'.repeat(round % 2)}`);
  const completed = async () => (await document.complete()).items;
  const inResponse = '<location>local</location>\n    ';
  const rows = {
    diagnostics: await times(changed(text), () => document.diagnostics()),
    'completion of a tag': await times(changed(typing(text, inResponse, '<')), completed),
    'completion of a rule': await times(changed(typing(text, ',5712', ',57')), completed),
    hover: await times(changed(typing(text, ',57')), () => document.hover()),
    'rule search': await times(changed(text), (round) => {
      const query = queries[round % queries.length] ?? '';
      return client.connection.sendRequest(rulesRequest, { query, limit: 200 });
    }),
  };
  console.log(`\n${(text.length / 1000).toFixed(0)} kB`.padEnd(24), 'p50 ms', ' p95 ms');
  for (const [what, sorted] of Object.entries(rows))
    console.log(what.padEnd(22), percentile(sorted, 50), percentile(sorted, 95));
}

const client = await TestClient.start();
for (const length of lengths) await measure(client, length);
for (const line of client.log) console.error(line);
if (client.log.length > 0) process.exitCode = 1;
await client.stop();
