/** Imitation: a network of any kind learns to do what a policy does, and becomes a policy itself. */
package gaitd.lab.imitate;
