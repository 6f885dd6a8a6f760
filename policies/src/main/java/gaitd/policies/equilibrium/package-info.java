/**
 * Gradients by equilibrium propagation: a network relaxes under a constant input, is nudged both ways, and the
 * difference of the settled states gives the gradient of every synapse. For liquid and leaky rate cells with symmetric
 * feedback; no record of the relaxation is kept.
 */
package gaitd.policies.equilibrium;
