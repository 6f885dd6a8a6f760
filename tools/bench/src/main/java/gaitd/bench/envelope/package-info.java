/**
 * Drives simulated robots to the ends of each gait's envelope, stops them and turns them round at once. A gait's envelope is proven
 * when none of them falls.
 */
package gaitd.bench.envelope;
