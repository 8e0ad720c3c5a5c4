import { workbookPart } from './archive.ts';
import { ParseProblem } from './outcome.ts';
import { lookOf, type NumberLook, unescaped } from './xlsx-values.ts';
import { readWholeXml, type XmlAttributes } from './xml-stream.ts';
import type { ZipMember } from './zip.ts';

/** A sheet with cells, hidden or not, under its name. */
export type Sheet = { readonly name: string; readonly part: ZipMember };

/** What the sheets of a workbook share. */
export type Workbook = {
  readonly sheets: readonly Sheet[];
  /** The texts that cells name by number. */
  readonly texts: readonly string[];
  /** How numbers look, by the number of a cell's style. */
  readonly looks: readonly NumberLook[];
  /** Whether days count from 1904, as old Macs had it. */
  readonly is1904: boolean;
};

/** The shared texts are held in memory; this many characters are more than any real workbook has. */
const mostSharedCharacters = 1 << 28;
const workbookLinks = 'xl/_rels/workbook.xml.rels';

type Links = ReadonlyMap<string, { readonly type: string; readonly path: string }>;

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

async function readLinks(part: ZipMember | undefined): Promise<Links> {
  const links = new Map<string, { type: string; path: string }>();
  if (part === undefined) {
    return links;
  }
  const onOpen = (name: string, { Id: id, Type: type, Target: target, TargetMode: mode }: XmlAttributes): void => {
    if (name === 'Relationship' && id !== undefined && target !== undefined && mode !== 'External') {
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      links.set(id, { type: type?.replace(/^.*\//, '') ?? '', path });
    }
  };
  await readWholeXml(part.chunks(), { onOpen });
  return links;
}

/** Reads the texts that cells share. Readings (phonetic runs) are not part of the text; formatting is dropped. */
async function readTexts(part: ZipMember | undefined): Promise<readonly string[]> {
  const texts: string[] = [];
  if (part === undefined) {
    return texts;
  }
  let characters = 0;
  const collector = createTextCollector((text) => {
    characters += text.length;
    if (characters > mostSharedCharacters) {
      throw new ParseProblem({ kind: 'damaged', why: 'its shared texts are too large to be held' });
    }
    texts.push(text);
  }, 'si');
  await readWholeXml(part.chunks(), collector);
  return texts;
}

/** Collects the text of `<si>` or `<is>` elements: plain or in runs, without phonetic runs. */
export function createTextCollector(onWhole: (text: string) => void, element: 'si' | 'is') {
  let text = '';
  let phonetic = 0;
  let isText = false;
  return {
    onOpen: (name: string): void => {
      if (name === element) {
        text = '';
      }
      phonetic += name === 'rPh' ? 1 : 0;
      isText = name === 't' && phonetic === 0;
    },
    onText: (piece: string): void => {
      text += isText ? piece : '';
    },
    onClose: (name: string): void => {
      phonetic -= name === 'rPh' ? 1 : 0;
      isText = false;
      if (name === element) {
        onWhole(unescaped(text));
      }
    },
  };
}

async function readLooks(part: ZipMember | undefined): Promise<readonly NumberLook[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  if (part !== undefined) {
    await readWholeXml(part.chunks(), {
      onOpen: (name, { numFmtId, formatCode }) => {
        if (name === 'numFmt') {
          codes.set(Number(numFmtId), formatCode ?? '');
        } else if (name === 'cellXfs') {
          isInCells = true;
        } else if (name === 'xf' && isInCells) {
          formats.push(Number(numFmtId ?? 0));
        }
      },
      onClose: (name) => {
        isInCells = isInCells && name !== 'cellXfs';
      },
    });
  }
  return formats.map((format) => lookOf(format, codes.get(format)));
}

/** Reads what a workbook says of its sheets; null when the archive is no workbook. Throws a `ParseProblem`. */
export async function readWorkbook(members: readonly ZipMember[]): Promise<Workbook | null> {
  const parts = new Map(members.map((member) => [member.path, member]));
  const main = parts.get(workbookPart);
  if (main === undefined) {
    return null;
  }
  const links = await readLinks(parts.get(workbookLinks));
  const sheets: Sheet[] = [];
  let is1904 = false;
  await readWholeXml(main.chunks(), {
    onOpen: (name, attributes) => {
      is1904 ||= name === 'workbookPr' && isTrue(attributes['date1904']);
      const link = name === 'sheet' ? links.get(attributes['r:id'] ?? attributes['id'] ?? '') : undefined;
      const part = link?.type === 'worksheet' ? parts.get(link.path) : undefined;
      if (part !== undefined) {
        sheets.push({ name: attributes['name'] ?? '', part });
      }
    },
  });
  const linked = (type: string) => parts.get([...links.values()].find((link) => link.type === type)?.path ?? '');
  const [texts, looks] = [await readTexts(linked('sharedStrings')), await readLooks(linked('styles'))];
  return { sheets, texts, looks, is1904 };
}
