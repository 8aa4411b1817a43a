/** What Node knows of WebAssembly, as far as it is used here: TypeScript has it among what is the browser's alone. */
declare namespace WebAssembly {
  class Memory {
    constructor(pages: { readonly initial: number; readonly maximum: number });
    /** Another one after each growth. */
    readonly buffer: ArrayBuffer;
  }
  interface Global {
    value: number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: object;
  }
  /** It cannot go on: it has stopped itself, or has run out of memory or stack. */
  class RuntimeError extends Error {}
}
