import type { TableSink } from '../table-format.ts';
import { holdsText } from './binary-value.ts';
import { SqlReader } from './sql-reader.ts';
import { mysqlRules } from './sql-rules.ts';

const introducer = /\b_binary\s*'/i;
const definition = /\bCREATE\s+(?:\w+\s+)?TABLE\b/i;
const binaryType = new RegExp(`\\s(?:${[...mysqlRules.binaryTypes].join('|')})\\b`, 'i');
const filler = 0x78;

const noSink: TableSink = {
  rowsPerBlock: 1 << 10,
  onStray: () => undefined,
  openTable: () => ({ onColumns: () => undefined, onBlock: () => undefined, onRejected: () => undefined }),
};

/** Whether a beginning shows what only a dump of MySQL shows that may hold raw bytes. */
function mayHoldBytes(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head);
  return introducer.test(text) || (definition.test(text) && binaryType.test(text));
}

/**
 * A file's beginning without what is no text: in a dump of MySQL, cells that hold raw bytes are written over, and a row
 * that is cut off is left out. Any other beginning comes back as it is. What is asked of the text (its encoding, whether it
 * is text at all) must not be answered by keys, hashes and pictures.
 */
export function textOfHead(head: Uint8Array, isWhole: boolean): Uint8Array {
  if (!mayHoldBytes(head)) {
    return head;
  }
  const text = head.slice();
  const reader = new SqlReader(mysqlRules, noSink, true, (start, end) => {
    if (!holdsText(head, start, end)) {
      text.fill(filler, start, end);
    }
  });
  reader.push(head);
  const cutRow = isWhole ? null : reader.rowAtHand();
  reader.end();
  return text.subarray(0, cutRow ?? head.length);
}
