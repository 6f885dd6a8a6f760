/**
 * Many A1s in one engine, for training: a step advances all of them, four or two at a time in the lanes of vector
 * registers. Results are those of {@link gaitd.sim.engine.EmbeddedSimulator}, number for number.
 */
package gaitd.sim.batch;
