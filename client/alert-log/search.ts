import { open } from 'node:fs/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Alert } from '../../wazuh/alert';
import { linesFromEnd } from './lines-from-end';
import { fitting, type Query } from './query';

/** An alert of the file, and its line as it stands there. */
export interface Hit {
  readonly line: string;
  readonly alert: Alert;
}

/**
 * Looks for alerts in a file of one alert a line, the newest first, and gives them as they are found, at most `most`.
 * Reads only as far as it must, and lets others have their turn after each block. Ends early when the signal says so.
 * Throws the file system's error where the file cannot be read.
 */
export async function* search(
  file: string,
  query: Query,
  most: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Hit[]> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const read = async (offset: number, length: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    };
    let left = most;
    for await (const lines of linesFromEnd(read, size)) {
      const hits: Hit[] = [];
      for (const line of lines) {
        if (hits.length === left) break;
        const alert = fitting(line, query);
        if (alert) hits.push({ line, alert });
      }
      left -= hits.length;
      if (signal.aborted) return;
      if (hits.length > 0) yield hits;
      if (left === 0) return;
      await breathe();
    }
  } finally {
    await handle.close();
  }
}

/** Whether a file has one alert a line, as alerts.json, rather than one alert as a whole: told from its beginning. */
export async function isAlertLog(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(128 * 1024), 0, 128 * 1024, 0);
    const [first = '', ...others] = buffer.subarray(0, bytesRead).toString().trimStart().split('\n');
    const whole = fitting(first, []) !== undefined;
    return whole && others.some((line) => line.trim() !== '');
  } finally {
    await handle.close();
  }
}
