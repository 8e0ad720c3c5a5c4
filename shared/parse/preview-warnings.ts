import { counted } from '../lib/counted.ts';
import type { Examination } from './examine-file.ts';
import { anyFolder } from './joined-members.ts';
import type { Preview } from './preview.ts';

/** The part of a preview that warnings rest on; masked or in clear. */
export type PreviewFacts = Pick<Preview, 'isWhole' | 'endsInsideQuote'> & {
  readonly tables: readonly { readonly name: string; readonly rowsSeen: number }[];
  readonly rejected: Pick<Preview['rejected'], 'seen'>;
  readonly worst: readonly (
    | { readonly kind: 'rejected' }
    | { readonly kind: 'row'; readonly faults: readonly { readonly fault: string }[] }
  )[];
};

const muchRejected = 0.05;

function damageSentence(rows: number): string {
  return `${counted(rows, 'row')} among the worst ${rows === 1 ? 'holds' : 'hold'} signs of a wrong encoding (such as 锟斤拷 or Ã). Compare the encodings; text that was damaged before it was saved stays so in all of them.`;
}

/** Says which file of an archive is read where it holds several; nothing of any other file. */
export function passedOver(members: Examination['members'], member: string | null): readonly string[] {
  const files = members.filter(({ path }) => !path.startsWith(anyFolder)).length;
  if (files < 2 || member === null) {
    return [];
  }
  const read = member.startsWith(anyFolder)
    ? `All of them named “${member.slice(anyFolder.length)}” are read as one.`
    : `One is read at a time: “${member}”.`;
  return [`The archive holds ${files} files. ${read}`];
}

/** What an analyst should know before importing a file as it is read now, one sentence each; none for a sound file. */
export function previewWarnings(
  { tables, rejected, worst, endsInsideQuote, isWhole }: PreviewFacts,
  { members, dialect, encodingIsSure }: Pick<Examination, 'members' | 'dialect' | 'encodingIsSure'>,
): readonly string[] {
  const rows = tables.reduce((sum, { rowsSeen }) => sum + rowsSeen, 0);
  const damaged = worst.filter(
    (record) =>
      record.kind === 'row' && record.faults.some(({ fault }) => fault === 'mojibake' || fault === 'replacement'),
  ).length;
  const share = rejected.seen / Math.max(1, rows + rejected.seen);
  const of = isWhole ? 'records' : 'records seen';
  return [
    ...(rows === 0 ? ['No row was found this way. Choose another format or other options.'] : []),
    ...(rows > 0 && share >= muchRejected
      ? [`${Math.round(share * 100)} % of the ${of} do not fit the table. Check separator, quotes and encoding.`]
      : []),
    ...(endsInsideQuote === null
      ? []
      : [`The file ends inside a quoted cell that opens in line ${endsInsideQuote}: it looks cut off.`]),
    ...(damaged > 0 ? [damageSentence(damaged)] : []),
    ...(encodingIsSure ? [] : ['The evidence for the encoding is thin. Compare the readings and pick the right one.']),
    ...passedOver(members, dialect.member),
  ];
}
