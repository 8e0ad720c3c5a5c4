import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionKindSchema } from '#shared/domain/ticket.ts';
import { exposureOfCase } from '#shared/expose/exposure.ts';
import { fillTemplate } from '#shared/tickets/fill.ts';
import { templateFor } from '#shared/tickets/templates.ts';
import { unfilled } from '#shared/tickets/unfilled.ts';
import { factsWith, someCase } from './sources.ts';

const facts = factsWith();
const textOf = (source: string, from = facts) => {
  const filled = fillTemplate(source, from);
  return filled.ok ? filled.value.text : `line ${filled.error.line}: ${filled.error.message}`;
};
const openIn = (source: string, from = facts) => unfilled(source, from).map(({ kind, words }) => [kind, words]);

describe('fillTemplate', () => {
  it('puts facts in, and says which it depends on, those of its conditions too', () => {
    const filled = fillTemplate(
      '{{ case.tlp }} {% if claim.price %}{{ claim.price }}{% endif %}{{ claim.record-count }}',
      facts,
    );
    expect(filled).toEqual({
      ok: true,
      value: { text: 'TLP:AMBER 12,400,000', used: ['case.tlp', 'claim.price', 'claim.record-count'] },
    });
  });

  it('shows what is not known as a place to fill', () => {
    expect(textOf('Price: {{ claim.price }}')).toBe('Price: [[ not known yet ]]');
    expect(textOf('Price: {{ claim.price | default: "not stated" }}')).toBe('Price: not stated');
  });

  it.each([
    ['a\n{{ case.title', 2],
    ['{% if case.title %}', 1],
    ['x\n\n{% include "a" %}', 3],
    ['{% render "/etc/passwd" %}', 1],
    ['{{ case.title | date: "%Y" }}', 1],
    ['{% raw %}{{ a }}{% endraw %}', 1],
  ])('refuses %j with its line', (source, line) => {
    expect(fillTemplate(source, facts)).toMatchObject({ ok: false, error: { kind: 'syntax', line } });
    expect(unfilled(source, facts).map(({ kind }) => kind)).toEqual(['syntax']);
  });

  it('reaches nothing but facts', () => {
    expect(textOf('{{ case.constructor }}{{ case.title.constructor.name }}')).toBe(
      '[[ not known yet ]][[ not known yet ]]',
    );
    expect(openIn('{{ case.constructor }}')).toEqual([['unknown-fact', 'case.constructor']]);
  });

  it('never reads a fact as a template, whatever its text', () => {
    const hostile = fc.array(
      fc.constantFrom('{{', '}}', '[[', ']]', '{%', '%}', ' case.tlp ', ' if ', 'x', '\ue000', '\ue001', '0;', '\n'),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const title = `t${parts.join('')}t`;
        const from = factsWith({ case: { ...someCase, title } });
        expect(textOf('<{{ case.title }}>', from)).toBe(`<${title}>`);
        expect(unfilled('<{{ case.title }}>', from)).toEqual([]);
      }),
    );
  });

  it('survives any source', () => {
    const source = fc.array(
      fc.oneof(
        fc.constantFrom('{{', '}}', '[[', ']]', '{%', '%}', 'case.title', ' | ', 'if', '"', '\n'),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(source, (parts) => {
        const text = parts.join('');
        const filled = fillTemplate(text, facts);
        for (const { start, end, words, kind } of unfilled(text, facts)) {
          if (kind !== 'unknown-fact') {
            expect(text.slice(start, end)).toBe(words);
          }
        }
        if (filled.ok && filled.value.text.includes('[[')) {
          expect(unfilled(text, facts)).not.toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('unfilled', () => {
  it('finds facts that no one knows, names that no fact has, and places for the analyst, in order', () => {
    const source = 'a {{ claim.price }} [[ say why ]] {{ no.such }}';
    const found = unfilled(source, facts);
    expect(found.map(({ kind, start }) => [kind, start])).toEqual([
      ['missing-fact', 2],
      ['prompt', 20],
      ['unknown-fact', 37],
    ]);
    expect(found.map(({ sentence }) => sentence)).toEqual([
      'Price asked is not known yet (No claim of this kind is confirmed).',
      'Still to be written: say why',
      'There is no fact called no.such.',
    ]);
  });

  it('counts only what reaches the text', () => {
    expect(openIn('x {% if claim.price %}[[ a ]]{{ claim.price }}{% endif %}{{ claim.price | default: "-" }}')).toEqual(
      [],
    );
    expect(openIn('x {% unless claim.price %}[[ a ]]{% endunless %}')).toEqual([['prompt', '[[ a ]]']]);
    expect(openIn('x {% if claim.prcie %}y{% endif %}')).toEqual([['unknown-fact', 'claim.prcie']]);
  });

  it('finds a fact that a filter or an odd layout hides, and a prompt that is never closed', () => {
    expect(openIn('{{ claim.price | upcase }} x')).toEqual([['missing-fact', '{{ claim.price | upcase }}']]);
    expect(openIn('{{-\n claim.price\n-}} x')).toEqual([['missing-fact', '{{-\n claim.price\n-}}']]);
    expect(openIn('x [[ never closed\ny')).toEqual([['prompt', '[[ never closed']]);
  });

  it('does not let an empty draft through', () => {
    expect(unfilled(' \n', facts)[0]).toMatchObject({ kind: 'blank', sentence: 'The reply is empty.' });
    expect(unfilled('{% if claim.price %}x{% endif %}', facts)[0]).toMatchObject({ kind: 'blank' });
  });
});

describe('the bundled replies', () => {
  it.each(questionKindSchema.options)('%s: only prompts are left for the analyst', (question) => {
    const { source } = templateFor(question);
    const left = unfilled(source, facts);
    expect(left.length).toBeGreaterThan(0);
    expect(new Set(left.map(({ kind }) => kind))).toEqual(new Set(['prompt']));
    expect(unfilled(source.replace(/\[\[.*?\]\]/g, 'Done.'), facts)).toEqual([]);
  });

  it.each(questionKindSchema.options)('%s: label first, alleged, the limits of the sample, no promise', (question) => {
    const text = textOf(templateFor(question).source);
    expect(text.startsWith('TLP:AMBER\n')).toBe(true);
    expect(text).toContain('alleged and not verified');
    expect(text).toContain('1,000 rows');
    expect(text).toContain('absent from the sample is not absent from the leak');
    expect(text).toContain('LD-7');
    expect(text).not.toMatch(/100 ?%|guarantee|certainly|you are safe|not known yet/i);
  });

  it.each(questionKindSchema.options)('%s: says so when there is no sample', (question) => {
    const text = textOf(templateFor(question).source, factsWith({ samples: [], exposure: exposureOfCase([], []) }));
    expect(text).toContain('rests on the listing alone');
    expect(text).not.toContain('absent from the sample');
  });
});
