package gaitd.bench.speed;

import gaitd.policies.cell.CellSpec;
import java.util.List;
import java.util.Map;

/**
 * A cell to measure, and what its opponent in C has to be told.
 *
 * @param key name for reports
 * @param title name for persons
 * @param spec what the cell is made of
 * @param source C file among this package's resources
 * @param sizes constants the C file is compiled with
 * @param pattern first synapse of each target and their count, then sources, of inner and of sensory synapses; empty when all are there
 */
record CellCase(
        String key, String title, CellSpec spec, String source, Map<String, Integer> sizes, List<Integer> pattern) {}
