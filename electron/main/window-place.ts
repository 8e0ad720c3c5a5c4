import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, screen } from 'electron';
import { z } from 'zod';

const windowPlaceSchema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(900),
  height: z.int().min(600),
});
type WindowPlace = { width: number; height: number; x?: number; y?: number };

const firstPlace: WindowPlace = { width: 1280, height: 800 };

function placeFile(): string {
  return join(app.getPath('userData'), 'window-place.json');
}

function isOnScreen(x: number, y: number): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const inWidth = x >= workArea.x && x < workArea.x + workArea.width;
    return inWidth && y >= workArea.y && y < workArea.y + workArea.height;
  });
}

/** Where the window stood when it was last closed, if that is still on a screen. */
export function readWindowPlace(): WindowPlace {
  try {
    const { x, y, width, height } = windowPlaceSchema.parse(JSON.parse(readFileSync(placeFile(), 'utf8')));
    return x !== undefined && y !== undefined && isOnScreen(x, y) ? { x, y, width, height } : { width, height };
  } catch {
    // A first start has no such file, and a damaged one is worth no more than a first start.
    return firstPlace;
  }
}

/** Writes the window's place down when it closes. */
export function rememberWindowPlace(window: BrowserWindow): void {
  window.on('close', () => {
    try {
      writeFileSync(placeFile(), JSON.stringify(window.getNormalBounds()));
    } catch {
      // Losing the window's place is no reason to keep the analyst from closing it.
    }
  });
}
