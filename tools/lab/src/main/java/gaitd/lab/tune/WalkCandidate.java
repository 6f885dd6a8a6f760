package gaitd.lab.tune;

import gaitd.runtime.config.Config;
import java.util.List;

/**
 * Settings that were tried.
 *
 * @param values of what is looked for
 * @param config all settings
 * @param grounds figures on each ground
 * @param score more is better
 */
@SuppressWarnings("ArrayRecordComponent")
record WalkCandidate(double[] values, Config config, List<GroundFigures> grounds, double score) {}
