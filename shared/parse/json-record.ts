import type { RejectReason } from '../domain/sample.ts';
import type { ByteFeed } from './byte-feed.ts';
import { beginsRecord, endWithoutComma, lookBack, type RecordStart, recordStart } from './json-resync.ts';
import { JsonScan, type ScanKind } from './json-scan.ts';

const openBrace = 0x7b;
const maxRecordBytes = 1 << 20;
/** What may be read twice in search of the next record, beside as much again as the file is long. */
const spareBytes = 1 << 23;

/** Who hears what became of records; places are those of the feed. */
export type RecordSink = {
  readonly take: (start: number, end: number) => void;
  readonly reject: (start: number, end: number, reason: RejectReason) => void;
};

/** More bytes are needed; another step can be made at once; or the record is behind. */
type Progress = 'more' | 'again' | 'done';

/**
 * Reads one record after another of a JSON file. A broken one is rejected up to the next: the next opening bracket that
 * stands in its line as the broken record did, or that follows an item and begins with the same key. A record over 1 MiB is
 * passed by its brackets. What is read twice on the way is limited to the length of the file; beyond that the search begins
 * where the record broke, so that the cost stays linear.
 */
export class JsonRecord {
  /** Where to go on behind the record, and the blanks before that place in its line, or -1. */
  next = 0;
  nextIndent = -1;
  private readonly feed: ByteFeed;
  private readonly sink: RecordSink;
  private readonly scan = new JsonScan();
  private mode: 'scan' | 'resync' | 'skip' = 'scan';
  private indent = -1;
  private searched = 0;
  private isReported = false;
  private broken: RecordStart | null = null;
  private rescanned = 0;

  constructor(feed: ByteFeed, sink: RecordSink) {
    this.feed = feed;
    this.sink = sink;
  }

  /** Begins the record at `start` of the feed; `indent` blanks stand before it in its line, -1 when something else does. */
  begin(kind: ScanKind, indent: number): void {
    this.scan.begin(this.feed.start, kind);
    this.indent = indent;
    this.isReported = false;
    this.broken = null;
    this.mode = 'scan';
  }

  /** Hears that the places of the feed are now lower. */
  move(by: number): void {
    this.scan.at -= by;
    this.searched -= by;
  }

  /** Goes one stretch further. */
  step(isLast: boolean): Progress {
    if (this.mode === 'scan') {
      return this.scanOn(isLast);
    }
    return this.mode === 'skip' ? this.skip(isLast) : this.resync(isLast);
  }

  private scanOn(isLast: boolean): Progress {
    const { feed, scan } = this;
    const limit = feed.start + maxRecordBytes;
    const stop = Math.min(feed.filled, limit + 1);
    let outcome = scan.run(feed.bytes, stop, false);
    if (outcome === 'more' && stop <= limit) {
      if (!isLast) {
        return 'more';
      }
      outcome = scan.run(feed.bytes, stop, true) === 'done' ? 'done' : 'more';
    }
    if (outcome === 'done') {
      const { start } = feed;
      this.sink.take(start, scan.at);
      return this.finish(scan.at, -1);
    }
    return outcome === 'broken' ? this.beginResync() : this.giveUp(stop, isLast && stop <= limit);
  }

  /** A record that does not end: the next one may begin inside it, where its line shows so; else it is too long. */
  private giveUp(stop: number, isCutOff: boolean): Progress {
    const { feed } = this;
    const start = recordStart(feed.bytes, feed.start, stop, this.indent);
    const last = stop - start.signature.length;
    for (let at = feed.start + 1; at <= last && this.mayRescan(); at++) {
      if (feed.bytes[at] === start.opener && beginsRecord(feed.bytes, feed.start, at, start, 'unfinished')) {
        this.rescanned += stop - at;
        this.broken = start;
        return this.rejectUpTo(at);
      }
    }
    this.sink.reject(feed.start, stop, isCutOff ? 'malformed-json' : 'too-long');
    this.isReported = true;
    if (isCutOff) {
      return this.finish(stop, -1);
    }
    this.mode = 'skip';
    // The scan may wait before `stop`, at a backslash.
    feed.start = Math.min(stop, this.scan.at);
    return 'again';
  }

  private skip(isLast: boolean): Progress {
    const { feed, scan } = this;
    const outcome = scan.run(feed.bytes, feed.filled, false);
    if (outcome === 'broken') {
      this.broken = { opener: openBrace, indent: this.indent, signature: Uint8Array.of(openBrace) };
      this.searched = scan.at;
      this.mode = 'resync';
      return 'again';
    }
    feed.start = Math.min(scan.at, feed.filled);
    if (outcome === 'more' && !isLast) {
      return 'more';
    }
    return this.finish(outcome === 'done' ? scan.at : feed.filled, -1);
  }

  private beginResync(): Progress {
    const { feed, scan } = this;
    this.broken = recordStart(feed.bytes, feed.start, scan.at, this.indent);
    this.searched = this.mayRescan() ? feed.start + 1 : Math.max(feed.start + 1, scan.at);
    this.mode = 'resync';
    return 'again';
  }

  private mayRescan(): boolean {
    return this.rescanned <= this.feed.base + this.scan.at + spareBytes;
  }

  /** Looks for the next record behind one that is broken. */
  private resync(isLast: boolean): Progress {
    const { feed, broken } = this;
    const { bytes, filled } = feed;
    for (; broken !== null && this.searched < filled; this.searched++) {
      if (!this.isReported && this.searched - feed.start > maxRecordBytes) {
        this.sink.reject(feed.start, this.searched, 'too-long');
        this.isReported = true;
      }
      if (bytes[this.searched] !== broken.opener) {
        continue;
      }
      if (this.searched + broken.signature.length > filled && !isLast) {
        break;
      }
      if (beginsRecord(bytes, feed.start, this.searched, broken, 'broken')) {
        this.rescanned += Math.max(0, this.scan.at - this.searched);
        return this.rejectUpTo(this.searched);
      }
    }
    if (isLast && this.searched >= filled) {
      return this.rejectUpTo(filled);
    }
    if (this.isReported) {
      feed.start = Math.max(feed.start, this.searched - lookBack - 1);
    }
    return 'more';
  }

  /** Rejects the broken record up to the next one, without the comma between them, and goes on there. */
  private rejectUpTo(next: number): Progress {
    const { bytes, start } = this.feed;
    const end = endWithoutComma(bytes, start, next);
    if (!this.isReported) {
      this.sink.reject(start, end, 'malformed-json');
    }
    return this.finish(next, this.broken?.indent ?? -1);
  }

  private finish(next: number, indent: number): Progress {
    this.feed.start = next;
    this.next = next;
    this.nextIndent = indent;
    return 'done';
  }
}
