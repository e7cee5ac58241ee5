import type { Span } from './clauses.ts';
import { shortName } from './places.ts';

/** What is needed to say whom a statement is about. */
export interface EntityScene {
  readonly text: string;
  readonly issuer: string | null;
}

/** Whom a statement is said of. */
export function readEntity(scene: EntityScene, _clause: Span, indicator: string): string | null {
  if (scene.issuer === null || /^(?:国务院|全国|各地)/.test(scene.issuer)) {
    if (/^中央/.test(indicator)) return '中央';
    return /^地方政府|^地方财政/.test(indicator) ? '地方' : null;
  }
  if (/(?:省|自治区)$/.test(scene.issuer)) return null;
  return shortName(scene.issuer);
}
