package gaitd.bench.envelope;

import gaitd.runtime.gait.GaitEnvelope;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operator asks a walking robot for, before it is told to stand.
 *
 * @param name direction and manner
 * @param vx forward velocity at first, m/s
 * @param vy leftward velocity at first, m/s
 * @param yawRate yaw rate at first, rad/s
 * @param turnS time after which all three change sign, again and again; infinite for never, s
 * @param seconds length, s
 */
record Drive(String name, double vx, double vy, double yawRate, double turnS, double seconds) {
    private static final double HOLD_S = 3;
    private static final double FLIP_S = 0.7;
    private static final double FLIPS_S = 5.6;
    private static final double REVERSE_S = 2;
    private static final double REVERSES_S = 6;
    /** Of a part that no gait's stride is a multiple of, so that robots are stopped in different phases. */
    private static final double PHASE_S = 0.045;

    /** Sign of the velocity at a time after walking began. */
    int sign(final double timeS) {
        return (int) (timeS / turnS) % 2 == 0 ? 1 : -1;
    }

    /**
     * The ends of an envelope: along each axis both ways, and mixtures of two and of three axes, each asked for with all its axes'
     * greatest velocities. A velocity is held and then stopped from; or its sign changes before the robot reaches it, or after.
     *
     * @param envelope what the robots are held to
     * @param number of the robot; each is stopped in another phase of its stride
     * @return three drives for each of the 26 directions
     */
    static List<Drive> all(final GaitEnvelope envelope, final int number) {
        final List<Drive> drives = new ArrayList<>();
        for (int direction = 0; direction < 27; direction++) {
            final int x = direction / 9 - 1;
            final int y = direction / 3 % 3 - 1;
            final int yaw = direction % 3 - 1;
            if (x != 0 || y != 0 || yaw != 0) {
                final double vx = x * envelope.vxMaxMS();
                final double vy = y * envelope.vyMaxMS();
                final double yawRate = yaw * envelope.yawRateMaxRadS();
                final String name = name(x, "vx") + name(y, "vy") + name(yaw, "yaw");
                final double phaseS = number * PHASE_S;
                drives.add(new Drive(name + "held", vx, vy, yawRate, Double.POSITIVE_INFINITY, HOLD_S + phaseS));
                drives.add(new Drive(name + "flipped", vx, vy, yawRate, FLIP_S, FLIPS_S + phaseS));
                drives.add(new Drive(name + "reversed", vx, vy, yawRate, REVERSE_S, REVERSES_S + phaseS));
            }
        }
        return drives;
    }

    private static String name(final int sign, final String axis) {
        return sign == 0 ? "" : (sign > 0 ? "+" : "-") + axis + " ";
    }
}
