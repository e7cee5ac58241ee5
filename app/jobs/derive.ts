import type { Article } from '../../core/article.ts';
import { decodeHtml } from '../../core/charset.ts';
import { sha256 } from '../../core/hash.ts';
import { splitParts } from '../../core/parts.ts';
import type { PlanReading } from '../../core/plan.ts';
import type { ExtractRules } from '../../core/source.ts';
import { extractArticle } from '../../pipeline/clean/extract-article.ts';
import { recognizeReview } from '../../pipeline/compare/recognize-review.ts';
import { fingerprint } from '../../pipeline/copies/fingerprint.ts';
import { normalForm } from '../../pipeline/normal/normal-form.ts';
import { readPlan } from '../../pipeline/plan/read-plan.ts';
import { recognizePlan } from '../../pipeline/plan/recognize-plan.ts';
import { joinArticles } from './join-articles.ts';

/** All that follows from a page's bytes alone. */
export interface Derived {
  readonly article: Article;
  /** Of the normal form of title and text: what must differ for a new version. */
  readonly hash: string;
  readonly fingerprint: string;
  /** What it states, if it is a plan or looks back on a year; null for all else, whose numbers are kept nowhere. */
  readonly reading: PlanReading | null;
}

/**
 * Bytes to article to plan: the pure middle of a page's way.
 *
 * @param page url that answered, and its headers
 * @param region of the source, for plans that do not say
 * @throws {ExtractError} if the bytes cannot be turned into an article
 */
export function derive(
  body: Uint8Array,
  page: { url: string; headers: Readonly<Record<string, string>> },
  rules: ExtractRules,
  region: string | null,
): Derived {
  const decoding = { contentType: page.headers['content-type'] ?? null, override: rules.charset ?? null };
  const article = joinArticles(
    splitParts(body, page.headers).map((part) =>
      extractArticle({ html: decodeHtml(part, decoding).text, url: page.url }, rules),
    ),
  );
  const normal = normalForm(`${article.title ?? ''}\n${article.text}`).text;
  return {
    article,
    hash: sha256(normal.replace(/\s+/g, '')),
    fingerprint: fingerprint(normal),
    reading: read(article, region, page.url),
  };
}

/** Reading the numbers of an article takes as long as finding the article, and most are neither plan nor review. */
function read(article: Article, region: string | null, url: string): PlanReading | null {
  const { text, title, published, fields } = article;
  const input = { text, title, published, issuer: fields.issuer ?? null, region, url };
  const isKept = recognizePlan(input) !== null || recognizeReview({ title, published, region }) !== null;
  return isKept ? readPlan(input) : null;
}
