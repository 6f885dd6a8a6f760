package gaitd.hal.bus;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;

/** One leg's share of the control loop's commands as a record of numbers, with the time that it was given. Allocates nothing. */
final class JointTargets {
    private static final int FIELDS = 6;
    private static final int GIVEN_AT = FIELDS * A1.JOINTS_PER_LEG;
    static final int LENGTH = GIVEN_AT + 1;

    private JointTargets() {}

    static void pack(final JointCommands in, final int leg, final long givenAtNs, final long[] record) {
        for (int i = 0; i < A1.JOINTS_PER_LEG; i++) {
            final int joint = leg * A1.JOINTS_PER_LEG + i;
            final int at = FIELDS * i;
            record[at] = in.mode[joint];
            record[at + 1] = Double.doubleToRawLongBits(in.q[joint]);
            record[at + 2] = Double.doubleToRawLongBits(in.dq[joint]);
            record[at + 3] = Double.doubleToRawLongBits(in.tau[joint]);
            record[at + 4] = Double.doubleToRawLongBits(in.kp[joint]);
            record[at + 5] = Double.doubleToRawLongBits(in.kd[joint]);
        }
        record[GIVEN_AT] = givenAtNs;
    }

    /** Returns when it was given. */
    static long unpack(final long[] record, final int leg, final JointCommands out) {
        for (int i = 0; i < A1.JOINTS_PER_LEG; i++) {
            final int joint = leg * A1.JOINTS_PER_LEG + i;
            final int at = FIELDS * i;
            out.mode[joint] = (int) record[at];
            out.q[joint] = Double.longBitsToDouble(record[at + 1]);
            out.dq[joint] = Double.longBitsToDouble(record[at + 2]);
            out.tau[joint] = Double.longBitsToDouble(record[at + 3]);
            out.kp[joint] = Double.longBitsToDouble(record[at + 4]);
            out.kd[joint] = Double.longBitsToDouble(record[at + 5]);
        }
        return record[GIVEN_AT];
    }
}
