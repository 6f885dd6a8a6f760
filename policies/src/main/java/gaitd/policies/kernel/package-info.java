/**
 * Arithmetic on slices of flat arrays, in double, in float, and in float with the Vector API. Cells and solvers are
 * written once over it, so the precision that is tested and the precision that runs share their equations.
 */
package gaitd.policies.kernel;
