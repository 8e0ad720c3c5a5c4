/** Prints the skipped tests, a table of the steps, and as the last line the sums; gives the exit code. */
export function summarize(results) {
  const skipped = results.flatMap((result) => result.skipped);
  if (skipped.length > 0) {
    console.log(`\nSkipped, and not counted as passed:\n${indent(skipped)}`);
  }
  console.log(`\n${indent(table(results))}\n`);
  const [passed, failed] = ['passed', 'failed'].map((key) => results.reduce((sum, result) => sum + result[key], 0));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function table(results) {
  const rows = results.map(({ name, passed, failed, skipped, seconds, remark }) => [
    name,
    String(passed),
    String(failed),
    String(skipped.length),
    seconds.toFixed(1),
    remark ?? '',
  ]);
  const all = [['step', 'passed', 'failed', 'skipped', 'seconds', ''], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column], column))
      .join('  ')
      .trimEnd(),
  );
}

function pad(cell, width, column) {
  const isNumber = column > 0 && column < 5;
  return isNumber ? cell.padStart(width) : cell.padEnd(width);
}

function indent(lines) {
  return lines.map((line) => `  ${line}`).join('\n');
}
