package gaitd.sim.identify;

import gaitd.hal.A1;

/** What the sensors tell of one tick, with accelerations from the ticks around it. Trunk axes. */
final class Motion {
    /** Joint angles, 12, rad. */
    final double[] q = new double[A1.JOINTS];
    /** Joint speeds, 12, rad/s. */
    final double[] dq = new double[A1.JOINTS];
    /** Joint accelerations, 12, rad/s^2. */
    final double[] ddq = new double[A1.JOINTS];
    /** Torques that the drives report, as they are on average between two ticks, 12, N m. */
    final double[] tau = new double[A1.JOINTS];
    /** Angular velocity, 3, rad/s. */
    final double[] turn = new double[3];
    /** Angular acceleration, 3, rad/s^2. */
    final double[] turnRate = new double[3];
    /** Specific force of the trunk origin, 3, m/s^2. */
    final double[] specificForce = new double[3];
    /** The world's up, 3. */
    final double[] up = new double[3];
    /** Feet that hang free by gait and contact, one bit each. */
    int swingBits;
    /** Feet that stand by gait and contact, one bit each. */
    int stanceBits;

    /**
     * Takes three ticks that follow each other: signals are smoothed alike, accelerations are differences over two periods.
     * Torques and specific force are sampled before the end of their ticks, and are shifted by that.
     */
    void update(final TickSample before, final TickSample now, final TickSample after, final double periodS) {
        swingBits = before.swingBits & now.swingBits & after.swingBits;
        stanceBits = before.stanceBits & now.stanceBits & after.stanceBits;
        smooth(before.q, now.q, after.q, q);
        smooth(before.dq, now.dq, after.dq, dq);
        smooth(before.turn, now.turn, after.turn, turn);
        smooth(before.up, now.up, after.up, up);
        slope(before.dq, after.dq, periodS, ddq);
        slope(before.turn, after.turn, periodS, turnRate);
        for (int j = 0; j < A1.JOINTS; j++) {
            tau[j] = (now.tau[j] + after.tau[j]) / 2 + now.lead[j] * ddq[j];
        }
        for (int i = 0; i < 3; i++) {
            specificForce[i] = (before.force[i] + 4 * now.force[i] + 3 * after.force[i]) / 8;
        }
    }

    private static void smooth(final double[] before, final double[] now, final double[] after, final double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (before[i] + 2 * now[i] + after[i]) / 4;
        }
    }

    private static void slope(final double[] before, final double[] after, final double periodS, final double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (after[i] - before[i]) / (2 * periodS);
        }
    }
}
