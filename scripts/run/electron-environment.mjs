/** Gives the environment without the switch, set by some editors, that makes Electron run as plain Node.js. */
export function electronEnvironment({ ELECTRON_RUN_AS_NODE: _, ...environment }) {
  return environment;
}

/** Recognises the lines in which Chromium regrets that there is no message bus, which does no harm. */
export function isNoise(line) {
  return line.includes(':bus.cc(');
}
