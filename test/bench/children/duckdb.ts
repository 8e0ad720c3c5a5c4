import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { tell, word } from '../child-clock.ts';

const [path, database] = [word(0), word(1)];
rmSync(database, { force: true });
const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();
const begin = performance.now();
// As text, as Leakdesk and sqlite keep it.
await connection.run(
  `create table orders as select * from read_csv('${path}', header = true, all_varchar = true, quote = '"', escape = '"')`,
);
const milliseconds = performance.now() - begin;
const counted = await connection.runAndReadAll('select count(*)::integer from orders');
tell(milliseconds, Number(counted.getRows()[0]?.[0]));
