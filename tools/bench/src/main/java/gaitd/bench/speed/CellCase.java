package gaitd.bench.speed;

import gaitd.policies.cell.CellSpec;
import java.util.List;
import java.util.Map;

/**
 * A cell to measure, with the constants of its C counterpart.
 *
 * @param key name for reports
 * @param title display name
 * @param spec of the cell
 * @param source C file among this package's resources
 * @param sizes constants the C file is compiled with
 * @param pattern first synapse of each target and their count, then sources, of inner and of sensory synapses; empty
 *     when all are there
 */
record CellCase(
        String key, String title, CellSpec spec, String source, Map<String, Integer> sizes, List<Integer> pattern) {}
