import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldTypes } from '#shared/packs/field-types.ts';
import { runCli, runHere } from './run-cli.ts';

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function detected(type: string, text: string): Promise<string> {
  return (await runHere(['detect', type], '.', [bytes(text)])).stdout;
}

describe('detect', () => {
  it('judges each line, and gives its normal form', async () => {
    const outcome = await runCli(['detect', 'mobile'], {
      input: bytes('13812345678\r\n+86 138-1234-5678\n\n12345\n１３８１２３４５６７８'),
    });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toBe('1\t13812345678\n1\t13812345678\n0\t\n0\t12345\n1\t13812345678\n');
  });

  it('answers with one line for each line, wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('email', 'cn-resident-id', 'full-name', 'remark'),
        fc.array(
          fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, '')),
          { maxLength: 8 },
        ),
        fc.integer({ min: 1, max: 9 }),
        async (type, values, size) => {
          const whole = bytes(values.map((value) => `${value}\n`).join(''));
          const cut = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
            whole.slice(at * size, (at + 1) * size),
          );
          const { stdout } = await runHere(['detect', type], '.', cut);
          expect(stdout).toBe((await runHere(['detect', type], '.', [whole])).stdout);
          expect(stdout.split('\n')).toHaveLength(values.length + 1);
        },
      ),
    );
  });

  it('knows the check digits of its types', async () => {
    expect(await detected('cn-resident-id', '11010519491231002X\n110105194912310021\n')).toBe(
      '1\t11010519491231002X\n0\t110105194912310021\n',
    );
    expect(await detected('iban', 'GB82 WEST 1234 5698 7654 32\nGB82WEST12345698765433\n')).toMatch(/^1\t.*\n0\t/);
  });

  it('lists the types', async () => {
    const { code, stdout } = await runHere(['detect', '--list'], '.');
    expect(code).toBe(0);
    expect(stdout).toBe(`${fieldTypes.map(({ id }) => id).join('\n')}\n`);
  });

  it('refuses what is no type, and names what was perhaps meant', async () => {
    expect(await runHere(['detect', 'emial'], '.')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('email'),
    });
    expect(await runHere(['detect'], '.')).toMatchObject({ code: 2 });
  });
});
