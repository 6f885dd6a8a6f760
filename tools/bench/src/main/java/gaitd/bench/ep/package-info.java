/**
 * What the bench of equilibrium propagation measures: how close its gradients are to exact ones, what it keeps in memory, how fast it is. And
 * the pictures of that.
 */
package gaitd.bench.ep;
