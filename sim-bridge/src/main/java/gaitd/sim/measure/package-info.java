/**
 * One way to measure a walk: one rule for a fall and one meter, fed once a control tick with samples that either the simulator's
 * truth or the controller's estimate fills. What every figure is stands in {@link gaitd.sim.measure.WalkFigures}, and for readers
 * of reports in docs/measures.md.
 */
package gaitd.sim.measure;
