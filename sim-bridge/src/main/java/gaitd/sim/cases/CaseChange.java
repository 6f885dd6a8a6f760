package gaitd.sim.cases;

import gaitd.runtime.config.RangeSetting;
import gaitd.sim.vary.Variation;

/**
 * One number of a robot that a case sets, in place of what is drawn.
 *
 * @param which the quantity
 * @param index joint, leg, axis or link, or {@link #ALL}
 * @param value in its unit
 */
record CaseChange(RangeSetting which, int index, double value) {
    /** Every joint, leg, axis or link. */
    static final int ALL = -1;

    void apply(final Variation drawn) {
        for (int i = index == ALL ? 0 : index; i < (index == ALL ? which.count : index + 1); i++) {
            drawn.set(which, i, value);
        }
    }

    /** Whether another change sets a number that this one sets. */
    boolean clashes(final CaseChange other) {
        return which == other.which && (index == ALL || other.index == ALL || index == other.index);
    }
}
