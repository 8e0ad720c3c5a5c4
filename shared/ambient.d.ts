/**
 * The few universals that shared/ accepts: present in Node, in every worker and in every page. Everything else
 * (clock, randomness, DOM, files, crypto) comes in as an argument.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>;
  encodeInto(input: string, target: Uint8Array): { read: number; written: number };
}

/** WebAssembly, as far as the kernels need it (WebAssembly JavaScript Interface). */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: unknown;
  }
  class Memory {
    constructor(descriptor: { readonly initial: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Global {
    constructor(descriptor: { readonly value: 'i32' }, value: number);
    readonly value: number;
  }
}

declare class TransformStream<T> {
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: T }>; cancel(reason?: unknown): Promise<void> };
  };
  readonly writable: object;
}
