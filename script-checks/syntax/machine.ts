import { Buffer } from 'node:buffer';

/** How much memory the parser may take: some texts make it ask for all there is. Pages of 64 kB, as WebAssembly counts. */
const pages = { first: 512, most: 3072, bytes: 65_536 };

/** What the parser's library passes WebAssembly to be made of; a grammar is made of the same. */
interface Imports {
  readonly env: { readonly __stack_pointer: WebAssembly.Global };
}

/** What the library wants to be told when it is made. */
type Ready = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/**
 * The memory of the WebAssembly that the parser is. Where a text is too much for it, it stops in the middle of its work
 * and is good for nothing after that; the library makes no second one. So what the memory held before is put back.
 */
export class Machine {
  readonly #memory = new WebAssembly.Memory({ initial: pages.first, maximum: pages.most });
  #stack: WebAssembly.Global | undefined;
  #kept: { readonly bytes: Buffer; readonly stack: number } | undefined;

  /** What the library is to be started with. */
  options(wasm: Uint8Array) {
    return {
      locateFile: (name: string) => name,
      wasmMemory: this.#memory,
      instantiateWasm: (imports: Imports, ready: Ready) => {
        this.#stack = imports.env.__stack_pointer;
        const module = new WebAssembly.Module(wasm);
        const instance = new WebAssembly.Instance(module, imports);
        ready(instance, module);
        return instance.exports;
      },
      // It is told at the file.
      printErr: () => undefined,
    };
  }

  /** Remembers what is in the memory: the parser is at rest. */
  keep(): void {
    this.#kept = { bytes: Buffer.from(this.#used()), stack: this.#stack?.value ?? 0 };
  }

  /** Forgets all that has happened since `keep`. */
  putBack(): void {
    if (!this.#kept || !this.#stack) return;
    const memory = new Uint8Array(this.#memory.buffer);
    memory.set(this.#kept.bytes);
    memory.fill(0, this.#kept.bytes.length);
    this.#stack.value = this.#kept.stack;
  }

  /** The memory up to its last page that holds anything. */
  #used(): Buffer {
    const { buffer } = this.#memory;
    const empty = Buffer.alloc(pages.bytes);
    let end = buffer.byteLength;
    while (end > 0 && Buffer.from(buffer, end - pages.bytes, pages.bytes).equals(empty)) end -= pages.bytes;
    return Buffer.from(buffer, 0, end);
  }
}
