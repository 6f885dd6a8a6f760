package gaitd.sim.cases;

import gaitd.runtime.config.RangeSetting;
import gaitd.sim.vary.Variation;

/**
 * One number of a robot that a case sets, or draws from a range of its own.
 *
 * @param which the quantity
 * @param index joint, leg, axis or link, or {@link #ALL}
 * @param low least value, in its unit
 * @param high greatest value
 */
record CaseChange(RangeSetting which, int index, double low, double high) {
    /** Every joint, leg, axis or link. */
    static final int ALL = -1;

    /** A number that is the same for every robot. */
    CaseChange(final RangeSetting which, final int index, final double value) {
        this(which, index, value, value);
    }

    void apply(final Variation drawn) {
        for (int i = index == ALL ? 0 : index; i < (index == ALL ? which.count : index + 1); i++) {
            drawn.move(which, i, low, high);
        }
    }

    /** Whether another change sets a number that this one sets. */
    boolean clashes(final CaseChange other) {
        return which == other.which && (index == ALL || other.index == ALL || index == other.index);
    }
}
