package gaitd.sim.identify;

import gaitd.hal.A1;

/**
 * What the equations of motion are solved for, in the order of the normal equations, with what is believed before a walk.
 *
 * <p>Widths are standard deviations: wide enough for every case of the field, and narrow for what a robot rarely has.
 */
enum Unknowns {
    /** Torque given over torque reported, by joint. */
    STRENGTH(A1.JOINTS, 1, 0.4),
    /** Dry friction, by joint, N m. */
    DRY_FRICTION(A1.JOINTS, 0.2, 1),
    /** Viscous friction, by joint, N m s/rad. */
    DAMPING(A1.JOINTS, 0.01, 0.2),
    /** Mass fixed to the trunk, kg. */
    LOAD(1, 0, 8),
    /** Mass times place, trunk axes, kg m. */
    LOAD_MOMENT(3, 0, 1.5),
    /** Inertia of the load about the trunk origin, xx yy zz xy xz yz, kg m^2. */
    LOAD_INERTIA(6, 0, 0.3),
    /** What each encoder reads too much, rad. */
    ZERO(A1.JOINTS, 0, 0.1);

    /** Number of unknowns. */
    static final int COUNT;

    private static final int[] FIRST = new int[values().length];

    static {
        int sum = 0;
        for (final Unknowns each : values()) {
            FIRST[each.ordinal()] = sum;
            sum += each.count;
        }
        COUNT = sum;
    }

    /** How many there are. */
    final int count;
    /** Believed before a walk. */
    final double mean;
    /** Standard deviation of that belief. */
    final double width;

    Unknowns(final int count, final double mean, final double width) {
        this.count = count;
        this.mean = mean;
        this.width = width;
    }

    /** Index of one of them. */
    int at(final int index) {
        return FIRST[ordinal()] + index;
    }

    /** Writes what is believed before a walk. */
    static void believe(final double[] means, final double[] widths) {
        for (final Unknowns each : values()) {
            for (int i = 0; i < each.count; i++) {
                means[each.at(i)] = each.mean;
                widths[each.at(i)] = each.width;
            }
        }
    }
}
