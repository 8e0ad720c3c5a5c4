// Given names that are common in English, German, French, Spanish, Portuguese, Italian, Indian and Turkish, without accents.
const common = new Set(
  (
    'james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan joseph jessica thomas sarah charles karen ' +
    'christopher lisa daniel nancy matthew betty anthony sandra mark margaret donald ashley steven kimberly andrew emily paul donna joshua michelle ' +
    'kenneth carol kevin amanda brian melissa george deborah timothy stephanie ronald rebecca jason laura edward helen jeffrey sharon ryan cynthia ' +
    'jacob kathleen gary amy nicholas angela eric shirley jonathan anna stephen brenda larry pamela justin emma scott nicole brandon samantha benjamin ' +
    'katherine samuel christine gregory catherine alexander virginia patrick rachel frank janet jack maria dennis heather jerry diane tyler julie ' +
    'aaron joyce jose victoria adam kelly nathan christina henry lauren peter joan zachary evelyn oliver olivia liam sophia noah isabella lucas mia ' +
    'ethan charlotte mason amelia logan harper elijah ava aiden grace caleb hannah owen chloe luke lily dylan ella simon alice martin claire ' +
    'hans peter klaus jurgen wolfgang stefan andreas sabine petra monika ursula heike katharina lukas felix jonas leon finn uwe ute brigitte ' +
    'jean pierre michel philippe marie nathalie isabelle sophie camille nicolas francois luis carlos juan javier miguel antonio manuel francisco ' +
    'pedro jorge alejandro diego fernando ricardo rafael carmen ana lucia sofia elena pilar rosa guadalupe fernanda joao paulo bruno tiago beatriz ' +
    'giovanni marco giuseppe francesca giulia luca matteo amit rahul priya anjali sunita ravi sanjay deepak pooja neha vijay anil arjun kavita mehmet ' +
    'mustafa ahmet ayse fatma emine zeynep elif hasan ali omar fatima aisha mohammed muhammad ahmed ivan alexei dmitri olga natalia elena sergei wei li'
  ).split(' '),
);

/** True if a name of a person in Latin letters holds one of the common given names. */
export function hasCommonGivenName(value: string): boolean {
  return value
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s,.-]+/)
    .some((word) => common.has(word));
}
