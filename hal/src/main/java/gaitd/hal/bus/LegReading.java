package gaitd.hal.bus;

import gaitd.hal.A1;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;

/** What one bus knows of its leg after a cycle, as a record of numbers. Allocates nothing. */
final class LegReading {
    private static final int FIELDS = 7;
    private static final int ANSWERED = FIELDS * A1.JOINTS_PER_LEG;
    private static final int TAKEN_AT = ANSWERED + 1;
    static final int LENGTH = TAKEN_AT + 1;

    private LegReading() {}

    /** Puts a motor's reply where its joint's values are. */
    static void put(
            final MotorReply in, final RotorCalibration zeros, final int leg, final int motor, final long[] record) {
        final int joint = leg * A1.JOINTS_PER_LEG + motor;
        final int at = FIELDS * motor;
        final int direction = zeros.direction(joint);
        record[at] = Double.doubleToRawLongBits(MotorGear.jointRad(in.positionRad, zeros, joint));
        record[at + 1] = Double.doubleToRawLongBits(direction * in.speedRadS / MotorGear.RATIO);
        record[at + 2] = Double.doubleToRawLongBits(direction * in.accelerationRadS2 / MotorGear.RATIO);
        record[at + 3] = Double.doubleToRawLongBits(direction * in.torqueNm * MotorGear.RATIO);
        record[at + 4] = in.mode;
        record[at + 5] = in.temperatureC;
        record[at + 6] = in.error;
        record[ANSWERED] |= 1L << motor;
    }

    /** Marks a motor that is not to be believed any more. */
    static void silence(final int motor, final long[] record) {
        record[FIELDS * motor + 4] = MotorMode.SILENT;
    }

    /** Says when the motors measured: a motor does when it is commanded, the middle one stands for all. */
    static void stamp(final long takenAtNs, final long[] record) {
        record[TAKEN_AT] = takenAtNs;
    }

    static long takenAtNs(final long[] record) {
        return record[TAKEN_AT];
    }

    /** Whether each of the motors has answered since the beginning. */
    static boolean isComplete(final long[] record) {
        return record[ANSWERED] == (1L << A1.JOINTS_PER_LEG) - 1;
    }

    static void unpack(final long[] record, final int leg, final Sensed out) {
        for (int motor = 0; motor < A1.JOINTS_PER_LEG; motor++) {
            final int joint = leg * A1.JOINTS_PER_LEG + motor;
            final int at = FIELDS * motor;
            out.q[joint] = Double.longBitsToDouble(record[at]);
            out.dq[joint] = Double.longBitsToDouble(record[at + 1]);
            out.ddq[joint] = Double.longBitsToDouble(record[at + 2]);
            out.tauEst[joint] = Double.longBitsToDouble(record[at + 3]);
            out.motorMode[joint] = (int) record[at + 4];
            out.motorTemperatureC[joint] = (int) record[at + 5];
            out.motorError[joint] = (int) record[at + 6];
        }
    }
}
