import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { DrawChart } from '../chart/paper.ts';
import type { ChartFacts } from './chart-facts.ts';
import { Sheet } from './sheet.tsx';

/** Pixels of a PNG to one of the drawing. */
const pngScale = 2;

/** What an element has for the sake of the screen only. */
const forScreen = ['style', 'class', 'role', 'tabindex'];

/** What a library draws stands in an element of HTML inside the drawing; a file has its bare SVG in that place. */
function withoutHtml(drawn: SVGSVGElement): void {
  for (const frame of drawn.querySelectorAll('foreignObject')) {
    const inner = frame.querySelector('svg');
    for (const element of frame.querySelectorAll('svg, svg *')) {
      for (const name of forScreen) {
        element.removeAttribute(name);
      }
    }
    frame.replaceWith(...(inner === null ? [] : [inner]));
  }
}

/** The chart as the text of an SVG file. */
export function drawSvg(facts: ChartFacts, draw: DrawChart): string {
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() => root.render(<Sheet facts={facts} draw={draw} />));
  const drawn = place.querySelector('svg');
  if (drawn === null) {
    throw new Error('The chart was not drawn.');
  }
  const copy = document.importNode(drawn, true);
  root.unmount();
  withoutHtml(copy);
  const text = new XMLSerializer().serializeToString(copy);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

/** The same drawing as the bytes of a PNG, at twice its size. */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth * pngScale, image.naturalHeight * pngScale);
    const context = canvas.getContext('2d');
    if (context === null) {
      throw new Error('This engine has no canvas to draw the picture on.');
    }
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await picture.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
