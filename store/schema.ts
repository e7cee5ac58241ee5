import type { Generated } from 'kysely';
import type { DocumentState, VersionCause } from '../core/archive.ts';
import type { ChangeKind } from '../core/change.ts';
import type { News } from '../core/digest.ts';
import type { Outcome } from '../core/ledger.ts';
import type { MeasureKind } from './health-store.ts';

/**
 * The tables, in types both databases share: text ids, ISO-8601 UTC text times, JSON as text, 0/1 booleans. Bodies alone have
 * numbers, see docs/decisions/0021. Column comments stand in store/migrations/.
 */
export interface Schema {
  source: { id: string; publisher: string; publisher_kind: string; region: string | null; tags: string };
  body: {
    id: Generated<number>;
    sha256: Buffer;
    base_id: number | null;
    depth: number;
    size: number;
    packed: Buffer;
  };
  template: { source_id: string; body_id: number; url: string };
  page: {
    id: string;
    document_id: string;
    source_id: string;
    final_url: string | null;
    fetched_at: string;
    status: number;
    headers: string;
    body_id: number;
    fetcher: 'http' | 'browser';
    settled: number;
  };
  list_page: {
    source_id: string;
    url: string;
    fetched_at: string;
    headers: string;
    size: number;
    packed: Buffer;
  };
  document: {
    id: string;
    url: string;
    source_id: string;
    title: string | null;
    published: string | null;
    state: DocumentState;
    state_reason: string;
    first_seen_at: string;
    last_fetched_at: string | null;
    etag: string | null;
    last_modified: string | null;
    next_check_at: string;
    missing_since: string | null;
    missing_checks: number;
    cluster_id: string;
    fingerprint: string | null;
    versions: number;
    baseline: number;
    held_hash: string | null;
    held_since: string | null;
  };
  band: { key: number; document_id: string };
  fresh_band: { document_id: string; keys: string };
  version: {
    id: string;
    document_id: string;
    seq: number;
    cause: VersionCause;
    page_id: string;
    created_at: string;
    hash: string;
    article: string;
  };
  plan: {
    id: string;
    series: string;
    year: number;
    region: string | null;
    kind: string;
    identity: string;
    source_id: string;
    document_id: string;
    version_id: string;
    created_at: string;
  };
  reading: { version_id: string; identity: string | null; outline: string };
  statement: { version_id: string; n: number; statement: string; indicator: string; kind: string };
  review: { version_id: string; region: string; year: number };
  mention: {
    document_id: string;
    n: number;
    kind: string;
    region: string;
    year: number;
    subject: string | null;
  };
  settlement: {
    plan_version_id: string;
    n: number;
    report_version_id: string;
    outcome: Outcome;
    detail: string;
    created_at: string;
  };
  comparison: {
    id: string;
    kind: 'year' | 'revision';
    before_plan_id: string;
    after_plan_id: string;
    before_version_id: string;
    after_version_id: string;
    created_at: string;
  };
  change: {
    comparison_id: string;
    n: number;
    change: ChangeKind;
    indicator: string;
    headline: number;
    detail: string;
  };
  task_summary: { comparison_id: string; summary: string };
  event: {
    id: string;
    kind: News['kind'];
    at: string;
    source_id: string;
    document_id: string;
    seq: number;
    before_seq: number | null;
    plan_id: string | null;
    comparison_id: string | null;
    news: number;
  };
  told: { subscriber_id: string; event_id: string; digest_id: string };
  subscriber: {
    id: string;
    email: string;
    name: string | null;
    language: string;
    wants: string;
    token: string;
    created_at: string;
    active: number;
  };
  outbox: {
    id: string;
    subscriber_id: string | null;
    email: string;
    created_at: string;
    attempts: number;
    next_attempt_at: string;
    handing_over_at: string | null;
    sent_at: string | null;
    refused_at: string | null;
    dismissed_at: string | null;
    response: string | null;
    error_code: string | null;
    error_message: string | null;
  };
  measure: { source_id: string; kind: MeasureKind; url: string; at: string; size: number; blocks: number };
  run: {
    id: string;
    source_id: string;
    due_at: string;
    started_at: string;
    finished_at: string | null;
    status: 'running' | 'done' | 'failed' | 'interrupted';
    owner: string;
    lease_until: string;
    fetched: number;
    new_versions: number;
    errors: number;
    release: string;
    fault_code: string | null;
    fault_message: string | null;
    judged: number;
    narrowed: number;
  };
  ticket: {
    id: string;
    source_id: string;
    opened_at: string;
    code: string;
    message: string;
    runs: number;
    release: string;
    release_before: string | null;
    broken_at: string | null;
    closed_at: string | null;
    told_in: string | null;
    healed_in: string | null;
  };
  problem: {
    id: string;
    source_id: string;
    url: string | null;
    code: string;
    message: string;
    first_at: string;
    last_at: string;
    count: number;
    resolved_at: string | null;
  };
}
