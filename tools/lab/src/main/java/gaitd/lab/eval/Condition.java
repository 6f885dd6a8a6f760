package gaitd.lab.eval;

import gaitd.runtime.config.Config;
import gaitd.sim.cases.FieldCase;

/**
 * Condition of the robots.
 *
 * @param name for tables, such as {@code nominal} or {@code push 0.5:5}
 * @param config all settings, with the ranges that robots vary in
 * @param fieldCase what is different about the robots beside that
 */
public record Condition(String name, Config config, FieldCase fieldCase) {}
