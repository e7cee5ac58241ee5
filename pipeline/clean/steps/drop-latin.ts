import { phraseOf } from '../fold.ts';
import { LATIN_NOISE } from '../latin-phrases.ts';
import type { Box, Line } from '../tree/line.ts';
import { dropEach, type Scene, type Step } from './step.ts';

/**
 * In Latin script: picture captions and credits, and lines that send the reader elsewhere.
 *
 * Western papers print agency captions that tell nothing of the story, and the benchmarks leave them out; captions on
 * Chinese pages are part of the report and stay.
 */
export const dropLatin: Step = (lines, scene) =>
  scene.latin ? dropEach(lines, (line) => reasonFor(line, scene)) : [];

function reasonFor(line: Line, { box }: Scene): string | null {
  if (line.rows !== null) return null;
  if (line.caption || (line.weight < 200 && inCaptionBox(line.box, box))) return 'caption';
  const text = phraseOf(line);
  if (line.weight < 120 && LATIN_NOISE.test(text)) return 'pointer elsewhere';
  const lone = line.linked > 0.9 && line.weight >= 8 && !/[.!?:"”]$/.test(line.text) && line.heading === 0;
  return lone && line.item === 0 ? 'lone link' : null;
}

const CAPTION_BOX =
  /[\s_-](?:caption|captions|wp-caption|photo-credit|credit|credits|image-?credit|photocredit|copyright|gallery|slideshow|media-?caption|figure|image|photo|photos|picture|inline-?image|imagecaption|media__caption|video)(?=[\s_-])/;

function inCaptionBox(inner: Box, body: Box): boolean {
  for (let box: Box | null = inner; box !== null && box !== body; box = box.parent) {
    if (CAPTION_BOX.test(box.mark) || box.element.name === 'figure') return true;
  }
  return false;
}
