import kernelsAddress from '#shared/kernel/compiled/kernels.wasm?url&no-inline';
import listingAddress from '#shared/packs/demo/seed-listing.txt?url&no-inline';
import sampleAddress from '#shared/packs/demo/synthetic-ecommerce-sample.csv?url&no-inline';

async function ownFile(address: string, name: string, type: string): Promise<File> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`Leakdesk's own file ${name} is missing: the installation is damaged.`);
  }
  return new File([await response.blob()], name, { type });
}

/** The example listing that comes with Leakdesk. It is no part of the script: Chromium keeps compiled scripts in clear. */
export function bundledListing(): Promise<File> {
  return ownFile(listingAddress, 'seed-listing.txt', 'text/plain');
}

/** The made-up sample that comes with Leakdesk. */
export function bundledSample(): Promise<File> {
  return ownFile(sampleAddress, 'synthetic-ecommerce-sample.csv', 'text/csv');
}

/** The compiled kernels; null where the engine cannot compile them: then the plain ones do the same work, slower. */
export async function bundledKernels(): Promise<WebAssembly.Module | null> {
  try {
    return await WebAssembly.compileStreaming(fetch(kernelsAddress));
  } catch {
    return null;
  }
}
