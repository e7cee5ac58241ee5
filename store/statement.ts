import { type Compilable, type CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Where the values of a statement go, by their names. */
export type Given<Values> = { readonly [Name in keyof Values]: RawBuilder<Values[Name]> };

/** The place of one value, among those that a statement binds. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement that is built once and run with other values each time, for what is asked for every page: to build one takes
 * Kysely longer than it takes SQLite to run it.
 *
 *     const titleOf = statement((db, { id }: Given<{ id: string }>) =>
 *       db.selectFrom('document').select('title').where('id', '=', id));
 *     const [row] = await titleOf(tx, { id });
 *
 * @param build makes the query, with a place for each value; called once for each kind of database. All values must have
 * places, and stand under the same names each time.
 * @returns what runs it on a database or transaction, and gives its rows
 */
export function statement<Values extends object, Row>(
  build: (db: Kysely<Schema>, given: Given<Values>) => Compilable<Row>,
): (db: Kysely<Schema>, values: Values) => Promise<Row[]> {
  // One adapter serves a database and all its transactions, and each kind of database writes statements in its own way.
  const built = new WeakMap<object, CompiledQuery<Row>>();
  return async (db, values) => {
    const { adapter } = db.getExecutor();
    const query = built.get(adapter) ?? build(db, placesOf(values)).compile();
    built.set(adapter, query);
    const parameters = query.parameters.map((value) =>
      value instanceof Place ? Reflect.get(values, value.name) : value,
    );
    const bound: CompiledQuery<Row> = { ...query, parameters };
    return (await db.executeQuery(bound)).rows;
  };
}

function placesOf<Values extends object>(values: Values): Given<Values> {
  const places = Object.keys(values).map((name) => [name, sql`${new Place(name)}`]);
  return Object.fromEntries(places);
}
