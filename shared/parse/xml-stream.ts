import { SaxesParser } from 'saxes';
import { ParseProblem } from './outcome.ts';

/** An element begins; names come without their prefix. */
export type XmlAttributes = Readonly<Record<string, string>>;
export type XmlHandlers = {
  readonly onOpen: (name: string, attributes: XmlAttributes) => void;
  readonly onClose?: (name: string) => void;
  readonly onText?: (text: string) => void;
};

/** Text between two tags is collected whole; beyond this it is an attack. */
const longestTextBytes = 1 << 24;

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/**
 * Reads XML piece by piece, pausing after each. saxes expands no entities of a document's own and checks that what it
 * reads is well formed. Throws a `ParseProblem` when it is not.
 */
export async function* readXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): AsyncGenerator<void> {
  const { onOpen, onClose, onText } = handlers;
  const parser = new SaxesParser({ position: false, xmlns: false });
  let bytesSinceTag = 0;
  parser.on('opentag', ({ name, attributes }) => {
    bytesSinceTag = 0;
    onOpen(bare(name), attributes);
  });
  if (onClose !== undefined) {
    parser.on('closetag', ({ name }) => onClose(bare(name)));
  }
  if (onText !== undefined) {
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  const decoder = new TextDecoder();
  const write = (text: string): void => {
    try {
      parser.write(text);
    } catch (cause) {
      throw cause instanceof ParseProblem
        ? cause
        : new ParseProblem({ kind: 'damaged', why: 'a part of it is no XML' });
    }
  };
  for await (const chunk of chunks) {
    bytesSinceTag += chunk.length;
    write(decoder.decode(chunk, { stream: true }));
    if (bytesSinceTag > longestTextBytes) {
      throw new ParseProblem({ kind: 'damaged', why: 'a cell of it is longer than 16 MB' });
    }
    yield;
  }
  write(decoder.decode());
}

/** Reads a part to its end, without a pause for others. */
export async function readWholeXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const reading = readXml(chunks, handlers);
  for (let step = await reading.next(); step.done !== true; step = await reading.next()) {
    // Each step is one piece of the part; there is nothing to do in between.
  }
}
