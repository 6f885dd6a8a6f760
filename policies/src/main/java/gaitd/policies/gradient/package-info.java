/**
 * Gradients of every cell over batches of sequences, by backpropagation through time and by the adjoint method, derived by hand.
 * Inside, arrays hold one row a feature and one column a sequence, so that one weight meets many sequences at once.
 */
package gaitd.policies.gradient;
