/**
 * Gradients by equilibrium propagation: a network relaxes under a still input, is nudged both ways, and where it settles tells every
 * synapse its share of the loss. For liquid and leaky rate cells with symmetric feedback; no record of the relaxation is kept.
 */
package gaitd.policies.equilibrium;
