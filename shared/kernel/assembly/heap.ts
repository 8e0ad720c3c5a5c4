/** Where the memory begins that the kernels leave to their caller. */
export function heapBase(): usize {
  return __heap_base;
}
