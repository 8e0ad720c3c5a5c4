import { useEffect, useState } from 'react';

/** How hard a passphrase is to guess: 0 (at once) to 4 (very hard), with advice where there is any. */
export type PassphraseStrength = {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly guessTime: string;
  readonly advice: string;
};

/** Below this score no vault is locked with it: it guards other people's stolen data. */
const leastScore = 3;

/** Whether a passphrase may guard a vault. */
export function isStrongEnough(strength: PassphraseStrength | null): boolean {
  return strength !== null && strength.score >= leastScore;
}

async function loadEstimator(): Promise<(passphrase: string) => PassphraseStrength> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const estimator = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
  return (passphrase) => {
    // Beyond a hundred characters the estimate only gets slower.
    const { score, crackTimes, feedback } = estimator.check(passphrase.slice(0, 100));
    const advice = [feedback.warning, ...feedback.suggestions].filter((line) => line !== null && line !== '').join(' ');
    return { score, guessTime: crackTimes.offlineSlowHashingXPerSecond.display, advice };
  };
}

/** The strength of what is typed; null while nothing is, or until the word lists are loaded. */
export function usePassphraseStrength(passphrase: string): PassphraseStrength | null {
  const [estimate, setEstimate] = useState<{ readonly run: (passphrase: string) => PassphraseStrength } | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadEstimator().then((run) => wanted && setEstimate({ run }));
    return () => {
      wanted = false;
    };
  }, []);
  return passphrase === '' || estimate === null ? null : estimate.run(passphrase);
}
