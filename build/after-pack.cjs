const { rm } = require('node:fs/promises');
const path = require('node:path');

/** Removes what a prepared Electron carries for development, so that only our app can be started by it. */
exports.default = async function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  for (const leftover of [path.join(resources, 'default_app.asar'), path.join(appOutDir, 'version')]) {
    await rm(leftover, { force: true });
  }
};
