/** The bench of equilibrium propagation: accuracy of its gradients, memory and speed, with plots. */
package gaitd.bench.ep;
