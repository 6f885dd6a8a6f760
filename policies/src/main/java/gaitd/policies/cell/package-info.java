/**
 * Network cells: liquid, continuous-time, gated and plain. Weights lie in one flat array with named slices, state in the
 * caller's array, and every cell is written once over {@link gaitd.policies.kernel.Kernels} for double and float.
 */
package gaitd.policies.cell;
