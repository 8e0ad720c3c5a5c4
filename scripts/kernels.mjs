import { runCommand } from './run/command.mjs';
import { step } from './run/steps.mjs';
import { compileKernels } from './setup/kernels.mjs';

await runCommand(async () => {
  await step('kernels', compileKernels);
  return 0;
});
