import type { Article } from '../../../core/article.ts';
import { decodeHtml } from '../../../core/charset.ts';
import { sha256 } from '../../../core/hash.ts';
import { splitParts } from '../../../core/parts.ts';
import type { PlanReading } from '../../../core/plan.ts';
import type { PlanMention } from '../../../core/plan-mention.ts';
import type { ExtractRules } from '../../../core/source.ts';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';
import { recognizeReview } from '../../../pipeline/compare/recognize-review.ts';
import { fingerprint } from '../../../pipeline/copies/fingerprint.ts';
import type { DocumentFault } from '../../../pipeline/documents/document.ts';
import { normalForm } from '../../../pipeline/normal/normal-form.ts';
import { versionKey } from '../../../pipeline/normal/version-key.ts';
import { recognizePlan } from '../../../pipeline/plan/identity/recognize-plan.ts';
import { readPlan } from '../../../pipeline/plan/read-plan.ts';
import { attachFiles, type FileText } from '../../attachments/attach-files.ts';
import { planInputOf } from '../plan/plan-input-of.ts';
import { findMentions } from './find-mentions.ts';
import { joinArticles } from './join-articles.ts';

/** All that follows from a page's bytes alone. */
export interface Derived {
  readonly article: Article;
  /** Of title and text: what must differ for a new version, see version-key.ts. */
  readonly hash: string;
  readonly fingerprint: string;
  /** What it states, if it is a plan or looks back on a year; null for all else, whose numbers are kept nowhere. */
  readonly reading: PlanReading | null;
  /** The plans it speaks of, if it is none. */
  readonly mentions: readonly PlanMention[];
  /** What could not be fetched or read of its attached files; the article stands without. */
  readonly faults: readonly DocumentFault[];
  /** It has the text of a file that was not kept with the page, see derive-with-files.ts. */
  readonly borrowed: boolean;
}

/**
 * Bytes to article to plan: the pure middle of a page's way.
 *
 * @param page url that answered, and its headers
 * @param region of the source, for plans that do not say
 * @param files what could be read of the files it links to
 * @throws {ExtractError} if the bytes cannot be turned into an article
 */
export function derive(
  body: Uint8Array,
  page: { url: string; headers: Readonly<Record<string, string>> },
  rules: ExtractRules,
  region: string | null,
  files: readonly FileText[] = [],
): Derived {
  const decoding = { contentType: page.headers['content-type'] ?? null, override: rules.charset ?? null };
  const article = joinArticles(
    splitParts(body, page.headers).parts.map((part) =>
      extractArticle({ html: decodeHtml(part, decoding).text, url: page.url }, rules),
    ),
  );
  return deriveArticle(attachFiles(article, files), page.url, region);
}

/** What follows from an article, wherever it stood. */
export function deriveArticle(article: Article, url: string, region: string | null): Derived {
  const reading = read(article, region, url);
  const mentions = article.kind === 'article' ? findMentions(article, region, reading?.identity != null) : [];
  return {
    article,
    hash: sha256(versionKey(textOf(article))),
    fingerprint: fingerprintOf(article),
    reading,
    mentions,
    faults: [],
    borrowed: false,
  };
}

/** What is kept of an article to find its copies by. */
export function fingerprintOf(article: Article): string {
  return fingerprint(normalForm(textOf(article)).text);
}

function textOf({ title, text }: Article): string {
  return `${title ?? ''}\n${text}`;
}

/**
 * Reading the numbers of an article takes as long as finding the article, and most are neither plan nor review.
 *
 * A plan of nobody we could name is none: two provinces' reports of one title would be one plan, or two years of a series.
 */
function read(article: Article, region: string | null, url: string): PlanReading | null {
  const { title, published } = article;
  const input = planInputOf(article, { region, url });
  const plan = recognizePlan(input);
  if (plan !== null && (plan.issuer ?? plan.region) !== null) return readPlan(input);
  const isReview = recognizeReview({ title, published, region }) !== null;
  return isReview ? { ...readPlan(input), identity: null } : null;
}
