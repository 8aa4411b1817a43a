import { describe, expect, it } from 'vitest';
import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { TestClient } from './testing/client';
import { longFile } from './testing/long-file';

const text = longFile(60_000);
const changes = 20;

/** A busy machine may let a pause pass in the middle of the changes, and a few more sets are made. */
const mostSets = 5;

/** ms. One set for a text of this length takes some 50. */
const mostTime = 5000;

describe('twenty changes at once, of a file of 60 kB', () => {
  it('are not all judged for a client that asks after each', async () => {
    const client = await TestClient.start();
    const document = await client.open(text);
    const ask = () =>
      client.connection
        .sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: document.uri } })
        .then(({ kind }) => kind)
        .catch((error) => {
          if (error instanceof ResponseError && error.code === LSPErrorCodes.ServerCancelled)
            return 'given up';
          throw error;
        });
    await ask();
    const began = performance.now();
    const answers = await Promise.all(
      Array.from({ length: changes }, async (_, change) => {
        const sent = document.change(`${text}${'\n'.repeat(change + 1)}`);
        const answer = ask();
        await sent;
        return answer;
      }),
    );
    expect(performance.now() - began).toBeLessThan(mostTime);
    expect(answers.at(-1)).toBe(DocumentDiagnosticReportKind.Full);
    expect(answers.filter((answer) => answer !== 'given up').length).toBeLessThanOrEqual(mostSets);
    await client.stop();
  });

  it('are not all judged for a client that waits', async () => {
    const client = await TestClient.start({ capabilities: {} });
    const document = await client.open(text);
    const { uri } = document;
    const sets = () => client.published.filter((sent) => sent.uri === uri);
    const judged = async (version: number) => {
      while (sets().at(-1)?.version !== version) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await judged(1);
    const before = sets().length;
    const began = performance.now();
    for (let change = 1; change <= changes; change++) void document.change(`${text}${'\n'.repeat(change)}`);
    await judged(1 + changes);
    expect(performance.now() - began).toBeLessThan(mostTime);
    expect(sets().length - before).toBeLessThanOrEqual(mostSets);
    await client.stop();
  });
});
