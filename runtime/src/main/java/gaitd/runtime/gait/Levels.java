package gaitd.runtime.gait;

import gaitd.maths.Trig;
import gaitd.runtime.estimate.BodyEstimate;

/**
 * Turns vectors between trunk axes and levelled heading axes (trunk without roll and pitch).
 *
 * <p>Refreshed once a tick; allocates nothing.
 */
final class Levels {
    private final double[] r = new double[9];

    /** Takes roll and pitch of an estimate, scaled. */
    void set(final BodyEstimate estimate, final double share) {
        final double cr = Trig.cos(share * estimate.roll);
        final double sr = Trig.sin(share * estimate.roll);
        final double cp = Trig.cos(share * estimate.pitch);
        final double sp = Trig.sin(share * estimate.pitch);
        r[0] = cp;
        r[1] = sp * sr;
        r[2] = sp * cr;
        r[3] = 0;
        r[4] = cr;
        r[5] = -sr;
        r[6] = -sp;
        r[7] = cp * sr;
        r[8] = cp * cr;
    }

    /** Trunk axes to levelled axes. */
    void toLevel(final double[] trunk, final int from, final double[] level, final int to) {
        final double x = trunk[from];
        final double y = trunk[from + 1];
        final double z = trunk[from + 2];
        level[to] = r[0] * x + r[1] * y + r[2] * z;
        level[to + 1] = r[3] * x + r[4] * y + r[5] * z;
        level[to + 2] = r[6] * x + r[7] * y + r[8] * z;
    }

    /** Levelled axes to trunk axes. */
    void toTrunk(final double[] level, final int from, final double[] trunk, final int to) {
        final double x = level[from];
        final double y = level[from + 1];
        final double z = level[from + 2];
        trunk[to] = r[0] * x + r[3] * y + r[6] * z;
        trunk[to + 1] = r[1] * x + r[4] * y + r[7] * z;
        trunk[to + 2] = r[2] * x + r[5] * y + r[8] * z;
    }
}
