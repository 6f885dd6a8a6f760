/**
 * Integrators for systems of the form dx/dt = gain(x) - decay(x) x, which all ordinary differential equations of the cells
 * have. A solver takes its memory when made and is written once for double and float.
 */
package gaitd.policies.solver;
