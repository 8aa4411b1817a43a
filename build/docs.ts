import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Book } from './book';
import { diagnosticsBook } from './docs-diagnostics';
import { findingsBook } from './docs-findings';
import { scenariosBook } from './docs-scenarios';

const root = path.resolve(import.meta.dirname, '..');

/** The files of a folder that differ from what the headers say, missing and superfluous ones included. */
async function stale({ folder, pages }: Book): Promise<readonly string[]> {
  await mkdir(path.join(root, folder), { recursive: true });
  const present = await readdir(path.join(root, folder));
  const differing: string[] = present.filter((name) => !pages.has(name));
  for (const [name, text] of pages) {
    if (!present.includes(name) || (await readFile(path.join(root, folder, name), 'utf8')) !== text)
      differing.push(name);
  }
  return differing.sort();
}

async function write({ folder, pages }: Book, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const file = path.join(root, folder, name);
    const text = pages.get(name);
    if (text === undefined) await rm(file);
    else await writeFile(file, text);
  }
}

for (const book of [diagnosticsBook(), findingsBook(), scenariosBook()]) {
  const differing = await stale(book);
  if (!process.argv.includes('--check')) {
    await write(book, differing);
    console.log(`${book.folder}: ${differing.length} of ${book.pages.size} pages written`);
  } else if (differing.length > 0) {
    console.error(`${book.folder} is stale; run npm run docs:\n  ${differing.join('\n  ')}`);
    process.exitCode = 1;
  } else console.log(`${book.folder}: ${book.pages.size} pages up to date`);
}
