/** What backslashes mean in a string: nothing, as MySQL reads them, as PostgreSQL reads E'…', or as a COPY row. */
export type Escapes = 'none' | 'mysql' | 'postgresql' | 'copy';

/** In what the dialects of SQL differ, as far as a reader of dumps must know. */
export type SqlRules = {
  /** Backslashes in an ordinary string. */
  readonly strings: Escapes;
  /** Letters that may stand right before a string whose text is the value; in lower case. E is read with escapes. */
  readonly prefixes: readonly string[];
  /** Whether `_utf8mb4 'text'` names the character set of a string; after `_binary` it is one of bytes. */
  readonly introducers: boolean;
  /** Types of columns that hold bytes, which dumps write as they are between quotes; in upper case. */
  readonly binaryTypes: ReadonlySet<string>;
  /** Whether `#` begins a comment, and `--` only when a blank follows. */
  readonly hashComments: boolean;
  /** Whether the server executes what stands in a comment of the kind `/*!50003 …`. */
  readonly executedComments: boolean;
  readonly dollarQuotes: boolean;
  /** Whether `'…'::type` says of which type a literal is. */
  readonly colonCasts: boolean;
  /** Whether `[name]` is a name. */
  readonly bracketNames: boolean;
  /** Whether a line `GO` ends what stands before it; it alone ends the body of a routine. */
  readonly goLines: boolean;
  /** Whether a line `DELIMITER ;;` changes what ends a statement. */
  readonly delimiterLines: boolean;
  /** Whether a line that begins with a backslash is a command to the client, and COPY rows may follow. */
  readonly psql: boolean;
  /** Whether names of tables are the same in upper and lower case. */
  readonly foldsNames: boolean;
  /** Words that begin a part of CREATE TABLE that is no column, in upper case. */
  readonly constraintWords: ReadonlySet<string>;
  /** Whether `replace('…','\n',char(10))` and `unistr('…')` are how line breaks in strings are written. */
  readonly spelledControls: boolean;
};

const constraints = ['PRIMARY', 'UNIQUE', 'CONSTRAINT', 'FOREIGN', 'CHECK', 'LIKE', 'EXCLUDE', 'PERIOD'];

/** https://dev.mysql.com/doc/refman/8.4/en/data-types.html: binary strings, bits, and what is stored as bytes. */
const mysqlBinaryTypes = [
  ...['BINARY', 'VARBINARY', 'TINYBLOB', 'BLOB', 'MEDIUMBLOB', 'LONGBLOB', 'BIT', 'VECTOR', 'GEOMETRY', 'POINT'],
  ...['LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON', 'GEOMETRYCOLLECTION', 'GEOMCOLLECTION'],
];

const plain: SqlRules = {
  ...{ strings: 'none', prefixes: [], introducers: false, hashComments: false, dollarQuotes: false },
  ...{ colonCasts: false, bracketNames: false, goLines: false, delimiterLines: false, psql: false, foldsNames: true },
  ...{ constraintWords: new Set(constraints), spelledControls: false, binaryTypes: new Set(), executedComments: false },
};

/** MySQL and MariaDB. Their table names differ by case on the systems most servers run on. */
export const mysqlRules: SqlRules = {
  ...plain,
  ...{ strings: 'mysql', prefixes: ['n'], introducers: true, hashComments: true, delimiterLines: true },
  ...{ foldsNames: false, constraintWords: new Set([...constraints, 'KEY', 'INDEX', 'FULLTEXT', 'SPATIAL']) },
  ...{ binaryTypes: new Set(mysqlBinaryTypes), executedComments: true },
};

/** PostgreSQL with standard strings, as its dumps have been written since version 9.1; older ones say that theirs are not. */
export const postgresqlRules: SqlRules = {
  ...plain,
  ...{ prefixes: ['e', 'n'], dollarQuotes: true, colonCasts: true, psql: true },
};

/** Microsoft SQL Server. */
export const mssqlRules: SqlRules = {
  ...plain,
  ...{ prefixes: ['n'], bracketNames: true, goLines: true, constraintWords: new Set([...constraints, 'INDEX']) },
};

/** SQLite. */
export const sqliteRules: SqlRules = { ...plain, bracketNames: true, spelledControls: true };
